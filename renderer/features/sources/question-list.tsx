import { useState } from 'react'
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { moveQuestion, retireQuestion, rewordQuestion } from '../../../shared/commands/questions.ts'
import type { Question } from '../../../shared/model/entities.ts'
import { type QuestionId, readId } from '../../../shared/model/ids.ts'
import { inOrder } from '../../../shared/model/project.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './question-list.module.css'

/** The guide in its order: drag a question, or move it with the buttons or Alt and an arrow key. */
export function QuestionList({ questions }: { readonly questions: readonly Question[] }) {
  const open = useOpenProject()
  const commit = useCommit()
  const [wording, setWording] = useState<Question | null>(null)
  const move = (id: QuestionId, before: QuestionId | null) =>
    void commit(moveQuestion(open.project, id, before))
  const step = (id: QuestionId, by: -1 | 1) => {
    const order = inOrder(open.project.tables.question)
    const at = order.findIndex((question) => question.id === id)
    const before = order[by < 0 ? at - 1 : at + 2]
    if (at + by >= 0 && at + by < order.length) move(id, before?.id ?? null)
  }
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [key] = keys
      const id = readId<'question'>(String(key))
      const order = inOrder(open.project.tables.question)
      const at = order.findIndex((question) => question.id === target.key)
      const before = order[target.dropPosition === 'before' ? at : at + 1]
      if (id && before?.id !== id) move(id, before?.id ?? null)
    },
  })
  let number = 0
  const numbered = questions.map((question) => ({ ...question, number: question.retired ? null : ++number }))
  return (
    <>
      <GridList
        aria-label="Interview guide"
        className={styles.list ?? ''}
        items={numbered}
        dragAndDropHooks={dragAndDropHooks}
        selectionMode="none"
      >
        {(question) => (
          <GridListItem
            id={question.id}
            textValue={question.text}
            className={`${styles.item} ${question.retired ? styles.retired : ''}`}
          >
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are a short way beside the buttons. */}
            <div
              className={styles.line}
              onKeyDown={(event) => altArrow(event, (by) => step(question.id, by))}
            >
              <AriaButton slot="drag" aria-label={`Move ${question.text}`} className={styles.grip ?? ''}>
                ⠿
              </AriaButton>
              <span className={styles.number}>{question.number ?? ''}</span>
              <span className={styles.text}>
                {question.text}
                {question.version > 1 ? <small>wording {question.version}</small> : null}
                {question.retired ? <small>retired</small> : null}
              </span>
              <span className={styles.acts}>
                <IconButton name="Move up" onPress={() => step(question.id, -1)}>
                  ↑
                </IconButton>
                <IconButton name="Move down" onPress={() => step(question.id, 1)}>
                  ↓
                </IconButton>
                <Button look="quiet" onPress={() => setWording(question)}>
                  Reword…
                </Button>
                <Button
                  look="quiet"
                  onPress={() => void commit(retireQuestion(open.project, question.id, !question.retired))}
                >
                  {question.retired ? 'Bring back' : 'Retire'}
                </Button>
              </span>
            </div>
          </GridListItem>
        )}
      </GridList>
      {wording ? <Reword key={wording.id} question={wording} onClose={() => setWording(null)} /> : null}
    </>
  )
}

function altArrow(event: React.KeyboardEvent, step: (by: -1 | 1) => void): void {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
  event.preventDefault()
  event.stopPropagation()
  step(event.key === 'ArrowUp' ? -1 : 1)
}

function Reword({ question, onClose }: { readonly question: Question; readonly onClose: () => void }) {
  const open = useOpenProject()
  const commit = useCommit()
  const [text, setText] = useState(question.text)
  const keep = () => {
    void commit(rewordQuestion(open.project, question.id, text))
    onClose()
  }
  return (
    <Dialog
      title="Reword the question"
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <CancelOr onCancel={onClose} onDo={keep}>
          Keep as wording {question.version + 1}
        </CancelOr>
      }
    >
      <TextField
        label="Question"
        lines={3}
        value={text}
        onChange={setText}
        autoFocus
        hint="The history keeps the old wording. Whoever was asked stays asked: if it is another question, add it as one."
      />
    </Dialog>
  )
}
