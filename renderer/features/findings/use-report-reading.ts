import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { readLayer } from '../../../shared/analysis/read-layer.ts'
import { type Tally, tallyLayer } from '../../../shared/analysis/tally.ts'
import type { Project, Texts } from '../../../shared/model/project.ts'
import type { Report } from '../../../shared/model/report-entities.ts'
import { composeReport } from '../../../shared/report/compose-report.ts'
import type { ReportDocument } from '../../../shared/report/report-document.ts'
import { useOpenProject, useProject } from '../../project/project-context.tsx'
import { keepSections } from './keep-sections.ts'
import { type Section, sectionsOf } from './sections.ts'

/** A report as it reads now, with everything its margins are told from. */
export interface ReportReading {
  readonly report: Report
  readonly project: Project
  readonly texts: Texts
  readonly document: ReportDocument
  readonly sections: readonly Section[]
  readonly tally: Tally
}

/** Composes a report and composes it again behind the person's hands when the project changes. Null until the
    texts are here. */
export function useReportReading(wanted: Report): ReportReading | null {
  const open = useOpenProject()
  const ready = useTexts()
  const now = useProject()
  const project = useDeferredValue(now)
  const report = project.tables.report.get(wanted.id) ?? wanted
  const drawn = useRef<readonly Section[]>([])
  return useMemo(() => {
    if (!ready) return null
    const texts: Texts = (hash) => open.text(hash)
    const document = composeReport(project, texts, report)
    const tally = tallyLayer(project, readLayer(project, report.layer), report.audience)
    drawn.current = keepSections(drawn.current, sectionsOf(document))
    return { report, project, texts, document, sections: drawn.current, tally }
  }, [open, ready, project, report])
}

function useTexts(): boolean {
  const open = useOpenProject()
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let wanted = true
    void open.loadTexts().then(() => {
      if (wanted) setReady(true)
    })
    return () => {
      wanted = false
    }
  }, [open])
  return ready
}
