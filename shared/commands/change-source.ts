import type { Edit, Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { Source, SourceKind, SourceStatus } from '../model/entities.ts'
import type { ParticipantId, SourceId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'

/** Gives sources another name (one at a time), kind or status; null when all of that stands already. */
export function changeSources(
  project: Project,
  ids: readonly SourceId[],
  changes: { readonly name?: string; readonly kind?: SourceKind; readonly status?: SourceStatus },
): Gesture | null {
  const name = changes.name?.trim()
  if (name === '') return null
  const wanted = { ...changes, ...(name === undefined ? {} : { name }) }
  return gesture(
    labelOf(project, ids, wanted),
    ids.map((id) => update('source', entity(project, 'source', id), wanted)),
  )
}

/** Says whose words a source without turns is; null when that stands already. */
export function setSourceParticipants(
  project: Project,
  id: SourceId,
  participants: readonly ParticipantId[],
): Gesture | null {
  const source = entity(project, 'source', id)
  const wanted = participants.length > 0 ? participants : undefined
  return gesture(`Say whose words ${source.name} is`, [update('source', source, { participants: wanted })])
}

function gesture(label: string, edits: readonly Edit[]): Gesture | null {
  const telling = edits.filter((edit) => !isIdle(edit))
  return telling.length > 0 ? { label, edits: telling } : null
}

function labelOf(project: Project, ids: readonly SourceId[], changes: Partial<Source>): string {
  const [first] = ids
  const what =
    first !== undefined && ids.length === 1 ? entity(project, 'source', first).name : `${ids.length} sources`
  if (changes.name !== undefined) return `Rename ${what} to ${changes.name}`
  if (changes.status !== undefined) return `Set ${what} to “${changes.status}”`
  return `Make ${what} ${changes.kind === 'interview' ? 'an interview' : `a ${changes.kind ?? 'source'}`}`
}
