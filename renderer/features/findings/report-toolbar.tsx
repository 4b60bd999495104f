import type { Report } from '../../../shared/model/report-entities.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './findings.module.css'
import { ReportName } from './report-name.tsx'
import type { ReportReading } from './use-report-reading.ts'

/** The head of the report's desk: which report, for whom, and what can be done with it. */
export function ReportToolbar({
  report,
  reports,
  reading,
  onStart,
  onOpen,
  isNaming,
  onNamed,
}: {
  readonly report: Report
  readonly reports: readonly Report[]
  readonly reading: ReportReading | null
  readonly onStart: () => void
  readonly onOpen: (dialog: 'export' | 'settings') => void
  readonly isNaming: boolean
  readonly onNamed: () => void
}) {
  const open = useOpenProject()
  return (
    <header className={styles.toolbar}>
      {isNaming ? (
        <ReportName report={report} onNamed={onNamed} />
      ) : reports.length > 1 ? (
        <Select
          label="Report"
          hideLabel
          value={report.id}
          options={reports.map((each) => ({ key: each.id, label: each.title }))}
          onChange={(id) => {
            location.hash = hrefTo(open.id, { kind: 'findings', report: id })
          }}
        />
      ) : (
        <strong className={styles.reportName}>{report.title}</strong>
      )}
      <span className={styles.told}>
        {reading ? `Reads ${reading.document.layer}` : ''}
        {report.audience ? ` · for ${report.audience}` : ' · for any reader'}
      </span>
      <span className={styles.grow} />
      <Button look="quiet" onPress={onStart}>
        New report
      </Button>
      <Button look="quiet" onPress={() => onOpen('settings')}>
        Report settings
      </Button>
      <Button look="do" onPress={() => onOpen('export')}>
        Export report
      </Button>
    </header>
  )
}
