import type { Turn } from '../model/entities.ts'
import { firstIndex, type Span } from '../text/positions.ts'

/** A place in a text and when it is heard, in milliseconds of the transcript's own times. */
interface TimedPosition {
  readonly position: number
  readonly time: number
}

/** A turn and when it begins; estimated where the transcript gives no time for it. */
export interface TimedTurn {
  readonly turn: Turn
  readonly time: number
  readonly isEstimated: boolean
}

/** When everything of a transcript is heard. */
export interface FollowTimes {
  /** In order of time; turns that nothing can be said of are left out. */
  readonly turns: readonly TimedTurn[]
  /** Finer times, in order of position. */
  readonly points: readonly TimedPosition[]
}

/** What is heard at a moment: the turn, the part of it where finer times are known, and about which position. */
export interface Heard {
  readonly turn: Turn
  readonly stretch: Span | null
  readonly near: number
  readonly isEstimated: boolean
}

/** Lays out when each turn is heard. Turns without a time are spread evenly, by their length, between the times known
    around them; nothing of that is kept. `syncPoints` are a content's pairs of position and time; `end` is when the
    recording ends, in the transcript's times, where it is known. */
export function followTimes(
  turns: readonly Turn[],
  syncPoints: readonly number[] = [],
  end: number | null = null,
): FollowTimes {
  const points = pairs(syncPoints)
  const known = knownTimes(turns, points, end)
  const exactly = new Map(points.toReversed().map(({ position, time }) => [position, time]))
  const timed = turns.flatMap((turn): TimedTurn[] => {
    const exact = turn.time ?? exactly.get(turn.start)
    if (exact !== undefined) return [{ turn, time: exact, isEstimated: false }]
    const time = between(known, turn.start)
    return time === null ? [] : [{ turn, time, isEstimated: true }]
  })
  return { turns: timed.sort((a, b) => a.time - b.time || a.turn.start - b.turn.start), points }
}

/** What is heard at a time of the transcript; null before its first turn, and where no times are known. */
export function heardAt({ turns, points }: FollowTimes, at: number): Heard | null {
  const after = firstIndex(turns, (each) => each.time > at)
  const now = turns[after - 1]
  if (!now) return null
  const { turn, isEstimated } = now
  const inside = pointsIn(points, turn)
  const i = inside.findLastIndex((point) => point.time <= at)
  const last = inside[i] ?? { position: turn.start, time: now.time }
  const next = inside[i + 1] ?? ending(turn, turns[after])
  const isFiner = inside.some((point) => point.position > turn.start)
  return {
    turn,
    stretch: isFiner ? { start: last.position, end: inside[i + 1]?.position ?? turn.end } : null,
    near: next === null ? last.position : Math.floor(onLine(last, next, at)),
    isEstimated,
  }
}

/** When the words at a position of a turn are heard, or the nearest known time before them in that turn; null when
    nothing is known. */
export function timeOfPlace(
  { turns, points }: FollowTimes,
  turn: Turn,
  position: number,
): { readonly time: number; readonly isEstimated: boolean } | null {
  const begins = turns.find((each) => each.turn.id === turn.id)
  if (!begins) return null
  const finer = pointsIn(points, turn).findLast((point) => point.position <= position)
  return finer && finer.time > begins.time
    ? { time: finer.time, isEstimated: false }
    : { time: begins.time, isEstimated: begins.isEstimated }
}

function pairs(syncPoints: readonly number[]): TimedPosition[] {
  const points: TimedPosition[] = []
  for (let i = 0; i + 1 < syncPoints.length; i += 2)
    points.push({ position: syncPoints[i] ?? 0, time: syncPoints[i + 1] ?? 0 })
  return points.sort((a, b) => a.position - b.position || a.time - b.time)
}

/** Every time that is known, in order of position; the transcript begins at its time 0 and ends with the recording. */
function knownTimes(
  turns: readonly Turn[],
  points: readonly TimedPosition[],
  end: number | null,
): readonly TimedPosition[] {
  const known = turns.flatMap((turn) => [
    ...(turn.time === undefined ? [] : [{ position: turn.start, time: turn.time }]),
    ...(turn.endTime === undefined ? [] : [{ position: turn.end, time: turn.endTime }]),
  ])
  const all = [...known, ...points].sort((a, b) => a.position - b.position || a.time - b.time)
  const [first, last] = [turns[0], turns.at(-1)]
  const isOpen = first && (all[0]?.position ?? Number.POSITIVE_INFINITY) > first.start
  if (isOpen) all.unshift({ position: first.start, time: Math.min(0, all[0]?.time ?? 0) })
  const latest = all.reduce((most, each) => Math.max(most, each.time), 0)
  if (last && end !== null && end > latest && (all.at(-1)?.position ?? 0) < last.end)
    all.push({ position: last.end, time: end })
  return all
}

/** The time of a position by the known ones around it; null where none follows. */
function between(known: readonly TimedPosition[], position: number): number | null {
  const i = firstIndex(known, (each) => each.position > position)
  const [before, after] = [known[i - 1], known[i]]
  if (!before) return null
  if (before.position === position) return before.time
  if (!after) return null
  const part = (position - before.position) / (after.position - before.position)
  return before.time + part * Math.max(0, after.time - before.time)
}

function pointsIn(points: readonly TimedPosition[], turn: Turn): readonly TimedPosition[] {
  const first = firstIndex(points, (point) => point.position >= turn.start)
  return points.slice(
    first,
    firstIndex(points, (point) => point.position >= turn.end),
  )
}

/** Where a turn's words end: by its own time, else when the next is heard. */
function ending(turn: Turn, next: TimedTurn | undefined): TimedPosition | null {
  const time = turn.endTime ?? next?.time
  return time === undefined ? null : { position: turn.end, time }
}

function onLine(from: TimedPosition, to: TimedPosition, at: number): number {
  if (to.time <= from.time) return from.position
  const part = Math.min(1, Math.max(0, (at - from.time) / (to.time - from.time)))
  return from.position + part * Math.max(0, to.position - from.position)
}
