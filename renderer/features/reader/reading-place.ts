import { useSyncExternalStore } from 'react'
import type { CodingId } from '../../../shared/model/ids.ts'
import type { Span } from '../../../shared/text/positions.ts'

/** Where somebody is in a transcript: caret or selection, what the mouse rests on, and which coding is meant. */
export interface Reading {
  readonly selection: Span
  readonly caret: number
  /** A group's key (see `CodingGroup`) while the mouse rests on it. */
  readonly pointed: string | null
  readonly chosen: CodingId | null
}

/** A small store, so that moving the caret draws the side column anew and nothing else. */
export interface ReadingPlace {
  readonly now: () => Reading
  readonly set: (changes: Partial<Reading>) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Makes the store for one opened transcript. */
export function readingPlace(): ReadingPlace {
  let now: Reading = { selection: { start: 0, end: 0 }, caret: 0, pointed: null, chosen: null }
  const listeners = new Set<() => void>()
  return {
    now: () => now,
    set: (changes) => {
      now = { ...now, ...changes }
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Where somebody is now; re-renders as they move. */
export function useReading(place: ReadingPlace): Reading {
  return useSyncExternalStore(place.subscribe, place.now)
}
