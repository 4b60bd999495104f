import type { Gesture } from '../change/change.ts'
import { isIdle, remove, update } from '../change/edit.ts'
import type { ReportId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'
import type { Report } from '../model/report-entities.ts'

/** What may be changed about a report; undefined takes a choice back to what is usual. */
export interface ReportChanges {
  readonly title?: string
  readonly layer?: Report['layer'] | undefined
  readonly audience?: string | undefined
  readonly counts?: boolean | undefined
  readonly translations?: Report['translations'] | undefined
}

/** Renames a report or changes what it reads and for whom. Null when nothing changes or the title would be empty. */
export function changeReport(project: Project, id: ReportId, changes: ReportChanges): Gesture | null {
  const report = entity(project, 'report', id)
  const title = changes.title?.trim()
  if (title === '') return null
  const edit = update('report', report, { ...changes, ...(title === undefined ? {} : { title }) })
  if (isIdle(edit)) return null
  const renamed = title !== undefined && title !== report.title
  return {
    label: renamed ? `Rename report “${report.title}” to “${title}”` : `Change what “${report.title}” reads`,
    edits: [edit],
  }
}

/** Deletes a report with what was written in it and its choices of quotes; the evidence itself is not touched. */
export function removeReport(project: Project, id: ReportId): Gesture {
  const report = entity(project, 'report', id)
  const prose = [...project.tables.prose.values()].filter((each) => each.report === id)
  const choices = [...project.tables.quoteChoice.values()].filter((each) => each.report === id)
  return {
    label: `Delete report “${report.title}”`,
    edits: [
      ...prose.map((each) => remove('prose', each)),
      ...choices.map((each) => remove('quoteChoice', each)),
      remove('report', report),
    ],
  }
}
