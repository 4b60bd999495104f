import type { ChangedStretch, TextAlignment } from './align-texts.ts'
import { countWords } from './count-words.ts'
import { firstIndex, type Span, trimSpan } from './positions.ts'

/** Where a passage's words stand in the text after, and whether they read as before (spaces apart). */
export interface FollowedSpan extends Span {
  readonly same: boolean
}

/** Follows a passage of the text before into the text after. Null when its words are gone: when less than a quarter of
    them is left, for what chance left over is not what was meant. Words moved elsewhere as they are are found where
    they stand now, if they stand in both texts once. */
export function followSpan(alignment: TextAlignment, span: Span): FollowedSpan | null {
  const touched = touching(alignment.changed, span)
  const { before, after } = alignment
  if (touched.length === 0) {
    const start = alignment.mapPosition(span.start, 1)
    return { start, end: start + span.end - span.start, same: true }
  }
  if (keptShare(before, touched, span) < leastShare) return foundElsewhere(alignment, span)
  const moved = trimSpan(after, {
    start: startOf(alignment, touched[0], span.start),
    end: endOf(alignment, touched.at(-1), span.end),
  })
  if (!moved) return foundElsewhere(alignment, span)
  const same = plain(before.slice(span.start, span.end)) === plain(after.slice(moved.start, moved.end))
  return { ...moved, same }
}

/** Follows a passage and everything put into it or at its ends: for what must not be left uncovered. Null when nothing
    stands in its place. */
export function followWhole(alignment: TextAlignment, span: Span): Span | null {
  const start = alignment.mapPosition(span.start, -1)
  const end = alignment.mapPosition(span.end, 1)
  return trimSpan(alignment.after, { start, end: Math.max(start, end) })
}

const leastShare = 0.25

/** Stretches that change something inside a passage; words put in at its ends are outside. */
function touching(changed: readonly ChangedStretch[], span: Span): readonly ChangedStretch[] {
  const from = firstIndex(changed, (stretch) => stretch.to > span.start)
  const to = firstIndex(changed, (stretch) => stretch.from >= span.end)
  return changed.slice(from, Math.max(from, to))
}

/** How many of a passage's words are left, respelt ones among them. */
function keptShare(before: string, touched: readonly ChangedStretch[], span: Span): number {
  const all = countWords(before.slice(span.start, span.end))
  const gone = touched
    .filter((stretch) => !stretch.respelt)
    .reduce((sum, { from, to }) => {
      const lost = { start: Math.max(from, span.start), end: Math.min(to, span.end) }
      return sum + countWords(before.slice(lost.start, lost.end))
    }, 0)
  return all === 0 ? 0 : (all - gone) / all
}

function startOf(alignment: TextAlignment, first: ChangedStretch | undefined, at: number): number {
  return first?.respelt && first.from < at && at < first.to ? first.newFrom : alignment.mapPosition(at, 1)
}

function endOf(alignment: TextAlignment, last: ChangedStretch | undefined, at: number): number {
  return last?.respelt && last.from < at && at < last.to ? last.newTo : alignment.mapPosition(at, -1)
}

function foundElsewhere({ before, after }: TextAlignment, span: Span): FollowedSpan | null {
  const quote = before.slice(span.start, span.end)
  if (countWords(quote) < fewestWords || !standsOnce(before, quote) || !standsOnce(after, quote)) return null
  const start = after.indexOf(quote)
  return { start, end: start + quote.length, same: true }
}

/** Fewer words than these stand in many places by chance. */
const fewestWords = 4

function standsOnce(text: string, quote: string): boolean {
  const at = text.indexOf(quote)
  return at >= 0 && text.indexOf(quote, at + 1) < 0
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
