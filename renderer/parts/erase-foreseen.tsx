import type { ErasureAccount } from '../../shared/change/erase/erasure-account.ts'
import { counted } from '../../shared/text/counted.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import styles from './erase-dialog.module.css'
import { rewrittenInWords, takenInWords } from './erasure-words.ts'
import { useArrival } from './use-arrival.ts'

/** What erasing takes, what stays with something taken out, and what it cannot reach. */
export function EraseForeseen({
  account,
  keepsUnread,
  onKeepUnread,
}: {
  readonly account: ErasureAccount
  /** Whether kept files in which names cannot be looked for are to stay. */
  readonly keepsUnread: boolean
  readonly onKeepUnread: (keeps: boolean) => void
}) {
  const found = useArrival<HTMLHeadingElement>(account)
  const taken = takenInWords(account)
  const rewritten = rewrittenInWords(account)
  const { participants } = account
  return (
    <section aria-label="What goes" className={styles.foreseen}>
      <h3 ref={found} tabIndex={-1} data-arrival>
        What goes
      </h3>
      {taken.length === 0 && rewritten.length === 0 ? <p>Nothing: it was found nowhere.</p> : null}
      <Lines
        lines={[
          ...taken,
          ...(account.sourcesGone.length > 0 ? [`Gone whole: ${account.sourcesGone.join(', ')}`] : []),
          ...(account.filesGone.length > 0 ? [`Original files that go: ${named(account.filesGone)}`] : []),
        ]}
      />
      {account.filesUnread.length > 0 ? (
        <>
          <h3>Files that Loam cannot look into</h3>
          <p>
            A name may stand in {named(account.filesUnread)}, even where the text that was read from it lacks
            it.
          </p>
          <Checkbox isSelected={!keepsUnread} onChange={(goes) => onKeepUnread(!goes)}>
            Remove{' '}
            {account.filesUnread.length === 1 ? 'this file' : `these ${account.filesUnread.length} files`}{' '}
            too; the texts stay
          </Checkbox>
        </>
      ) : null}
      {rewritten.length > 0 ? (
        <>
          <h3>What stays, with something taken out</h3>
          <Lines lines={rewritten} />
        </>
      ) : null}
      {participants.gone > 0 ? (
        <p>
          {counted(participants.of - participants.gone, 'participant')} of {participants.of} are left to
          count. That somebody was erased stays known, in numbers only.
        </p>
      ) : null}
      <h3>What Loam cannot reach</h3>
      <p>
        Files and backups in other places, exports and printed reports; copies that colleagues have, until
        they merge with this one; recordings, which stay where they are; words quoted in your notes with fewer
        than five in a row; and what a disk still holds of deleted files.
      </p>
    </section>
  )
}

/** The first dozen by name. */
function named(files: readonly string[]): string {
  const more = files.length - 12
  return more > 1 ? `${files.slice(0, 12).join(', ')} and ${more} more` : files.join(', ')
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.length === 0 ? null : (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
