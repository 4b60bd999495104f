import type { Edit, Gesture } from '../change/change.ts'
import { isIdle, remove, update } from '../change/edit.ts'
import type { RoundId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'
import type { RoundResult } from '../model/team-entities.ts'

/** Gives a round another name or note; an empty note takes it away. Null when nothing changes or the name is empty. */
export function changeRound(
  project: Project,
  id: RoundId,
  changes: { readonly name?: string; readonly note?: string },
): Gesture | null {
  const round = entity(project, 'round', id)
  const name = (changes.name ?? round.name).trim()
  const note = (changes.note ?? round.note ?? '').trim()
  if (name === '') return null
  const edit = update('round', round, { name, note: note === '' ? undefined : note })
  if (isIdle(edit)) return null
  return {
    label: name === round.name ? `Change the note on ${name}` : `Rename the round ${round.name} to ${name}`,
    edits: [edit],
  }
}

/** Keeps what a round's comparison came to. What it came to before stays in the history. */
export function recordRoundResult(project: Project, id: RoundId, result: RoundResult): Gesture | null {
  const round = entity(project, 'round', id)
  const edit = update('round', round, { result })
  return isIdle(edit) ? null : { label: `Keep the result of ${round.name}`, edits: [edit] }
}

/** Deletes a round and what was assigned for it. Decisions made in it stay, with their agreed codings; so does its
    version of the codebook. */
export function deleteRound(project: Project, id: RoundId): Gesture {
  const { adjudication, assignment } = project.tables
  const gone = entity(project, 'round', id)
  const edits: Edit[] = [
    ...[...adjudication.values()]
      .filter((each) => each.round === id)
      .map((each) => update('adjudication', each, { round: undefined })),
    ...[...assignment.values()].filter((each) => each.round === id).map((each) => remove('assignment', each)),
    remove('round', gone),
  ]
  return { label: `Delete the round ${gone.name}`, edits }
}
