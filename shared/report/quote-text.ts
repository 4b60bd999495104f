import { overlaps, type Span, trimSpan } from '../text/positions.ts'
import type { CoverNames } from './cover-names.ts'

/** Words in [ ] that say what a word refers to, put in at a position. */
export interface Clarification {
  readonly at: number
  readonly text: string
}

/** A quote as it is printed, and where its words stand in the content. */
export interface QuoteText extends Span {
  readonly text: string
}

/** Words of one speaker, ready to print: verbatim, what lies between or is cut as […], clarifications and covered
    names in [ ]. `spans` are the speaker's own stretches, in order, without labels. Null when nothing is left. */
export function quoteText(
  content: string,
  spans: readonly Span[],
  cuts: readonly Span[] = [],
  clarifications: readonly Clarification[] = [],
  cover: CoverNames = (text) => text,
): QuoteText | null {
  const pieces = wordsLeft(content, spans, cuts)
  const first = pieces[0]
  const last = pieces.at(-1)
  if (!first || !last) return null
  const shown = pieces.map((piece) => shownPiece(content, piece, clarifications, cover))
  const whole = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }
  const cutBefore = cuts.some((cut) => overlaps(cut, { start: whole.start, end: first.start }))
  const cutAfter = cuts.some((cut) => overlaps(cut, { start: last.end, end: whole.end }))
  const text = `${cutBefore ? '[…] ' : ''}${shown.join(' […] ')}${cutAfter ? ' […]' : ''}`
  return { text, start: first.start, end: last.end }
}

/** True when every word of a printed quote, what stands in [ ] aside, stands in the content in that order. */
export function isVerbatim(quote: string, content: string): boolean {
  let from = 0
  for (const piece of quote.split(/\[[^[\]]*\]/)) {
    const words = piece.trim()
    const at = content.indexOf(words, from)
    if (at < 0) return false
    from = at + words.length
  }
  return true
}

function wordsLeft(content: string, spans: readonly Span[], cuts: readonly Span[]): Span[] {
  const left = spans.flatMap((span) =>
    cuts.reduce<Span[]>((parts, cut) => parts.flatMap((part) => without(part, cut)), [span]),
  )
  const joined: Span[] = []
  for (const part of left) {
    const trimmed = trimSpan(content, part)
    const before = joined.at(-1)
    if (!trimmed) continue
    const onlySpaceBetween = before && content.slice(before.end, trimmed.start).trim() === ''
    if (before && onlySpaceBetween) joined[joined.length - 1] = { start: before.start, end: trimmed.end }
    else joined.push(trimmed)
  }
  return joined
}

function without(part: Span, cut: Span): Span[] {
  if (!overlaps(part, cut)) return [part]
  const before = { start: part.start, end: Math.max(part.start, cut.start) }
  const after = { start: Math.min(part.end, cut.end), end: part.end }
  return [before, after].filter((each) => each.start < each.end)
}

function shownPiece(
  content: string,
  piece: Span,
  clarifications: readonly Clarification[],
  cover: CoverNames,
): string {
  let text = ''
  let from = piece.start
  for (const { at, text: said } of [...clarifications].sort((a, b) => a.at - b.at)) {
    if (at <= piece.start || at > piece.end) continue
    text += cover(content.slice(from, at)) + putIn(content, at, cover(said))
    from = at
  }
  return text + cover(content.slice(from, piece.end))
}

function putIn(content: string, at: number, said: string): string {
  const spaceBefore = /\s/.test(content.charAt(at - 1)) ? '' : ' '
  const spaceAfter = /[\p{L}\p{N}]/u.test(content.charAt(at)) ? ' ' : ''
  return `${spaceBefore}[${said.replace(/[[\]]/g, '')}]${spaceAfter}`
}
