import styles from './erase-dialog.module.css'
import { counted, rewrittenInWords, takenInWords } from './erasure-words.ts'
import { useArrival } from './use-arrival.ts'
import type { Foreseen } from './use-erasing.ts'

/** What erasing takes, what stays with something taken out, and what it cannot reach. */
export function EraseForeseen({ foreseen }: { readonly foreseen: Foreseen }) {
  const found = useArrival<HTMLHeadingElement>(foreseen)
  if (foreseen.kind === 'problem')
    return (
      <p role="alert" className={styles.trouble}>
        {foreseen.problem}
      </p>
    )
  if (foreseen.kind !== 'known') return null
  const { account } = foreseen
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
        ]}
      />
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

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.length === 0 ? null : (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
