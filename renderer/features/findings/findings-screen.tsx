import { useState } from 'react'
import { newReport } from '../../../shared/commands/new-report.ts'
import type { ReportId } from '../../../shared/model/ids.ts'
import { inOrder } from '../../../shared/model/project.ts'
import { hrefTo } from '../../parts/places.ts'
import { surroundings } from '../../platform/making.ts'
import { useCommit, useOpenProject, useSelected } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './findings.module.css'
import { ReportDesk } from './report-desk.tsx'

/** Where findings are drafted: the reports of the project, one at a time. */
export function FindingsScreen({
  report,
  anchor,
}: {
  readonly report?: ReportId | undefined
  readonly anchor?: string | undefined
}) {
  const table = useSelected((open) => open.project.tables.report)
  const reports = inOrder(table)
  const shown = reports.find((each) => each.id === report) ?? reports[0]
  const start = useStartReport()
  const [naming, setNaming] = useState<ReportId | null>(null)
  if (!shown) return <NoReports onStart={start} />
  return (
    <ReportDesk
      key={shown.id}
      report={shown}
      reports={reports}
      anchor={anchor}
      onStart={() => setNaming(start())}
      isNaming={naming === shown.id}
      onNamed={() => setNaming(null)}
    />
  )
}

/** Starts a research summary, goes there, and gives its identity. */
function useStartReport(): () => ReportId {
  const open = useOpenProject()
  const commit = useCommit()
  return () => {
    const making = { newId: surroundings.newId, at: surroundings.now(), by: open.coder }
    const { id, gesture } = newReport(
      open.project,
      { template: 'research-summary', title: 'Research summary' },
      making,
    )
    void commit(gesture)
    location.hash = hrefTo(open.id, { kind: 'findings', report: id })
    return id
  }
}

function NoReports({ onStart }: { readonly onStart: () => void }) {
  return (
    <div className={styles.none}>
      <EmptyState
        isScreen
        title="No findings yet"
        action={
          <Button look="do" onPress={onStart}>
            Start a research summary
          </Button>
        }
      >
        A research summary is built from what you have coded. Each section gathers the codes that feed it,
        says how many participants speak of them, out of how many, quotes them in their own words, and shows
        who speaks against. You write between the evidence; what you write stays when the coding changes.
      </EmptyState>
    </div>
  )
}
