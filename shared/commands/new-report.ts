import type { Gesture } from '../change/change.ts'
import { create } from '../change/edit.ts'
import type { ReportId } from '../model/ids.ts'
import { keyBetween } from '../model/order.ts'
import { inOrder, type Project } from '../model/project.ts'
import type { Report } from '../model/report-entities.ts'
import type { Making } from './making.ts'

/** A report that was started, and the gesture that starts it. */
export interface StartedReport {
  readonly id: ReportId
  readonly gesture: Gesture
}

/** What a new report is told; what is left out is decided when it is read (see `Report`). */
export type ReportWish = Pick<Report, 'template' | 'title'> &
  Partial<Pick<Report, 'layer' | 'audience' | 'counts' | 'translations'>>

/** Starts a report after those there are. A title that is already taken gets a number. */
export function newReport(project: Project, wish: ReportWish, making: Making): StartedReport {
  const reports = inOrder(project.tables.report)
  const title = freeTitle(
    wish.title.trim() || 'Research summary',
    new Set(reports.map((report) => report.title)),
  )
  const id = making.newId<'report'>()
  const order = keyBetween(reports.at(-1)?.order ?? null, null)
  return {
    id,
    gesture: {
      label: `Start report “${title}”`,
      edits: [create('report', { ...wish, title, id, madeAt: making.at, order })],
    },
  }
}

function freeTitle(title: string, taken: ReadonlySet<string>): string {
  let free = title
  for (let number = 2; taken.has(free); number++) free = `${title} ${number}`
  return free
}
