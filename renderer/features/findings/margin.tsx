import { memo, useMemo, useState } from 'react'
import { inquiryOf } from '../../../shared/model/project.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './findings.module.css'
import { HowItCounts } from './how-it-counts.tsx'
import { type Evidence, type Standing, sectionEvidence } from './section-evidence.ts'
import type { Section } from './sections.ts'
import { useQuoteChoices } from './use-quote-choices.ts'
import type { ReportReading } from './use-report-reading.ts'
import { VoicesList } from './voices-list.tsx'

/** Beside the report: what stands behind the section in view, who is quoted how often, and how it was counted. */
export const Margin = memo(function Margin({
  reading,
  section,
}: {
  readonly reading: ReportReading
  readonly section: Section
}) {
  return (
    <aside aria-label="Evidence" className={styles.margin}>
      <EvidenceList key={section.heading.anchor} reading={reading} section={section} />
      <VoicesList reading={reading} />
      <HowItCounts reading={reading} />
    </aside>
  )
})

const first = 12

function EvidenceList({ reading, section }: { readonly reading: ReportReading; readonly section: Section }) {
  const [all, setAll] = useState(false)
  const evidence = useMemo(
    () => sectionEvidence({ ...reading, report: reading.report.id }, section),
    [reading, section],
  )
  const counted = inquiryOf(reading.project).approach !== 'reflexive' || reading.report.counts === true
  const passages = new Set(evidence.map((each) => each.coding)).size
  const people = new Set(evidence.map((each) => each.who)).size
  return (
    <section>
      <h2>
        Evidence
        {evidence.length > 0 && counted ? (
          <span>
            {people === 1 ? '1 participant' : `${people} participants`} ·{' '}
            {passages === 1 ? '1 passage' : `${passages} passages`}
          </span>
        ) : null}
      </h2>
      {evidence.length === 0 ? (
        <p className={styles.quiet}>No passages stand behind this section by themselves.</p>
      ) : null}
      <ul>
        {(all ? evidence : evidence.slice(0, first)).map((each) => (
          <EvidenceItem key={each.coding + each.who} reading={reading} evidence={each} />
        ))}
      </ul>
      {!all && evidence.length > first ? (
        <Button look="quiet" onPress={() => setAll(true)}>
          Show all {evidence.length} excerpts
        </Button>
      ) : null}
    </section>
  )
}

const standings: Readonly<Record<Standing, string>> = {
  here: 'quoted here',
  elsewhere: 'quoted in another section',
  'left out': 'left out by you',
  unquoted: 'not yet quoted',
  paraphrase: 'paraphrase only: cannot be quoted',
  count: 'counted only: words not shown',
}

function EvidenceItem({
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
  const href = hrefTo(open.id, { kind: 'source', source, at: [evidence.start, evidence.end] })
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
