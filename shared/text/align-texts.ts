import { matchTokens } from './match-tokens.ts'
import { pairAlike } from './pair-alike.ts'
import { firstIndex } from './positions.ts'
import { type TextTokens, textTokens } from './text-tokens.ts'

/** A stretch of a text that reads differently in its new version. Positions are UTF-16 units, ends exclusive; `from`
    and `to` count in the text before, `newFrom` and `newTo` in the text after. */
export interface ChangedStretch {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
  /** One word that became another spelling of itself: "scarse", "scarce". */
  readonly respelt: boolean
}

/** How two versions of a text lie on each other. Between the changed stretches they are equal, unit for unit. */
export interface TextAlignment {
  readonly before: string
  readonly after: string
  /** In order; they never overlap. Empty when the texts are the same. */
  readonly changed: readonly ChangedStretch[]
  /** Where a position of the text before stands in the text after. Where words were put in at it, `assoc` -1 stays
      before them and 1 goes behind them; inside a replaced stretch, -1 goes to its beginning and 1 to its end. The
      same places as a CodeMirror ChangeSet of the stretches gives, found in logarithmic time. */
  mapPosition(position: number, assoc: -1 | 1): number
}

/** Aligns two versions of a text by their words. The same texts always give the same alignment, and the effort is
    bounded whatever they hold: where it does not reach, a stretch counts as changed. */
export function alignTexts(before: string, after: string): TextAlignment {
  return alignment(before, after, before === after ? [] : changedStretches(before, after))
}

function alignment(before: string, after: string, changed: readonly ChangedStretch[]): TextAlignment {
  return {
    before,
    after,
    changed,
    mapPosition: (position, assoc) => map(changed, position, assoc),
  }
}

function map(changed: readonly ChangedStretch[], position: number, assoc: -1 | 1): number {
  const at = firstIndex(changed, (stretch) => stretch.to >= position)
  let behind: ChangedStretch | undefined = changed[at - 1]
  for (let i = at; ; i++) {
    const stretch = changed[i]
    if (!stretch || stretch.from > position || (stretch.from === position && stretch.to > position))
      return stretch && stretch.from === position ? stretch.newFrom : beyond(behind, position)
    if (stretch.from < position && position < stretch.to) return assoc < 0 ? stretch.newFrom : stretch.newTo
    // Only words put in can stay behind a position; whatever else ends here lies before it.
    if (stretch.from === stretch.to && assoc < 0) return stretch.newFrom
    behind = stretch
  }
}

function beyond(stretch: ChangedStretch | undefined, position: number): number {
  return stretch ? stretch.newTo + (position - stretch.to) : position
}

function changedStretches(before: string, after: string): ChangedStretch[] {
  const [a, b] = textTokens(before, after)
  if (!a || !b) return []
  const changed: ChangedStretch[] = []
  const reached = { a: 0, b: 0 }
  const upTo = (from: number, newFrom: number) => {
    const gap = withoutSharedSpace(before, after, {
      from: reached.a,
      to: from,
      newFrom: reached.b,
      newTo: newFrom,
    })
    if (gap) put(changed, gap)
  }
  for (const pair of pairs(before, after, a, b)) {
    const [from, newFrom] = [a.starts[pair.a] ?? 0, b.starts[pair.b] ?? 0]
    const last = pair.a + pair.length - 1
    upTo(from, newFrom)
    reached.a = a.ends[last] ?? 0
    reached.b = b.ends[pair.b + pair.length - 1] ?? 0
    if (pair.respelt) changed.push({ from, to: reached.a, newFrom, newTo: reached.b, respelt: true })
    else spacesWithin(before, after, { a, b }, pair, changed)
  }
  upTo(before.length, after.length)
  return changed
}

interface Pair {
  readonly a: number
  readonly b: number
  readonly length: number
  readonly respelt: boolean
}

/** Equal runs and, between them, words that are spelt otherwise, in order. */
function pairs(before: string, after: string, a: TextTokens, b: TextTokens): Pair[] {
  const found: Pair[] = []
  const effort = { left: 400_000 }
  let reached = { a: 0, b: 0 }
  const end = { a: a.ids.length, b: b.ids.length, length: 0 }
  for (const run of [...matchTokens(a.ids, b.ids), end]) {
    const words = (text: string, { starts, ends }: TextTokens, from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => text.slice(starts[from + i], ends[from + i]))
    const cells = (run.a - reached.a) * (run.b - reached.b)
    if (cells > 0 && cells <= Math.min(10_000, effort.left)) {
      effort.left -= cells
      const alike = pairAlike(words(before, a, reached.a, run.a), words(after, b, reached.b, run.b))
      for (const [i, j] of alike) found.push({ a: reached.a + i, b: reached.b + j, length: 1, respelt: true })
    }
    if (run.length > 0) found.push({ ...run, respelt: false })
    reached = { a: run.a + run.length, b: run.b + run.length }
  }
  return found
}

/** Inside an equal run, words are equal; the spaces between them need not be. */
function spacesWithin(
  before: string,
  after: string,
  { a, b }: { readonly a: TextTokens; readonly b: TextTokens },
  run: Pair,
  changed: ChangedStretch[],
): void {
  for (let i = 1; i < run.length; i++) {
    const from = a.ends[run.a + i - 1] ?? 0
    const to = a.starts[run.a + i] ?? 0
    const newFrom = b.ends[run.b + i - 1] ?? 0
    const newTo = b.starts[run.b + i] ?? 0
    if (
      to - from === newTo - newFrom &&
      (to - from === 0 || sameUnits(before, after, from, newFrom, to - from))
    )
      continue
    const gap = withoutSharedSpace(before, after, { from, to, newFrom, newTo })
    if (gap) put(changed, gap)
  }
}

function sameUnits(before: string, after: string, at: number, newAt: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (before.charCodeAt(at + i) !== after.charCodeAt(newAt + i)) return false
  return true
}

type Gap = Omit<ChangedStretch, 'respelt'>

/** What of a gap really differs: white space that both versions begin or end it with stays. Null when nothing does. */
function withoutSharedSpace(before: string, after: string, gap: Gap): ChangedStretch | null {
  let { from, to, newFrom, newTo } = gap
  while (from < to && newFrom < newTo && sharedSpace(before[from], after[newFrom])) {
    from++
    newFrom++
  }
  while (from < to && newFrom < newTo && sharedSpace(before[to - 1], after[newTo - 1])) {
    to--
    newTo--
  }
  return from === to && newFrom === newTo ? null : { from, to, newFrom, newTo, respelt: false }
}

function sharedSpace(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b && a.trim() === ''
}

function put(changed: ChangedStretch[], stretch: ChangedStretch): void {
  const last = changed.at(-1)
  if (last && !last.respelt && last.to === stretch.from && last.newTo === stretch.newFrom)
    changed[changed.length - 1] = { ...stretch, from: last.from, newFrom: last.newFrom }
  else changed.push(stretch)
}
