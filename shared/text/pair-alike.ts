/** Pairs of words (place in the first list, place in the second) that are other spellings of each other, in order
    and without crossing; as alike as can be, all together. Costs the product of the lists' lengths. */
export function pairAlike(before: readonly string[], after: readonly string[]): [number, number][] {
  const width = after.length + 1
  const best = new Float32Array((before.length + 1) * width)
  const likeness = new Float32Array(before.length * after.length)
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const alike = howAlike(before[i] ?? '', after[j] ?? '')
      likeness[i * after.length + j] = alike
      const paired = alike > 0 ? alike + (best[(i + 1) * width + j + 1] ?? 0) : 0
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0)
    }
  }
  return followBest(best, likeness, before.length, after.length)
}

function followBest(
  best: Float32Array,
  likeness: Float32Array,
  rows: number,
  columns: number,
): [number, number][] {
  const pairs: [number, number][] = []
  const value = (i: number, j: number) => best[i * (columns + 1) + j] ?? 0
  let i = 0
  let j = 0
  while (i < rows && j < columns) {
    if (value(i, j) === value(i + 1, j)) i++
    else if (value(i, j) === value(i, j + 1)) j++
    else {
      if ((likeness[i * columns + j] ?? 0) > 0) pairs.push([i, j])
      i++
      j++
    }
  }
  return pairs
}

/** The share of a word's units that both spellings begin and end with; 0 where it is less than half, or for signs. */
function howAlike(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  const shorter = Math.min(a.length, b.length)
  if (shorter < 2 || longer > 60) return 0
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const share = (head + tail) / longer
  return share >= 0.5 ? share : 0
}
