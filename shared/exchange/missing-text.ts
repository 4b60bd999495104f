import type { StatedSpan } from './score-positions.ts'

/** Stands for a text that is missing from its file: as long as its passages reach, with the words that the file gives
    as names of passages in their places, and dots elsewhere. Empty where there are no passages. */
export function textOfPlaces(spans: readonly StatedSpan[]): string {
  const length = Math.min(
    longest,
    spans.reduce((reach, { end }) => Math.max(reach, end), 0),
  )
  const units: string[] = Array.from({ length }, (_, i) => (i % line === line - 1 ? '\n' : '·'))
  for (const { start, end, name } of spans) {
    const words = wordsOf(name, end - start)
    for (let i = 0; i < words.length && start + i < length; i++) units[start + i] = words[i] ?? '·'
  }
  return units.join('')
}

/** No transcript is longer; a position beyond is a mistake. */
const longest = 5_000_000
const line = 80

/** The name as words of the passage: where it is as long as it, or its cut beginning. */
function wordsOf(name: string | undefined, length: number): string {
  const cut = /^([\s\S]+?)(?:…|\.{3})$/.exec(name ?? '')?.[1]
  const words = cut !== undefined && cut.length < length ? cut : name?.length === length ? name : ''
  return words.toWellFormed()
}
