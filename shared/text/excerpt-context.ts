import type { Turn } from '../model/entities.ts'
import { firstIndex, type Span, trimSpan } from './positions.ts'

/** What stands around a passage, for rereading it: positions of the same content, labels left out. */
export interface ExcerptContext {
  /** The passage itself, one stretch for each turn it reaches into. */
  readonly quote: readonly SpokenSpan[]
  /** What its first turn (or paragraph) says before it, and its last one after it. */
  readonly before: Span | null
  readonly after: Span | null
  /** The whole turn (or paragraph) before and after. */
  readonly previous: SpokenSpan | null
  readonly next: SpokenSpan | null
}

/** A stretch of words and the turn it belongs to; null in texts without turns. */
export interface SpokenSpan extends Span {
  readonly turn: Turn | null
}

/** Reads the surroundings of a passage. `turns` are those of its content, in order; without any, paragraphs stand
    in for them. */
export function excerptContext(text: string, turns: readonly Turn[], span: Span): ExcerptContext {
  const units = turns.length > 0 ? spoken(turns, span) : paragraphs(text, span)
  const quote = units.within.flatMap((unit) =>
    part(text, unit, Math.max(unit.start, span.start), Math.min(unit.end, span.end)),
  )
  const first = units.within[0]
  const last = units.within.at(-1)
  return {
    quote: quote.length > 0 ? quote : [{ ...span, turn: null }],
    before: first ? trimSpan(text, { start: first.start, end: Math.max(first.start, span.start) }) : null,
    after: last ? trimSpan(text, { start: Math.min(last.end, span.end), end: last.end }) : null,
    previous: units.previous,
    next: units.next,
  }
}

interface Units {
  readonly within: readonly SpokenSpan[]
  readonly previous: SpokenSpan | null
  readonly next: SpokenSpan | null
}

function spoken(turns: readonly Turn[], span: Span): Units {
  const from = firstIndex(turns, (turn) => turn.end > span.start)
  const to = firstIndex(turns, (turn) => turn.start >= span.end)
  return {
    within: turns.slice(from, to).flatMap((turn) => (turn.end > turn.start ? [ofTurn(turn)] : [])),
    previous: ofTurnOrNull(turns.slice(0, from).findLast((turn) => turn.end > turn.start)),
    next: ofTurnOrNull(turns.slice(to).find((turn) => turn.end > turn.start)),
  }
}

function ofTurn(turn: Turn): SpokenSpan {
  return { start: turn.start, end: turn.end, turn }
}

function ofTurnOrNull(turn: Turn | undefined): SpokenSpan | null {
  return turn ? ofTurn(turn) : null
}

function paragraphs(text: string, span: Span): Units {
  const start = text.lastIndexOf('\n', span.start - 1) + 1
  const stop = text.indexOf('\n', Math.max(span.start, span.end - 1))
  const end = stop < 0 ? text.length : stop
  return {
    within: [{ start, end, turn: null }],
    previous: paragraphBefore(text, start),
    next: paragraphAfter(text, end),
  }
}

function paragraphBefore(text: string, start: number): SpokenSpan | null {
  const above = trimSpan(text, { start: 0, end: start })
  if (!above) return null
  return { start: text.lastIndexOf('\n', above.end - 1) + 1, end: above.end, turn: null }
}

function paragraphAfter(text: string, end: number): SpokenSpan | null {
  const below = trimSpan(text, { start: end, end: text.length })
  if (!below) return null
  const stop = text.indexOf('\n', below.start)
  return { start: below.start, end: stop < 0 ? text.length : stop, turn: null }
}

function part(text: string, unit: SpokenSpan, start: number, end: number): SpokenSpan[] {
  const words = trimSpan(text, { start, end })
  return words ? [{ ...words, turn: unit.turn }] : []
}
