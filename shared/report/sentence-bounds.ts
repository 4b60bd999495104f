import type { Span } from '../text/positions.ts'

/** True where a stretch begins with a sentence. */
export function beginsSentence(content: string, start: number): boolean {
  if (/^[\p{Ll},;:)]/u.test(content.slice(start, start + 2))) return false
  return start === 0 || /(^|[.!?…:\n\]])["'”’)]*\s*$/.test(content.slice(Math.max(0, start - 4), start))
}

/** True where a stretch ends with a sentence. */
export function endsSentence(content: string, end: number): boolean {
  return /[.!?…]["'”’)\]]*$/.test(content.slice(Math.max(0, end - 4), end))
}

/** Where the sentence that holds a position begins, not before `from`. */
export function sentenceStart(content: string, position: number, from: number): number {
  const before = content.slice(from, position)
  const ends = [...before.matchAll(sentenceEnd)]
  const last = ends.findLast((end) => !isAbbreviation(before, end.index))
  return last ? from + last.index + last[0].length : from + (before.length - before.trimStart().length)
}

/** Where the sentence that holds the words before a position ends, not after `to`. */
export function sentenceStop(content: string, position: number, to: number): number {
  const after = content.slice(Math.max(0, position - 1), to)
  for (const end of after.matchAll(sentenceEnd)) {
    if (!isAbbreviation(after, end.index))
      return Math.max(0, position - 1) + end.index + end[0].trimEnd().length
  }
  return Math.max(0, position - 1) + after.trimEnd().length
}

/** Whole sentences round a stretch, within the bounds of its turn or paragraph. */
export function wholeSentences(content: string, span: Span, bounds: Span): Span {
  const start = beginsSentence(content, span.start)
    ? span.start
    : sentenceStart(content, span.start, bounds.start)
  const end = endsSentence(content, span.end) ? span.end : sentenceStop(content, span.end, bounds.end)
  return { start, end: Math.max(end, span.end) }
}

const sentenceEnd = /(?:[.!?…]+["'”’)\]]*(?:\s+|$)|\n+)/g

/** "Mr. Vermeer", "e.g. this", "J. Smith". */
function isAbbreviation(text: string, stop: number): boolean {
  return /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e|ca|[A-Z])$/.test(
    text.slice(Math.max(0, stop - 6), stop),
  )
}
