import { useDeferredValue, useMemo, useState } from 'react'
import { correctText, type TextCorrection } from '../../../shared/commands/correct-text.ts'
import {
  type CorrectionOutcome,
  codingsInWords,
  outcomeInWords,
} from '../../../shared/commands/correction-outcome.ts'
import { contentHash } from '../../../shared/exchange/fingerprint.ts'
import type { Source } from '../../../shared/model/entities.ts'
import { codingsOf, turnsOf } from '../../../shared/model/project.ts'
import { alignTexts, type TextAlignment } from '../../../shared/text/align-texts.ts'
import { normaliseText } from '../../../shared/text/normalise-text.ts'
import { overlaps, type Span } from '../../../shared/text/positions.ts'
import { ChangedWords } from '../../parts/changed-words.tsx'
import { shownIn } from '../../project/blind.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './correct-turn.module.css'

/** Asks for better words of one turn (or paragraph) and says what becomes of the codings on it. Label and time stay. */
export function CorrectTurn({
  source,
  text,
  span,
  onClose,
}: {
  readonly source: Source
  readonly text: string
  readonly span: Span
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const was = text.slice(span.start, span.end)
  const [words, setWords] = useState(was)
  const shown = useDeferredValue(words)
  const told = useMemo(() => preview(open, source, text, span, shown), [open, source, text, span, shown])
  const isEmpty = words.trim() === ''
  const isTurn = turnsOf(open.project, source.id).some((turn) => turn.start === span.start)
  const save = async () => {
    if (isEmpty) return
    onClose()
    const told = preview(open, source, text, span, words)
    if (!told) return
    const done = told.correction
    try {
      await open.keep(done.contents, [])
    } catch {
      return say({
        kind: 'trouble',
        text: 'The text could not be written: there is no room left. Nothing was changed.',
      })
    }
    const committed = await commit(done.gesture)
    if (committed.ok) say({ kind: 'done', text: `The words are corrected: ${codingsInWords(told.outcome)}.` })
  }
  return (
    <Dialog
      title="Correct the words"
      isOpen
      onClose={onClose}
      width="wide"
      staysOpen={words !== was}
      actions={
        <CancelOr onCancel={onClose} onDo={() => void save()} isDisabled={isEmpty || words === was}>
          Keep these words
        </CancelOr>
      }
    >
      <div className={styles.correct}>
        <TextField
          label={isTurn ? 'Words of this turn' : 'Words of this paragraph'}
          hint="Enter keeps them; Shift Enter begins a new line. Label and time stay as they are."
          problem={
            isEmpty
              ? 'A turn needs words. To take it away, bring in a better version of the file.'
              : undefined
          }
          lines={lines(was)}
          value={words}
          onChange={setWords}
          autoFocus
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return event.continuePropagation()
            event.preventDefault()
            if (words !== was) void save()
          }}
        />
        <div aria-live="polite">
          {told ? <Told told={told} /> : <p className={styles.quiet}>Nothing is changed yet.</p>}
        </div>
      </div>
    </Dialog>
  )
}

function Told({ told: { alignment, outcome } }: { readonly told: Preview }) {
  return (
    <>
      <ul className={styles.told}>
        {outcomeInWords(outcome)
          .slice(1)
          .map((line) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
      <ChangedWords alignment={alignment} />
    </>
  )
}

interface Preview {
  readonly alignment: TextAlignment
  readonly correction: TextCorrection
  /** Of the codings, only those on these words. */
  readonly outcome: CorrectionOutcome
}

/** What saving would do; null when nothing differs. */
function preview(open: OpenProject, source: Source, text: string, span: Span, words: string): Preview | null {
  const now = normaliseText(words).text
  const alignment = alignTexts(text, text.slice(0, span.start) + now + text.slice(span.end))
  const { syncPoints = [] } = open.content(source.content) ?? {}
  const better = { alignment, content: contentHash(alignment.after), syncPoints }
  const correction = correctText(open.project, source.id, better, open.making)
  if (!correction) return null
  // Whoever codes blind is told of their own codings only.
  const shown = shownIn(open)
  const { outcome } =
    (shown === open.project ? null : correctText(shown, source.id, better, open.making)) ?? correction
  const { changed, gone } = outcome.codings
  const here = codingsOf(shown, source.id).filter(
    (coding) => coding.content === source.content && overlaps(coding, span),
  )
  const codings = { same: Math.max(0, here.length - changed - gone), changed, gone }
  return { alignment, correction, outcome: { ...outcome, codings } }
}

function lines(text: string): number {
  return Math.min(14, Math.max(3, Math.ceil(text.length / 70) + text.split('\n').length))
}
