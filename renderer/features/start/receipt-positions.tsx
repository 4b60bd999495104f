import type { ReceiptPositions } from '../../../shared/exchange/read-receipt.ts'
import { type AlikePositions, alikePositions, sureness } from '../../../shared/exchange/receipt-memo.ts'
import styles from './receipt-dialog.module.css'

/** How the places of passages were read in each source; what could not be told for sure stands first. */
export function ReceiptPositionsList({ positions }: { readonly positions: readonly ReceiptPositions[] }) {
  if (positions.length === 0) return null
  const groups = alikePositions(positions)
  const unsure = groups.filter(({ sure }) => sure === 'guessed')
  const others = groups.filter(({ sure }) => sure !== 'guessed')
  const many = others.reduce((sum, { sources }) => sum + sources.length, 0)
  return (
    <section aria-label="Where passages begin and end" className={styles.part}>
      <h3>Where passages begin and end</h3>
      {unsure.length > 0 ? (
        <>
          <p className={styles.doubt}>
            Could not be told for sure: look at a few passages of these before you rely on them.
          </p>
          <Groups groups={unsure} />
        </>
      ) : null}
      {others.length === 0 ? null : many > 3 ? (
        <details>
          <summary>Read without doubt in {sourcesInWords(many, positions.length)}</summary>
          <Groups groups={others} />
        </details>
      ) : (
        <Groups groups={others} />
      )}
    </section>
  )
}

function Groups({ groups }: { readonly groups: readonly AlikePositions[] }) {
  return (
    <ul className={styles.sentences}>
      {groups.map(({ reading, sure, because, sources }) => (
        <li key={`${reading} ${sure} ${because}`}>
          <b>{shortList(sources)}</b>: {reading} ({sureness[sure]}: {because})
        </li>
      ))}
    </ul>
  )
}

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`)
  return names.length > 3 ? `${shown.join(', ')} and ${names.length - 3} more` : shown.join(', ')
}

function sourcesInWords(count: number, of: number): string {
  const sources = of === 1 ? 'source' : 'sources'
  return count === of && of > 1 ? `all ${of} ${sources}` : `${count} of ${of} ${sources}`
}
