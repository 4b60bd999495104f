import { diffArrays } from 'diff'

/** A run of tokens that two texts have in common: `length` tokens from `a` in the one and from `b` in the other. */
export interface TokenRun {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Runs common to two lists of token ids, in order and without crossing. Costs stay in proportion to the lists
    whatever they hold: runs that occur once in both anchor it, the stretches between are compared token by token
    as long as the whole effort allows. The same lists always give the same runs. */
export function matchTokens(a: Int32Array, b: Int32Array): TokenRun[] {
  const effort = { left: 4_000_000 }
  const runs: TokenRun[] = []
  const whole = { aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }
  inStretch({ a, b, runs, effort }, whole, 0)
  return runs
}

interface Match {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly runs: TokenRun[]
  readonly effort: { left: number }
}

interface Stretch {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}

/** Long runs first: they are hardly ever there by chance. */
const anchorLengths = [10, 4]

function inStretch(match: Match, whole: Stretch, level: number): void {
  const head = sharedHead(match, whole)
  const rest = { ...whole, aFrom: whole.aFrom + head, bFrom: whole.bFrom + head }
  const tail = sharedTail(match, rest)
  const middle = { ...rest, aTo: rest.aTo - tail, bTo: rest.bTo - tail }
  put(match.runs, { a: whole.aFrom, b: whole.bFrom, length: head })
  if (middle.aFrom < middle.aTo && middle.bFrom < middle.bTo) inMiddle(match, middle, level)
  put(match.runs, { a: middle.aTo, b: middle.bTo, length: tail })
}

function inMiddle(match: Match, middle: Stretch, level: number): void {
  const length = anchorLengths[level]
  if (length === undefined) {
    if (!byEdits(match, middle)) between(match, middle, anchors(match, middle, 1), anchorLengths.length + 1)
  } else between(match, middle, anchors(match, middle, length), level + 1)
}

function between(match: Match, whole: Stretch, found: readonly TokenRun[], level: number): void {
  // After single words nothing finer is left to try.
  if (level > anchorLengths.length) {
    for (const run of found) put(match.runs, run)
    return
  }
  let { aFrom, bFrom } = whole
  for (const run of found) {
    inStretch(match, { aFrom, aTo: run.a, bFrom, bTo: run.b }, level)
    put(match.runs, run)
    aFrom = run.a + run.length
    bFrom = run.b + run.length
  }
  inStretch(match, { aFrom, aTo: whole.aTo, bFrom, bTo: whole.bTo }, level)
}

function put(runs: TokenRun[], run: TokenRun): void {
  if (run.length === 0) return
  const last = runs.at(-1)
  if (last && last.a + last.length === run.a && last.b + last.length === run.b)
    runs[runs.length - 1] = { ...last, length: last.length + run.length }
  else runs.push(run)
}

function sharedHead({ a, b }: Match, { aFrom, aTo, bFrom, bTo }: Stretch): number {
  let length = 0
  while (aFrom + length < aTo && bFrom + length < bTo && a[aFrom + length] === b[bFrom + length]) length++
  return length
}

function sharedTail({ a, b }: Match, { aFrom, aTo, bFrom, bTo }: Stretch): number {
  let length = 0
  while (aTo - length > aFrom && bTo - length > bFrom && a[aTo - 1 - length] === b[bTo - 1 - length]) length++
  return length
}

/** The shortest way from one stretch to the other (Myers, by `diff`); false when the effort left does not reach. */
function byEdits(match: Match, { aFrom, aTo, bFrom, bTo }: Stretch): boolean {
  const tokens = aTo - aFrom + bTo - bFrom
  const maxEditLength = Math.min(tokens, Math.floor(match.effort.left / tokens))
  const steps = diffArrays([...match.a.subarray(aFrom, aTo)], [...match.b.subarray(bFrom, bTo)], {
    maxEditLength,
  })
  const edits = steps?.reduce((sum, step) => sum + (step.added || step.removed ? step.count : 0), 0)
  match.effort.left -= (edits ?? maxEditLength) * tokens
  if (!steps) return false
  let a = aFrom
  let b = bFrom
  for (const { added, removed, count } of steps) {
    if (!added && !removed) put(match.runs, { a, b, length: count })
    if (!added) a += count
    if (!removed) b += count
  }
  return true
}

/** Runs of a length that occur once in each stretch, as many as stand in the same order in both. */
function anchors(match: Match, stretch: Stretch, length: number): TokenRun[] {
  const inA = onceIn(match.a, stretch.aFrom, stretch.aTo, length)
  const inB = onceIn(match.b, stretch.bFrom, stretch.bTo, length)
  const pairs: TokenRun[] = []
  for (const [key, a] of inA) {
    const b = inB.get(key)
    if (a >= 0 && b !== undefined && b >= 0 && sameRun(match, a, b, length)) pairs.push({ a, b, length })
  }
  return withoutOverlap(inSameOrder(pairs))
}

/** Where each run stands, -1 where it stands more than once; in order of first place. */
function onceIn(ids: Int32Array, from: number, to: number, length: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = from; at + length <= to; at++) {
    let key = 0
    for (let i = at; i < at + length; i++) key = (Math.imul(key, 0x01000193) + (ids[i] ?? 0) + 1) | 0
    places.set(key, places.has(key) ? -1 : at)
  }
  return places
}

function sameRun({ a, b }: Match, inA: number, inB: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[inA + i] !== b[inB + i]) return false
  return true
}

/** The longest list of pairs that rise in both texts; `pairs` rise in the first already. */
function inSameOrder(pairs: readonly TokenRun[]): TokenRun[] {
  const ends: number[] = []
  const before = new Int32Array(pairs.length)
  for (const [i, pair] of pairs.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.b ?? 0) < pair.b) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = i
  }
  const chain: TokenRun[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) chain.push(...pairs.slice(at, at + 1))
  return chain.reverse()
}

/** Anchors that overlap shift alike, or only the first of them counts. */
function withoutOverlap(pairs: readonly TokenRun[]): TokenRun[] {
  const runs: TokenRun[] = []
  for (const pair of pairs) {
    const last = runs.at(-1)
    const reachedA = last ? last.a + last.length : 0
    const reachedB = last ? last.b + last.length : 0
    const skip = Math.max(0, last ? reachedA - pair.a : 0, last ? reachedB - pair.b : 0)
    if (skip < pair.length) put(runs, { a: pair.a + skip, b: pair.b + skip, length: pair.length - skip })
  }
  return runs
}
