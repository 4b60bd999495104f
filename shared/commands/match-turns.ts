import type { Turn } from '../model/entities.ts'
import type { TextAlignment } from '../text/align-texts.ts'
import { followSpan } from '../text/follow-span.ts'
import type { Span } from '../text/positions.ts'

/** For each turn of a new version, in order, the turn until now whose words it has (its place in `old`), or -1. Each
    turn is matched once at most: with the turn that holds most of its words. */
export function matchTurns(
  old: readonly Turn[],
  fresh: readonly Span[],
  alignment: TextAlignment,
): readonly number[] {
  const shared: Shared[] = []
  let first = 0
  for (const [i, turn] of old.entries()) {
    const now = whereNow(alignment, turn)
    while ((fresh[first]?.end ?? Number.POSITIVE_INFINITY) < now.start) first++
    for (let j = first; j < fresh.length; j++) {
      const other = fresh[j]
      if (!other || other.start > now.end) break
      const units = Math.min(now.end, other.end) - Math.max(now.start, other.start)
      if (units > 0 || (other.start === now.start && other.end === now.end)) shared.push({ i, j, units })
    }
  }
  return mostShared(shared, fresh.length)
}

interface Shared {
  readonly i: number
  readonly j: number
  readonly units: number
}

/** Where most of a turn's words stand now; where nothing is left of them, where they stood. */
function whereNow(alignment: TextAlignment, turn: Turn): Span {
  const words = turn.end > turn.start ? followSpan(alignment, turn) : null
  if (words) return words
  const at = alignment.mapPosition(turn.start, -1)
  return { start: at, end: Math.max(at, alignment.mapPosition(turn.end, 1)) }
}

function mostShared(shared: readonly Shared[], length: number): number[] {
  const match = Array.from({ length }, () => -1)
  const taken = new Set<number>()
  for (const { i, j } of shared.toSorted((a, b) => b.units - a.units || a.j - b.j || a.i - b.i)) {
    if (taken.has(i) || match[j] !== -1) continue
    taken.add(i)
    match[j] = i
  }
  return match
}
