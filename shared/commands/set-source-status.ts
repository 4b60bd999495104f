import type { Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { SourceStatus } from '../model/entities.ts'
import type { SourceId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'

/** Says how far the coding of a source has come. Null when it has come that far already. */
export function setSourceStatus(project: Project, id: SourceId, status: SourceStatus): Gesture | null {
  const source = entity(project, 'source', id)
  const edit = update('source', source, { status })
  return isIdle(edit) ? null : { label: `Mark ${source.name} as ${status}`, edits: [edit] }
}
