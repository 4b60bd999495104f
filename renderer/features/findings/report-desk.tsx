import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { Report } from '../../../shared/model/report-entities.ts'
import { desktop } from '../../platform/desktop.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { ExportDialog } from './export-dialog.tsx'
import styles from './findings.module.css'
import { keepWhatWasLeft } from './left-drafts.ts'
import { Margin } from './margin.tsx'
import { Outline } from './outline.tsx'
import type { WritingWish } from './place-about.ts'
import { ReportDialog } from './report-dialog.tsx'
import { ReportToolbar } from './report-toolbar.tsx'
import { ReportView } from './report-view.tsx'
import { usePrinting } from './use-printing.ts'
import { useReportReading } from './use-report-reading.ts'
import { useSectionInView } from './use-section-in-view.ts'

/** One report on the desk: its outline, the report itself, and the evidence of the section in view. */
export function ReportDesk({
  report,
  reports,
  anchor,
  onStart,
  isNaming,
  onNamed,
}: {
  readonly report: Report
  readonly reports: readonly Report[]
  readonly anchor: string | undefined
  readonly onStart: () => void
  /** It was just made, and its name is there to type over. */
  readonly isNaming: boolean
  readonly onNamed: () => void
}) {
  const open = useOpenProject()
  const reading = useReportReading(report)
  const print = usePrinting(reading)
  const scroller = useRef<HTMLDivElement>(null)
  const [wish, setWish] = useState<WritingWish | null>(null)
  const [dialog, setDialog] = useState<'export' | 'settings' | null>(null)
  const { current, goTo } = useSectionInView(scroller, reading?.sections ?? null, anchor)
  useEffect(() => keepWhatWasLeft(open, report.id), [open, report.id])
  useEffect(
    () =>
      desktop().onRequest((request) => {
        if (request.kind === 'command' && request.command === 'export-report') setDialog('export')
      }),
    [],
  )
  const section = reading?.sections.find((each) => each.heading.anchor === current) ?? reading?.sections[0]
  // The margin follows when the scrolling leaves time for it.
  const beside = useDeferredValue(section)
  return (
    <div className={styles.desk}>
      <ReportToolbar
        report={report}
        reports={reports}
        reading={reading}
        onStart={onStart}
        onOpen={setDialog}
        isNaming={isNaming}
        onNamed={onNamed}
      />
      <Outline report={report.id} sections={reading?.sections ?? []} current={section} onGo={goTo} />
      <div ref={scroller} className={styles.scroller}>
        {reading ? (
          <ReportView reading={reading} wish={wish} />
        ) : (
          <p role="status" className={styles.loading}>
            Gathering the texts…
          </p>
        )}
      </div>
      {reading && beside ? (
        <Margin reading={reading} section={beside} onWrite={setWish} />
      ) : (
        <aside className={styles.margin} />
      )}
      {dialog === 'export' ? (
        <ExportDialog report={report} onClose={() => setDialog(null)} onPrint={print} />
      ) : null}
      {dialog === 'settings' ? <ReportDialog report={report} onClose={() => setDialog(null)} /> : null}
    </div>
  )
}
