import type { Pause } from '../../shared/change/slices.ts'
import type { Committed, Surroundings } from './save-state.ts'

/** Large changes of an open project, worked out one after another. */
export interface ChangesInLine {
  /** True while any is worked out or written. */
  readonly some: boolean
  /** Settles once those that are in line now have ended, however they ended. */
  readonly ended: Promise<void>
  /** Puts one at the end of the line. Cancelling by `signal` ends it where it may be interrupted. */
  run(work: (pause: Pause) => Promise<Committed>, signal?: AbortSignal): Promise<Committed>
}

/** An empty line; `onChange` is called whenever one joins it or leaves it. */
export function changesInLine(pausing: Surroundings['pausing'], onChange: () => void): ChangesInLine {
  let count = 0
  let ended: Promise<void> = Promise.resolve()
  return {
    get some() {
      return count > 0
    },
    get ended() {
      return ended
    },
    run: (work, signal) => {
      count++
      onChange()
      const outcome = ended.then(async (): Promise<Committed> => {
        try {
          return await work(cancellable(pausing?.() ?? (() => null), signal))
        } catch (trouble) {
          if (signal?.aborted !== true) throw trouble
          return { ok: false, problem: 'It was cancelled. Nothing was changed.' }
        } finally {
          count--
          onChange()
        }
      })
      ended = outcome.then(nothing, nothing)
      return outcome
    },
  }
}

/** Waits for what is under way, and for what joins it meanwhile: until all of it is the same as before waiting. */
export async function untilSteady(underWay: () => readonly Promise<void>[]): Promise<void> {
  for (let known: readonly unknown[] = []; ; ) {
    const now = underWay()
    if (now.every((each, i) => each === known[i])) return
    known = now
    await Promise.all(now)
  }
}

function cancellable(pause: Pause, signal: AbortSignal | undefined): Pause {
  return () => {
    signal?.throwIfAborted()
    return pause()
  }
}

function nothing(): void {}
