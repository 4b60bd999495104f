import type { ContentHash, SourceId } from '../model/ids.ts'
import type { Span } from '../text/positions.ts'
import { type Folding, foldText } from './fold-text.ts'
import type { Finder, Found } from './read-query.ts'

/** One text to look through, and which stretches of it: labels lie between them and are never found. */
export interface TextToScan {
  readonly source: SourceId
  readonly content: ContentHash
  readonly text: string
  /** Starts and ends, one after another, in order. */
  readonly stretches: ArrayLike<number>
}

/** What one source holds. Positions are units of its content. */
export interface SourceHits {
  readonly source: SourceId
  readonly content: ContentHash
  readonly hits: readonly Found[]
}

/** Folded texts from one query to the next; the same text is folded once for each way of folding. */
export type FoldedTexts = Map<string, string>

/** Looks through texts one by one; gives each source's hits as soon as it is through, empty ones too, so that
    whoever listens can show them, say how far it is, or stop. */
export function* scanTexts(
  texts: Iterable<TextToScan>,
  finder: Finder,
  folded: FoldedTexts = new Map(),
): Generator<SourceHits> {
  for (const text of texts) {
    yield { source: text.source, content: text.content, hits: scanText(text, finder, folded) }
  }
}

function scanText(
  { content, text, stretches }: TextToScan,
  { folding, find }: Finder,
  kept: FoldedTexts,
): Found[] {
  const folded = foldedOnce(content, text, folding, kept)
  const hits: Found[] = []
  for (let i = 0; i + 1 < stretches.length; i += 2) {
    const start = stretches[i] ?? 0
    for (const hit of find(folded.slice(start, stretches[i + 1]))) hits.push(moved(hit, start))
  }
  return hits
}

function foldedOnce(content: ContentHash, text: string, folding: Folding, kept: FoldedTexts): string {
  if (!folding.case && !folding.accents) return text
  const key = `${content} ${folding.case} ${folding.accents}`
  const folded = kept.get(key) ?? foldText(text, folding)
  kept.set(key, folded)
  return folded
}

function moved({ start, end, marks }: Found, by: number): Found {
  return {
    start: start + by,
    end: end + by,
    marks: marks.map((mark: Span) => ({ start: mark.start + by, end: mark.end + by })),
  }
}
