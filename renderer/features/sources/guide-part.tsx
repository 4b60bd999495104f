import { useState } from 'react'
import { addQuestions } from '../../../shared/commands/questions.ts'
import { inOrder } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/field.tsx'
import { AskedGuesses } from './asked-guesses.tsx'
import { AskedMatrix } from './asked-matrix.tsx'
import { QuestionList } from './question-list.tsx'
import styles from './sources-screen.module.css'

/** What the inquiry asks, and in which source which question was put. */
export function GuidePart() {
  const project = useProject()
  const questions = inOrder(project.tables.question)
  const current = questions.filter((question) => !question.retired)
  if (questions.length === 0) {
    return (
      <EmptyState title="What do you ask?" action={<AddQuestions />}>
        Write down the questions of your interview guide. Then numbers can say how many were asked, and tell
        what was prompted from what was volunteered.
      </EmptyState>
    )
  }
  return (
    <div className={styles.guide}>
      <div className={styles.toolbar}>
        <span role="status" className={styles.quiet}>
          {counted(current.length, 'question')}
          {questions.length > current.length ? `, ${questions.length - current.length} retired` : ''}
        </span>
        <div className={styles.actions}>
          <AddQuestions />
        </div>
      </div>
      <QuestionList questions={questions} />
      {project.tables.source.size > 0 ? (
        <>
          <AskedGuesses />
          <AskedMatrix questions={current} />
        </>
      ) : null}
    </div>
  )
}

function AddQuestions() {
  const open = useOpenProject()
  const commit = useCommit()
  const [asking, setAsking] = useState(false)
  const [lines, setLines] = useState('')
  const add = () => {
    void commit(addQuestions(open.project, lines, open.making))
    setLines('')
    setAsking(false)
  }
  return (
    <>
      <Button look="do" onPress={() => setAsking(true)}>
        Add questions…
      </Button>
      <Dialog
        title="Add questions"
        isOpen={asking}
        onClose={() => setAsking(false)}
        width="wide"
        actions={
          <CancelOr onCancel={() => setAsking(false)} onDo={add} isDisabled={lines.trim() === ''}>
            Add questions
          </CancelOr>
        }
      >
        <TextField
          label="Questions, one a line"
          lines={8}
          value={lines}
          onChange={setLines}
          autoFocus
          hint="Numbers at the beginning are taken off: the order says them."
        />
      </Dialog>
    </>
  )
}
