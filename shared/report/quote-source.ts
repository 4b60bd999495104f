import type { QuoteBlock } from './report-document.ts'

/** Under a quote: who says it and where it stands. "Noor, network builder · P07 ¶34 · Interview 07, 12:48". */
export function quoteSource(quote: QuoteBlock): string {
  const who = quote.role ? `${quote.participant}, ${quote.role}` : quote.participant
  const when = quote.time === undefined ? '' : `, ${clock(quote.time)}`
  return `${who} · ${quote.citation} · ${quote.sourceName}${when}`
}

/** Milliseconds as on a recording: 12:48, or 1:02:48 from an hour on. */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
