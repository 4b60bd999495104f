import { type CSSProperties, useMemo } from 'react'
import { counted } from '../../../shared/text/counted.ts'
import styles from './findings.module.css'
import type { ReportReading } from './use-report-reading.ts'
import { carriesMuch, type Voice, voicesOf } from './voices.ts'

/** Who is quoted how often, and who is not, so that no voice carries the report unnoticed. */
export function VoicesList({ reading }: { readonly reading: ReportReading }) {
  const voices = useMemo(() => voicesOf(reading.document, reading.tally.denominator.tookPart), [reading])
  const quoted = voices.filter((voice) => voice.quotes > 0)
  const unquoted = voices.filter((voice) => voice.quotes === 0)
  const most = quoted[0]?.quotes ?? 1
  return (
    <section>
      <h2>
        Voices in this report
        {voices.length > 0 ? (
          <span>
            {unquoted.length} of {voices.length} unquoted
          </span>
        ) : null}
      </h2>
      <ul>
        {quoted.map((voice) => (
          <li
            key={voice.participant.id}
            className={styles.bar}
            data-much={carriesMuch(voice, voices) ? '' : undefined}
            style={barStyle(voice, most)}
          >
            <span>{voice.participant.pseudonym}</span>
            <i aria-hidden="true" />
            <span>{counted(voice.quotes, 'quote')}</span>
          </li>
        ))}
      </ul>
      {unquoted.length > 0 ? (
        <p className={styles.quiet}>Not quoted: {unquoted.map(told).join(', ')}.</p>
      ) : null}
    </section>
  )
}

function told({ participant, mayBeQuoted }: Voice): string {
  return mayBeQuoted ? participant.pseudonym : `${participant.pseudonym} (may not be quoted)`
}

function barStyle({ quotes }: Voice, most: number): CSSProperties {
  const style: CSSProperties & { readonly '--v': number } = { '--v': Math.round((quotes / most) * 100) }
  return style
}
