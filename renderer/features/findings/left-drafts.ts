import { writeProse } from '../../../shared/commands/write-prose.ts'
import type { ReportId } from '../../../shared/model/ids.ts'
import { forgetDraft, keptDrafts } from '../../parts/prose-editor-draft.ts'
import { surroundings } from '../../platform/making.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { say } from '../../ui/messages.tsx'

/** The key of words on their way to a place of a report. */
export function draftKey(open: OpenProject, report: ReportId, place: string): string {
  return `${reportKey(open, report)}${place}`
}

/** Keeps words that were not durable when the window last went away, and says so. */
export function keepWhatWasLeft(open: OpenProject, report: ReportId): void {
  const beginning = reportKey(open, report)
  for (const { key, doc } of keptDrafts(beginning)) {
    const place = key.slice(beginning.length)
    const making = { newId: surroundings.newId, at: surroundings.now(), by: open.coder }
    const gesture = writeProse(open.project, { report, place, placeName: nameFrom(open, place), doc }, making)
    if (!gesture) {
      forgetDraft(key)
      continue
    }
    void open.commit(gesture).then((committed) => {
      if (!committed.ok) return
      forgetDraft(key)
      say({ kind: 'done', text: 'Words you wrote as the window closed have been kept.' })
    })
  }
}

/** A place by the code it is about; for places of no code, by what it is. */
function nameFrom(open: OpenProject, place: string): string {
  return open.project.tables.code.get(place.split('/')[1] ?? '')?.name ?? 'a section of the report'
}

function reportKey(open: OpenProject, report: ReportId): string {
  return `${open.id}/${report}/`
}
