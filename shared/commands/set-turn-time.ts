import type { Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import { clockTime } from '../exchange/label-lines.ts'
import type { Turn } from '../model/entities.ts'
import type { SourceId, TurnId } from '../model/ids.ts'
import { entity, type Project, turnIn, turnsOf } from '../model/project.ts'

/** A time set by hand: the change (null when it stands so already), and what is odd about it, in one sentence. It may
    be meant so, as where two people speak at once. */
export interface TurnTime {
  readonly gesture: Gesture | null
  readonly warning: string | null
}

/** Says when a turn begins, in milliseconds of the transcript's times; null takes its times away. An end that would
    come before the beginning goes. Throws for a time below nothing; does nothing for a turn that is gone. */
export function setTurnTime(project: Project, source: SourceId, id: TurnId, time: number | null): TurnTime {
  if (time !== null && !(time >= 0)) throw new Error('A turn’s time is not below nothing')
  const turn = turnIn(project, source, id)
  if (!turn) return { gesture: null, warning: null }
  const at = time === null ? undefined : Math.round(time)
  const keepsEnd = at !== undefined && turn.endTime !== undefined && turn.endTime >= at
  const edit = update('turn', turn, { time: at, ...(keepsEnd ? {} : { endTime: undefined }) })
  if (isIdle(edit)) return { gesture: null, warning: null }
  const { name, content } = entity(project, 'source', source)
  const label =
    at === undefined ? `Take the time off a turn of ${name}` : `Set a turn of ${name} to ${clockTime(at)}`
  return {
    gesture: { label, edits: [{ ...edit, content }] },
    warning: at === undefined ? null : outOfOrder(turnsOf(project, source), turn, at),
  }
}

/** What is out of order when a turn begins at a time: earlier than a turn before it, or later than one after it.
    Null when all is in order. */
export function outOfOrder(turns: readonly Turn[], turn: Turn, time: number): string | null {
  const at = turns.findIndex((each) => each.id === turn.id)
  const before = turns.slice(0, at).findLast((each) => each.time !== undefined)?.time
  const after = turns.slice(at + 1).find((each) => each.time !== undefined)?.time
  if (before !== undefined && before > time)
    return `${clockTime(time)} is earlier than the turn before, which begins at ${clockTime(before)}.`
  if (after !== undefined && after < time)
    return `${clockTime(time)} is later than the turn after, which begins at ${clockTime(after)}.`
  return null
}
