import type { Change } from '../../shared/change/change.ts'
import type { Moment } from './moment.ts'
import { earlierFailed, refusal } from './refusal.ts'
import type { Committed, SaveState } from './save-state.ts'
import type { ProjectDatabase } from './stored-project.ts'

/** The writing of an open project's changes, one after another. */
export interface WritingInOrder {
  readonly saving: SaveState
  /** What the database has. */
  readonly durable: Moment
  /** How often writing was refused: what was worked out before that stands on changes that are gone. */
  readonly refusals: number
  /** Settles once all that was given until now is written or was refused. */
  readonly ended: Promise<void>
  /** Writes a change at its place of the log; `after` is the moment it leads to. */
  write(change: Change, place: number, after: Moment): Promise<Committed>
}

/** Begins with what is durable. `newest` tells the moment that is shown; where writing is refused, `goBack` shows the
    durable one again, so that nothing is shown that would be gone tomorrow. */
export function writeInOrder(
  database: Pick<ProjectDatabase, 'write'>,
  start: Moment,
  window: {
    readonly newest: () => Moment
    readonly goBack: (durable: Moment) => void
    readonly onChange: () => void
  },
): WritingInOrder {
  let saving: SaveState = { kind: 'saved' }
  let durable = start
  let refusals = 0
  let ended: Promise<void> = Promise.resolve()
  const refused = (trouble: unknown): Committed => {
    refusals++
    const problem = refusal(trouble)
    saving = { kind: 'failed', problem }
    window.goBack(durable)
    return { ok: false, problem }
  }
  const written = async (change: Change, place: number, after: Moment): Promise<Committed> => {
    try {
      await database.write(change, place, after.project)
    } catch (trouble) {
      return refused(trouble)
    }
    durable = after
    if (window.newest() === after) {
      saving = { kind: 'saved' }
      window.onChange()
    }
    return { ok: true }
  }
  return {
    get saving() {
      return saving
    },
    get durable() {
      return durable
    },
    get refusals() {
      return refusals
    },
    get ended() {
      return ended
    },
    write: (change, place, after) => {
      const known = refusals
      saving = { kind: 'saving' }
      const outcome = ended.then(() => (known === refusals ? written(change, place, after) : earlierFailed))
      ended = outcome.then(nothing, nothing)
      return outcome
    },
  }
}

function nothing(): void {}
