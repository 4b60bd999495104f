import { placeOfCoding } from '../../parts/passage-places.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './findings.module.css'
import type { Evidence, Standing } from './section-evidence.ts'
import { useQuoteChoices } from './use-quote-choices.ts'
import type { ReportReading } from './use-report-reading.ts'

const standings: Readonly<Record<Standing, string>> = {
  here: 'quoted here',
  elsewhere: 'quoted in another section',
  'left out': 'left out by you',
  unquoted: 'not yet quoted',
  paraphrase: 'paraphrase only: cannot be quoted',
  count: 'counted only: words not shown',
}

/** One excerpt with what has become of it in the report, and what can be done with it. */
export function EvidenceItem({
  reading,
  evidence,
}: {
  readonly reading: ReportReading
  readonly evidence: Evidence
}) {
  const open = useOpenProject()
  const choices = useQuoteChoices()
  const { code, coding, source, standing, text, who } = evidence
  const ref = code && { report: reading.report.id, code, source, coding }
  const href = hrefTo(open.id, placeOfCoding(open.project, source, coding, evidence))
  const addable = standing === 'unquoted' || standing === 'elsewhere' || standing === 'left out'
  return (
    <li className={styles.evidence} data-standing={standing}>
      {text ? (
        <a href={href} title="Go to this place in the transcript">
          {text}
        </a>
      ) : null}
      <small>
        {who} · {evidence.star ? 'key quote · ' : ''}
        {evidence.against ? 'speaks against · ' : ''}
        {standings[standing]}
      </small>
      {addable && ref ? (
        <Button look="quiet" aria-label={`Add this quote of ${who}`} onPress={() => choices.add(ref)}>
          + add
        </Button>
      ) : null}
      {standing === 'here' && ref ? (
        <Button
          look="quiet"
          aria-label={`Leave out this quote of ${who}`}
          onPress={() => choices.leaveOut(ref)}
        >
          leave out
        </Button>
      ) : null}
    </li>
  )
}
