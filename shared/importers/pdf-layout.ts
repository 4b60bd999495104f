import { cellTimes } from './pdf-cell-times.ts'
import { sideColumns } from './pdf-columns.ts'
import { indexPages } from './pdf-index-pages.ts'
import { type PdfLine, pageLines } from './pdf-lines.ts'
import { withoutMarginNumbers } from './pdf-margin-numbers.ts'
import { lineKey, type PdfParagraph, pdfParagraphs } from './pdf-paragraphs.ts'
import type { PdfPage } from './pdf-port.ts'
import { withoutRepeatedRows } from './pdf-repeated-rows.ts'
import { pageRows, rowChunks } from './pdf-rows.ts'
import { byPage, commonest, quantile } from './pdf-signs.ts'
import type { ChunkRow } from './pdf-valleys.ts'

/** Pages as paragraphs in reading order, and what of them was set aside. */
export interface PdfLayout {
  readonly paragraphs: readonly LaidOutParagraph[]
  /** Heads and feet of pages. */
  readonly repeated: readonly string[]
  /** Numbers of lines or paragraphs in the margin. */
  readonly numbers: readonly string[]
  /** What stood in a narrow column at the far right. */
  readonly margin: readonly string[]
  readonly turned: readonly string[]
  /** Numbers of pages at the end that hold a word index. */
  readonly index: readonly number[]
  /** Words put together that a line's end had parted. */
  readonly rejoined: readonly string[]
  /** How many times stood in a column beside the text, and how many of them could not be told whose they are. */
  readonly times: number
  readonly lostTimes: number
}

export interface LaidOutParagraph extends PdfParagraph {
  readonly heading: boolean
  /** Milliseconds, where a time stands beside it. */
  readonly time: number | null
}

/** Lays pages out as running text. */
export function pdfLayout(pages: readonly PdfPage[]): PdfLayout {
  const numbered = withoutMarginNumbers(pages.flatMap(pageRows))
  const all = numbered.rows.map((row): ChunkRow => ({ ...row, chunks: rowChunks(row) }))
  const { rows: chunked, repeated } = withoutRepeatedRows(all, pages)
  const size = commonSize(chunked)
  const width = quantile(
    pages.map((page) => page.width),
    0.5,
  )
  const sides = sideColumns(chunked, width, size)
  const laid = byPage(chunked).map((each) => pageLines(each, sides, size))
  const index = indexPages(laid)
  const kept = laid.filter(({ page }) => !index.has(page))
  const times = new Map(kept.flatMap((page) => [...cellTimes(page.times, page.lines)]))
  const lines = kept.flatMap((page) => page.lines)
  const { paragraphs, rejoined } = pdfParagraphs(lines, new Set(times.keys()))
  return {
    paragraphs: withTimes(paragraphs, lines, times).map((each) => ({
      ...each,
      heading: each.size >= 1.2 * size && each.text.length <= LONGEST_HEADING,
    })),
    repeated,
    numbers: numbered.numbers,
    margin: kept.flatMap((page) => page.margin),
    turned: pages.flatMap((page) =>
      page.items.filter((item) => item.turned && /\S/.test(item.text)).map(({ text }) => text),
    ),
    index: [...index],
    rejoined,
    times: times.size,
    lostTimes: kept.reduce((sum, page) => sum + page.times.length, 0) - times.size,
  }
}

const LONGEST_HEADING = 200

/** The size most letters have. */
function commonSize(rows: readonly ChunkRow[]): number {
  const sizes = rows.flatMap((row) =>
    row.chunks.flatMap((chunk) => Array(Math.ceil(chunk.text.length / 10)).fill(chunk.size)),
  )
  return commonest(sizes, 0.25) || 10
}

/** A line with a time always begins a paragraph, so each such paragraph is found by its first line's box. */
function withTimes(
  paragraphs: readonly PdfParagraph[],
  lines: readonly PdfLine[],
  times: ReadonlyMap<PdfLine, number>,
): readonly (PdfParagraph & { readonly time: number | null })[] {
  const starts = new Map<string, number>()
  for (const line of lines) {
    const time = times.get(line)
    if (time !== undefined) starts.set(lineKey(line), time)
  }
  return paragraphs.map((each) => ({ ...each, time: starts.get(each.begins) ?? null }))
}
