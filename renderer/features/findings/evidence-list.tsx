import { type ReactNode, useMemo, useState } from 'react'
import { inquiryOf } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { type EvidenceGroup, evidenceGroups } from './evidence-groups.ts'
import { EvidenceItem } from './evidence-item.tsx'
import styles from './findings.module.css'
import { type WritingWish, writingWish } from './place-about.ts'
import { type Evidence, sectionEvidence } from './section-evidence.ts'
import type { Section } from './sections.ts'
import type { ReportReading } from './use-report-reading.ts'

/** What stands behind a section: code by code where it tells several together, else one excerpt after the other. */
export function EvidenceList({
  reading,
  section,
  onWrite,
}: {
  readonly reading: ReportReading
  readonly section: Section
  readonly onWrite: (wish: WritingWish) => void
}) {
  const evidence = useMemo(
    () => sectionEvidence({ ...reading, report: reading.report.id }, section),
    [reading, section],
  )
  const hasCounts = inquiryOf(reading.project).approach !== 'reflexive' || reading.report.counts === true
  const passages = new Set(evidence.map((each) => each.coding)).size
  const people = new Set(evidence.map((each) => each.who)).size
  const { groups, rest } = evidenceGroups(section, evidence)
  return (
    <section>
      <h2>
        Evidence
        {evidence.length > 0 && hasCounts ? (
          <span>
            {counted(people, 'participant')} · {counted(passages, 'passage')}
          </span>
        ) : null}
      </h2>
      {evidence.length === 0 ? (
        <p className={styles.quiet}>No passages stand behind this section by themselves.</p>
      ) : null}
      {groups.map((group) => (
        <CodeEvidence
          key={group.code}
          reading={reading}
          section={section}
          group={group}
          first={groups.length > 5 ? 1 : 2}
          onWrite={onWrite}
        />
      ))}
      <Excerpts reading={reading} evidence={rest} first={12} />
    </section>
  )
}

/** The excerpts of one of the codes told together, and a way to write about it. */
function CodeEvidence({
  reading,
  section,
  group,
  first,
  onWrite,
}: {
  readonly reading: ReportReading
  readonly section: Section
  readonly group: EvidenceGroup
  readonly first: number
  readonly onWrite: (wish: WritingWish) => void
}) {
  const open = useOpenProject()
  const wish = writingWish(section, group.code)
  const quoted = group.evidence.filter((each) => each.standing === 'here').length
  return (
    <div className={styles.codeEvidence}>
      <h3>
        <a href={hrefTo(open.id, { kind: 'codebook', code: group.code })} title="Show all its excerpts">
          {group.name}
        </a>
        {quoted > 0 ? (
          <span>
            {quoted} of {group.evidence.length} quoted
          </span>
        ) : null}
      </h3>
      <Excerpts reading={reading} evidence={group.evidence} first={first}>
        {wish ? (
          <Button look="quiet" aria-label={`Write about this: ${group.name}`} onPress={() => onWrite(wish)}>
            Write about this
          </Button>
        ) : null}
      </Excerpts>
    </div>
  )
}

/** The first few excerpts, the others when asked for, and what else can be done here. */
function Excerpts({
  reading,
  evidence,
  first,
  children,
}: {
  readonly reading: ReportReading
  readonly evidence: readonly Evidence[]
  readonly first: number
  readonly children?: ReactNode
}) {
  const [all, setAll] = useState(false)
  return (
    <>
      <ul>
        {(all ? evidence : evidence.slice(0, first)).map((each) => (
          <EvidenceItem key={each.coding + each.who} reading={reading} evidence={each} />
        ))}
      </ul>
      <div className={styles.further}>
        {!all && evidence.length > first ? (
          <Button look="quiet" onPress={() => setAll(true)}>
            Show all {evidence.length} excerpts
          </Button>
        ) : null}
        {children}
      </div>
    </>
  )
}
