import { useState } from 'react'
import { RadioGroup } from 'react-aria-components'
import type { Question } from '../../../shared/model/entities.ts'
import type { QuestionId } from '../../../shared/model/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './reader.module.css'

/** Asks which question of the guide a turn puts, or takes the link away. */
export function QuestionSheet({
  quote,
  questions,
  now,
  onLink,
  onUnlink,
  onClose,
}: {
  readonly quote: string
  /** The guide in its order. */
  readonly questions: readonly Question[]
  readonly now: QuestionId | undefined
  readonly onLink: (question: QuestionId) => void
  readonly onUnlink: () => void
  readonly onClose: () => void
}) {
  const shown = questions.filter((question) => !question.retired || question.id === now)
  const [chosen, setChosen] = useState<QuestionId | undefined>(now)
  const done = (act: () => void) => () => {
    act()
    onClose()
  }
  return (
    <Dialog
      title="Which question does this turn put?"
      isOpen
      onClose={onClose}
      aside={
        now ? (
          <Button look="quiet" onPress={done(onUnlink)}>
            Unlink
          </Button>
        ) : null
      }
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button
            look="do"
            isDisabled={chosen === undefined || chosen === now}
            onPress={done(() => chosen && onLink(chosen))}
          >
            Link the turn
          </Button>
        </>
      }
    >
      <q className={styles.sheetQuote}>{quote}</q>
      <RadioGroup
        aria-label="Question"
        value={chosen ?? null}
        onChange={(key) => setChosen(shown.find((question) => question.id === key)?.id)}
        className={styles.questions ?? ''}
      >
        {shown.map(({ id, text }) => (
          <Choice key={id} value={id}>
            {text}
          </Choice>
        ))}
      </RadioGroup>
    </Dialog>
  )
}
