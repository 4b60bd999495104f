import type { Gesture } from '../change/change.ts'
import { create, update } from '../change/edit.ts'
import type { Turn } from '../model/entities.ts'
import type { SourceId, TurnId } from '../model/ids.ts'
import { entity, type Project, turnIn } from '../model/project.ts'
import { onCharacter, trimSpan } from '../text/positions.ts'
import type { Making } from './making.ts'

/** Cuts a turn in two at a position; both parts keep the speaker, for one of them to be changed.
    Null when one part would have no words. */
export function splitTurn(
  project: Project,
  source: SourceId,
  id: TurnId,
  at: number,
  text: string,
  making: Making,
): Gesture | null {
  const turn = turnIn(project, source, id)
  if (!turn) return null
  const cut = onCharacter(text, at)
  if (cut <= turn.start || cut >= turn.end) return null
  const first = trimSpan(text, { start: turn.start, end: cut })
  const second = trimSpan(text, { start: cut, end: turn.end })
  if (!first || !second) return null
  const { content } = entity(project, 'source', source)
  const { speaker, endTime, question: _, time: __, ...place } = turn
  const rest: Turn = {
    ...place,
    id: making.newId<'turn'>(),
    label: second.start,
    start: second.start,
    end: turn.end,
    ...(speaker ? { speaker } : {}),
    ...(endTime === undefined ? {} : { endTime }),
  }
  return {
    label: 'Split a turn in two',
    edits: [
      { ...update('turn', turn, { end: first.end, endTime: undefined }), content },
      { ...create('turn', rest), content },
    ],
  }
}
