import { contentHash } from '../../exchange/fingerprint.ts'
import type { Content } from '../../model/archive.ts'
import { firstIndex, overlaps, type Span } from '../../text/positions.ts'

/** A stretch taken out of a text, and what stands there instead. */
export interface Cut extends Span {
  /** Never empty, so that what stands on the stretch keeps a place. */
  readonly put: string
  /** Somebody's words, with which goes what stands on them alone; else a name, and what stands on it stays. */
  readonly words: boolean
}

/** What stands for words that were erased. */
export const erasedWords = '[erased]'

/** A text before and after its cuts, and where positions of the one stand in the other. */
export interface CutText {
  readonly from: Content
  readonly to: Content
  readonly cuts: readonly Cut[]
  /** A place that parts neighbours, such as the end of a turn: inside a cut it goes behind what was put there. */
  bound(position: number): number
  /** A stretch, with all of what was put where it stood. */
  span(span: Span): Span
  /** True when only erased words, and signs between them, stood in a stretch. */
  isErased(span: Span): boolean
}

/** Cuts a text. Cuts must be in order and apart (see `joinCuts`). */
export function cutText(from: Content, cuts: readonly Cut[]): CutText {
  const places = placesOf(cuts)
  const text = withCuts(from.text, cuts)
  const bound = (position: number) => {
    const at = firstIndex(places, ({ cut }) => cut.end >= position)
    const place = places[at]
    if (place && position > place.cut.start) return place.newEnd
    return position + shiftBefore(places, at)
  }
  const start = (position: number) => {
    const place = places[firstIndex(places, ({ cut }) => cut.end > position)]
    return place && place.cut.start <= position ? place.newStart : bound(position)
  }
  return {
    from,
    to: { hash: contentHash(text), text, ...pointsOf(from, cuts, bound) },
    cuts,
    bound,
    span: (span) => ({ start: start(span.start), end: bound(span.end) }),
    isErased: (span) => isErased(from.text, cuts, span),
  }
}

/** A text with something else in the place of each cut. */
export function withCuts(text: string, cuts: readonly Cut[]): string {
  const parts: string[] = []
  let reached = 0
  for (const { start, end, put } of cuts) {
    parts.push(text.slice(reached, start), put)
    reached = end
  }
  return parts.join('') + text.slice(reached)
}

/** Cuts in order, those that overlap made one, in which words win over names. Empty ones are left out. */
export function joinCuts(cuts: readonly Cut[]): readonly Cut[] {
  const joined: Cut[] = []
  const inOrder = cuts.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
  for (const cut of inOrder) {
    const last = joined.at(-1)
    if (!last || cut.start >= last.end) {
      joined.push(cut)
      continue
    }
    const { put, words } = cut.words && !last.words ? cut : last
    joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, cut.end), put, words }
  }
  return joined
}

/** The cuts that lead straight to the text that `then` comes to, where `first` leads to the text that it begins with. */
export function composeCuts(first: readonly Cut[], then: CutText): readonly Cut[] {
  const places = placesOf(first)
  const spans = [
    ...places.map(({ newStart, newEnd, cut }) => ({ start: newStart, end: newEnd, words: cut.words })),
    ...then.cuts.map(({ start, end, words }) => ({ start, end, words })),
  ]
  return united(spans).map(({ start, end, words }) => {
    const there = then.span({ start, end })
    return {
      start:
        start -
        shiftBefore(
          places,
          firstIndex(places, (each) => each.newEnd > start),
        ),
      end:
        end -
        shiftBefore(
          places,
          firstIndex(places, (each) => each.newEnd > end),
        ),
      put: then.to.text.slice(there.start, there.end),
      words,
    }
  })
}

interface Place {
  readonly cut: Cut
  readonly newStart: number
  readonly newEnd: number
}

function placesOf(cuts: readonly Cut[]): readonly Place[] {
  let shift = 0
  return cuts.map((cut) => {
    const newStart = cut.start + shift
    const newEnd = newStart + cut.put.length
    shift = newEnd - cut.end
    return { cut, newStart, newEnd }
  })
}

/** How far a place behind the first so many cuts has moved. */
function shiftBefore(places: readonly Place[], count: number): number {
  const last = places[count - 1]
  return last ? last.newEnd - last.cut.end : 0
}

type WordSpan = Span & { readonly words: boolean }

function united(spans: readonly WordSpan[]): readonly WordSpan[] {
  const found: WordSpan[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = found.at(-1)
    if (last && overlaps(last, span))
      found[found.length - 1] = {
        start: last.start,
        end: Math.max(last.end, span.end),
        words: last.words || span.words,
      }
    else found.push(span)
  }
  return found
}

/** Times inside erased words go with them. */
function pointsOf(
  { syncPoints }: Content,
  cuts: readonly Cut[],
  bound: (position: number) => number,
): Pick<Content, 'syncPoints'> {
  if (!syncPoints) return {}
  const points: number[] = []
  for (let i = 0; i + 1 < syncPoints.length; i += 2) {
    const [position = 0, time = 0] = syncPoints.slice(i, i + 2)
    const cut = cuts[firstIndex(cuts, ({ end }) => end > position)]
    if (cut && cut.start < position) continue
    points.push(bound(position), time)
  }
  return points.length > 0 ? { syncPoints: points } : {}
}

function isErased(text: string, cuts: readonly Cut[], { start, end }: Span): boolean {
  let reached = start
  let met = false
  for (let i = firstIndex(cuts, (cut) => cut.end > start); i < cuts.length; i++) {
    const cut = cuts[i]
    if (!cut || cut.start >= end) break
    if (!cut.words) return false
    if (hasWords(text.slice(reached, Math.max(reached, cut.start)))) return false
    reached = Math.min(end, cut.end)
    met = true
  }
  return met && !hasWords(text.slice(reached, end))
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
