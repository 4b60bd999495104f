import type { QuoteBlock } from '../../../shared/report/report-document.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './dialogs.module.css'
import { candidatesUnder, candidateText } from './section-evidence.ts'
import { useQuoteChoices } from './use-quote-choices.ts'
import type { ReportReading } from './use-report-reading.ts'
import { voicesOf } from './voices.ts'

/** Offers the other excerpts that may be quoted in a quote's place. Voices heard least come first. */
export function ReplaceQuoteDialog({
  reading,
  block,
  onClose,
}: {
  readonly reading: ReportReading
  readonly block: QuoteBlock
  readonly onClose: () => void
}) {
  const choices = useQuoteChoices()
  const ref = { report: reading.report.id, code: block.code, source: block.source, coding: block.coding }
  const offered = offers(reading, block)
  return (
    <Dialog
      title="Quote something else here"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <Button look="quiet" onPress={onClose}>
          Keep this quote
        </Button>
      }
    >
      {offered.length === 0 ? <p>No other excerpt of this code may be quoted.</p> : null}
      <ul className={styles.offers}>
        {offered.map(({ candidate, quotes }) => (
          <li key={candidate.coding.id + candidate.participant.id}>
            <q>{candidateText(reading.texts, candidate)}</q>
            <small>
              {candidate.participant.pseudonym} ·{' '}
              {quotes === 0
                ? 'not yet quoted in this report'
                : `quoted ${quotes === 1 ? 'once' : `${quotes} times`} in this report`}
              {candidate.coding.star ? ' · key quote' : ''}
              {candidate.coding.stance === 'denies' ? ' · speaks against' : ''}
            </small>
            <Button
              onPress={() => {
                choices.replace(ref, { ...ref, source: candidate.coding.source, coding: candidate.coding.id })
                onClose()
              }}
            >
              Quote this
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function offers({ document, tally, texts }: ReportReading, block: QuoteBlock) {
  const voices = new Map(
    voicesOf(document, tally.denominator.tookPart).map((voice) => [voice.participant.id, voice.quotes]),
  )
  const seen = new Set(
    document.blocks.flatMap((each) =>
      each.kind === 'quote' && each.code === block.code ? [each.coding] : [],
    ),
  )
  return candidatesUnder({ tally, texts }, block.code)
    .filter((candidate) => !seen.has(candidate.coding.id))
    .map((candidate) => ({ candidate, quotes: voices.get(candidate.participant.id) ?? 0 }))
    .sort((a, b) => a.quotes - b.quotes)
}
