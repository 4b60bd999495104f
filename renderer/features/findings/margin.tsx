import { memo } from 'react'
import { EvidenceList } from './evidence-list.tsx'
import styles from './findings.module.css'
import { HowItCounts } from './how-it-counts.tsx'
import type { WritingWish } from './place-about.ts'
import type { Section } from './sections.ts'
import type { ReportReading } from './use-report-reading.ts'
import { VoicesList } from './voices-list.tsx'

/** Beside the report: what stands behind the section in view, who is quoted how often, and how it was counted. */
export const Margin = memo(function Margin({
  reading,
  section,
  onWrite,
}: {
  readonly reading: ReportReading
  readonly section: Section
  readonly onWrite: (wish: WritingWish) => void
}) {
  return (
    <aside aria-label="Evidence" className={styles.margin}>
      <EvidenceList key={section.heading.anchor} reading={reading} section={section} onWrite={onWrite} />
      <VoicesList reading={reading} />
      <HowItCounts reading={reading} />
    </aside>
  )
})
