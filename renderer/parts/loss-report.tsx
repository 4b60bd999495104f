import type { ImportNotice } from '../../shared/importers/source-draft.ts'
import { number } from '../../shared/text/counted.ts'
import styles from './loss-report.module.css'

/** What was repaired, dropped or is doubtful, each with the pieces themselves to look at. */
export function LossReport({ notices }: { readonly notices: readonly ImportNotice[] }) {
  if (notices.length === 0) return <p className={styles.quiet}>Nothing was left out or repaired.</p>
  return (
    <section aria-label="Left out, repaired or doubtful" className={styles.part}>
      <h3>Left out, repaired or doubtful</h3>
      <ul className={styles.notices}>
        {notices.map((notice) => (
          <li key={`${notice.kind} ${notice.what}`} data-kind={notice.kind}>
            {notice.samples.length === 0 ? (
              <p>
                <Sign kind={notice.kind} /> {number(notice.count)} {toldOnce(notice)}
              </p>
            ) : (
              <details>
                <summary>
                  <Sign kind={notice.kind} /> {number(notice.count)} {toldOnce(notice)}
                </summary>
                <ul>
                  {notice.samples.map((sample, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: samples may be alike and never move.
                    <li key={i}>{sample}</li>
                  ))}
                </ul>
                {notice.count > notice.samples.length ? (
                  <p>and {number(notice.count - notice.samples.length)} more</p>
                ) : null}
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const signs = { repaired: 'Repaired:', dropped: 'Left out:', doubt: 'Please look:' } as const

/** What a notice says after its sign, which need not be said again at its end. */
function toldOnce({ kind, what }: ImportNotice): string {
  return kind === 'dropped' ? what.replace(/,? left out$/, '') : what
}

function Sign({ kind }: { readonly kind: ImportNotice['kind'] }) {
  return <b>{signs[kind]}</b>
}
