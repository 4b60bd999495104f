import type { Gesture } from '../change/change.ts'
import { create, isIdle, remove, update } from '../change/edit.ts'
import type { ReportId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { Prose, ProseDoc } from '../model/report-entities.ts'
import { isEmptyProse } from '../report/prose.ts'
import type { Making } from './making.ts'

/** Words at one place of a report. `placeName` is what a person calls the place, for the history. */
export interface Writing {
  readonly report: ReportId
  readonly place: string
  readonly placeName: string
  readonly doc: ProseDoc
}

/** Keeps what the lead wrote at a place; an emptied place is taken away, and words that followed their code from
    another section are now at home here. Null when nothing changes or the report is gone. Codings are not looked
    at, so nothing that happens to them touches the words. */
export function writeProse(
  project: Project,
  { report, place, placeName, doc }: Writing,
  making: Making,
): Gesture | null {
  if (!project.tables.report.has(report)) return null
  const written = proseAt(project, report, place)
  const empty = isEmptyProse(doc)
  if (!written) {
    if (empty) return null
    return {
      label: `Write “${placeName}”`,
      edits: [create('prose', { id: making.newId<'prose'>(), report, place, doc })],
    }
  }
  if (empty) return { label: `Empty “${placeName}”`, edits: [remove('prose', written)] }
  const edit = update('prose', written, { doc, place })
  return isIdle(edit) ? null : { label: `Rewrite “${placeName}”`, edits: [edit] }
}

/** What stands at a place of a report: what was written there, else what was written about the same code while it
    stood in another section. Where two copies both began a place, the one with the smaller id. */
export function proseAt(project: Project, report: ReportId, place: string): Prose | undefined {
  const ofReport = [...project.tables.prose.values()].filter((each) => each.report === report)
  return (
    smallest(ofReport.filter((each) => each.place === place)) ??
    smallest(ofReport.filter((each) => moved(project, each.place, place)))
  )
}

/** True for two places of one code, such as `barriers/ID` and `potential/ID`. */
function moved(project: Project, from: string, to: string): boolean {
  const slash = to.indexOf('/')
  const code = to.slice(slash + 1).split('/')[0] ?? ''
  return slash >= 0 && project.tables.code.has(code) && from.endsWith(to.slice(slash))
}

function smallest(found: readonly Prose[]): Prose | undefined {
  return found.reduce<Prose | undefined>(
    (least, each) => (!least || each.id < least.id ? each : least),
    undefined,
  )
}
