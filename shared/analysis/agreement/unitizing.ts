import { type Coefficient, withoutVariation } from './coefficient.ts'

/** One stretch a coder marked: from start up to but not including end, in any unit of length. */
export interface MarkedSpan {
  readonly start: number
  readonly end: number
  /** The category it was given. */
  readonly category: string
}

/** A continuum (a text, a recording) and what each coder marked in it. */
export interface Continuum {
  readonly length: number
  /** For each coder the spans in order of start, none overlapping another of the same coder. */
  readonly coders: readonly (readonly MarkedSpan[])[]
}

/** What coders' marks come to when they are laid over one another. Lengths, summed over coders. */
export interface Overlay {
  /** Length times coders. */
  readonly total: number
  /** By category: length that pairs of coders gave the same category, each pair both ways, over coders less one. */
  readonly alike: ReadonlyMap<string, number>
  /** Length that pairs of coders left unmarked together, likewise. */
  readonly gapAlike: number
  /** By category: length marked. */
  readonly marked: ReadonlyMap<string, number>
  /** Length unmarked. */
  readonly gap: number
  /** By category: squares of the spans' lengths, which chance cannot pair with themselves. */
  readonly squares: ReadonlyMap<string, number>
  /** By category: length marked that others marked too, whatever they called it. */
  readonly pairable: ReadonlyMap<string, number>
  /** By category: squares of each span's mean length that others marked too. */
  readonly pairableSquares: ReadonlyMap<string, number>
}

/** Lays the coders' marks over one another. Null with fewer than two coders or no length. */
export function overlay({ length, coders }: Continuum): Overlay | null {
  const others = coders.length - 1
  if (others < 1 || length <= 0) return null
  const tables = {
    alike: new Map<string, number>(),
    marked: new Map<string, number>(),
    squares: new Map<string, number>(),
    pairable: new Map<string, number>(),
    pairableSquares: new Map<string, number>(),
  }
  const met = coders.map((spans) => new Float64Array(spans.length))
  let gapAlike = 0
  for (const [a, mine] of coders.entries()) {
    for (const [b, theirs] of coders.slice(0, a).entries()) {
      const both = meet(mine, theirs, (i, j, shared) => {
        addAt(met[a], i, shared / others)
        addAt(met[b], j, shared / others)
        const category = mine[i]?.category ?? ''
        if (category === theirs[j]?.category) add(tables.alike, category, (2 * shared) / others)
      })
      gapAlike += (2 * (length - lengthOf(mine) - lengthOf(theirs) + both)) / others
    }
  }
  let gap = 0
  for (const [a, spans] of coders.entries()) {
    gap += length - lengthOf(spans)
    for (const [i, { start, end, category }] of spans.entries()) {
      const pairable = met[a]?.[i] ?? 0
      add(tables.marked, category, end - start)
      add(tables.squares, category, (end - start) ** 2)
      add(tables.pairable, category, pairable)
      add(tables.pairableSquares, category, pairable ** 2)
    }
  }
  return { ...tables, total: length * coders.length, gapAlike, gap }
}

/** One of the α family, from alike of total observed and expected. */
export function unitizingAlpha(
  observed: { readonly alike: number; readonly of: number },
  expected: { readonly alike: number; readonly of: number },
): Coefficient {
  // Lengths shared by several coders are fractions, so complete agreement by chance may miss by a rounding.
  if (expected.of - expected.alike <= expected.of * 1e-12) return { undefined: withoutVariation }
  return { value: 1 - (1 - observed.alike / observed.of) / (1 - expected.alike / expected.of) }
}

/** The sum of a table's numbers. */
export function sumOf(table: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const each of table.values()) sum += each
  return sum
}

/** Σ over categories of squared length, less what spans would pair with themselves: chance agreement by length. */
export function squaredLess(
  lengths: ReadonlyMap<string, number>,
  squares: ReadonlyMap<string, number>,
): number {
  let sum = 0
  for (const [category, length] of lengths) sum += length ** 2 - (squares.get(category) ?? 0)
  return sum
}

/** Calls with every pair of spans that share length; gives the length shared in all. */
function meet(
  mine: readonly MarkedSpan[],
  theirs: readonly MarkedSpan[],
  visit: (i: number, j: number, shared: number) => void,
): number {
  let both = 0
  let i = 0
  let j = 0
  for (let a = mine[i], b = theirs[j]; a && b; a = mine[i], b = theirs[j]) {
    const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
    if (shared > 0) {
      both += shared
      visit(i, j, shared)
    }
    if (a.end <= b.end) i++
    else j++
  }
  return both
}

function lengthOf(spans: readonly MarkedSpan[]): number {
  let length = 0
  for (const { start, end } of spans) length += end - start
  return length
}

function add(table: Map<string, number>, category: string, length: number): void {
  table.set(category, (table.get(category) ?? 0) + length)
}

function addAt(lengths: Float64Array | undefined, at: number, length: number): void {
  if (lengths) lengths[at] = (lengths[at] ?? 0) + length
}
