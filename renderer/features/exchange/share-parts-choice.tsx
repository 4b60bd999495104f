import { type SharePart, shareParts } from '../../../shared/exchange/share-copy.ts'
import type { ShareNumbers } from '../../../shared/exchange/share-numbers.ts'
import { counted } from '../../../shared/text/counted.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import styles from './exchange.module.css'
import { bytesInWords } from './share-choice.ts'

/** What is left out unless it is asked for. */
export function SharePartsChoice({
  share,
  parts,
  wanted,
  onChange,
}: {
  readonly share: ShareNumbers
  /** What goes along as it is chosen. */
  readonly parts: ReadonlySet<SharePart>
  readonly wanted: ReadonlySet<SharePart>
  readonly onChange: (wanted: ReadonlySet<SharePart>) => void
}) {
  return (
    <fieldset className={styles.part}>
      <legend>Left out unless you ask for it</legend>
      {shareParts.map((part) => (
        <Checkbox
          key={part}
          isSelected={parts.has(part)}
          isDisabled={isFixed(part, parts, wanted, share)}
          onChange={(on) => {
            const next = new Set(wanted)
            if (on) next.add(part)
            else next.delete(part)
            onChange(next)
          }}
        >
          {labels[part]}
          <small className={styles.hint}>{hint(part, share, parts)}</small>
        </Checkbox>
      ))}
    </fieldset>
  )
}

const labels = {
  originals: 'With the original files',
  history: 'With the history',
  'earlier texts': 'With earlier texts',
  names: 'With the names behind pseudonyms',
} as const satisfies Record<SharePart, string>

/** What follows from the history cannot be left out, and what is not there cannot be had. */
function isFixed(
  part: SharePart,
  parts: ReadonlySet<SharePart>,
  wanted: ReadonlySet<SharePart>,
  share: ShareNumbers,
): boolean {
  if (part === 'history') return share.historyRefused !== null
  if (parts.has(part) && !wanted.has(part)) return true
  if (parts.has('history') && (part === 'earlier texts' || (part === 'names' && share.historyHoldsNames)))
    return true
  return share.parts[part].count === 0
}

function hint(part: SharePart, share: ShareNumbers, parts: ReadonlySet<SharePart>): string {
  const { count, bytes } = share.parts[part]
  switch (part) {
    case 'originals':
      return count === 0
        ? 'There are none here.'
        : `${counted(count, 'file')} that sources came from, ${bytesInWords(bytes)}.`
    case 'history':
      if (share.historyRefused) return 'Not possible: it holds the words of those who withdrew.'
      return `${counted(count, 'change')}, and every text and name that ever stood in them.`
    case 'earlier texts':
      if (parts.has('history')) return 'They go with the history.'
      return count === 0
        ? 'There are none here.'
        : `${counted(count, 'text')} as they were before corrections.`
    case 'names':
      if (parts.has('history') && share.historyHoldsNames) return 'They go with the history.'
      return count === 0
        ? 'No names are written down here.'
        : `Of ${counted(count, 'participant')}, with notes on consent. Without them, names are also covered in labels, notes and memos.`
  }
}
