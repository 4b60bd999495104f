import type { CodeId } from '../model/ids.ts'

/** Of things in two orders, as few as possible that moved from one to the other: all but a longest row of them that
    keeps its order. Things that stand in only one of the two do not count. */
export function movedBetween(before: readonly CodeId[], after: readonly CodeId[]): ReadonlySet<CodeId> {
  const place = new Map(before.map((id, i) => [id, i]))
  const shared = after.filter((id) => place.has(id))
  const stayed = new Set(longestRising(shared.map((id) => place.get(id) ?? 0)))
  return new Set(shared.filter((_, i) => !stayed.has(i)))
}

/** Positions of a longest rising row of different numbers (patience sorting). */
function longestRising(numbers: readonly number[]): readonly number[] {
  const ends: number[] = []
  const before: number[] = []
  for (const [i, number] of numbers.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = i
  }
  const row: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) row.push(at)
  return row.reverse()
}
