import type { Gesture } from '../change/change.ts'
import { remove, update } from '../change/edit.ts'
import type { SourceId, TurnId } from '../model/ids.ts'
import { entity, type Project, turnsOf } from '../model/project.ts'

/** A turn joined with the one after it, or why that cannot be. */
export type Joined =
  | { readonly ok: true; readonly gesture: Gesture }
  | { readonly ok: false; readonly problem: string }

/** Makes one turn of a turn and the next; the first one's speaker speaks both. A label that stands in the text
    between them would become words, so then it is refused. */
export function joinTurns(project: Project, source: SourceId, id: TurnId): Joined {
  const turns = turnsOf(project, source)
  const at = turns.findIndex((turn) => turn.id === id)
  const turn = turns[at]
  const next = turns[at + 1]
  if (!turn || !next) return { ok: false, problem: 'There is no turn after this one to join it with.' }
  if (next.label < next.start) {
    return {
      ok: false,
      problem: 'The next turn’s label stands in the text, so it would become words of this turn.',
    }
  }
  const { content } = entity(project, 'source', source)
  const joined = update('turn', turn, { end: next.end, endTime: next.endTime })
  const gesture = {
    label: 'Join two turns',
    edits: [
      { ...joined, content },
      { ...remove('turn', next), content },
    ],
  }
  return { ok: true, gesture }
}
