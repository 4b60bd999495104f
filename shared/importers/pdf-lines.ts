import { cellTime } from './docx-tables.ts'
import { isLabelAlone, runsAcross, type SideColumns, textColumns } from './pdf-columns.ts'
import type { PdfChunk } from './pdf-rows.ts'
import type { ChunkRow, Valley } from './pdf-valleys.ts'

/** A line of running text. Lengths in points from the page's upper left. */
export interface PdfLine extends PdfChunk {
  readonly page: number
  /** Which column of how many it stands in, such as "1/2". */
  readonly column: string
  /** Another line of the same column and stretch of the page stands above it. */
  readonly follows: boolean
  /** A label stands before it, in a column of its own. */
  readonly labelled: boolean
}

/** A page in reading order, and what was set aside. */
export interface PageLines {
  readonly page: number
  readonly lines: readonly PdfLine[]
  readonly columns: number
  readonly times: readonly PdfChunk[]
  readonly margin: readonly string[]
}

/** The rows of one page as lines, column after column; rows across all columns part what is above from what is below. */
export function pageLines(rows: readonly ChunkRow[], sides: SideColumns, size: number): PageLines {
  const times: PdfChunk[] = []
  const margin: string[] = []
  const body = rows.flatMap((row) => {
    const chunks = row.chunks.filter((chunk) => {
      if (sides.times !== null && chunk.right <= sides.times.to && cellTime(chunk.text) !== null)
        times.push(chunk)
      else if (sides.margin !== null && chunk.left >= sides.margin.to - 2) margin.push(chunk.text)
      else return true
      return false
    })
    return chunks.length === 0 ? [] : [{ ...row, chunks }]
  })
  const valleys = textColumns(body, size)
  const lines = sectionsOf(body, valleys).flatMap((section) => sectionLines(section, valleys))
  return { page: rows[0]?.page ?? 0, lines, columns: valleys.length + 1, times, margin }
}

function sectionsOf(rows: readonly ChunkRow[], valleys: readonly Valley[]): readonly (readonly ChunkRow[])[] {
  const sections: ChunkRow[][] = []
  let across: boolean | null = null
  for (const row of rows) {
    const now = runsAcross(row, valleys)
    if (now !== across) sections.push([])
    sections.at(-1)?.push(row)
    across = now
  }
  return sections
}

function sectionLines(rows: readonly ChunkRow[], valleys: readonly Valley[]): readonly PdfLine[] {
  const first = rows[0]
  if (first === undefined) return []
  if (valleys.length === 0 || runsAcross(first, valleys)) return columnLines(rows, '1/1')
  const bounds = [...valleys.map((valley) => (valley.from + valley.to) / 2), Number.POSITIVE_INFINITY]
  const columns = bounds.map((to, i) => {
    const from = bounds[i - 1] ?? Number.NEGATIVE_INFINITY
    const inside = rows.flatMap((row) => {
      const chunks = row.chunks.filter((chunk) => chunk.left >= from && chunk.left < to)
      return chunks.length === 0 ? [] : [{ ...row, chunks }]
    })
    return columnLines(inside, `${i + 1}/${bounds.length}`)
  })
  const rtl = rows.flatMap((row) => row.chunks).filter((chunk) => chunk.rtl).length * 2 > rows.length
  return (rtl ? columns.toReversed() : columns).flat()
}

function columnLines(rows: readonly ChunkRow[], column: string): readonly PdfLine[] {
  return rows.map((row, i) => ({ ...mergedRow(row.chunks), page: row.page, column, follows: i > 0 }))
}

/** A row of several stretches as one line: a tab behind a label and between the cells of a table, else a space. */
function mergedRow(chunks: readonly PdfChunk[]): PdfChunk & { readonly labelled: boolean } {
  const ordered = chunks.some((chunk) => chunk.rtl) ? chunks.toReversed() : chunks
  const [first = NOTHING, ...rest] = ordered
  const last = rest.at(-1)
  if (last === undefined) return { ...first, labelled: false }
  const labelled = rest.length === 1 && isLabelAlone(first.text)
  const between = labelled || rest.length > 1 ? '\t' : ' '
  const text = ordered.map((chunk) => chunk.text).join(between)
  return {
    text,
    labelled,
    bold: first.bold < first.text.length ? first.bold : first.bold + between.length + last.bold,
    endsBold: last.endsBold,
    left: labelled && !first.rtl ? last.left : Math.min(...chunks.map((chunk) => chunk.left)),
    right: Math.max(...chunks.map((chunk) => chunk.right)),
    top: Math.min(...chunks.map((chunk) => chunk.top)),
    bottom: Math.max(...chunks.map((chunk) => chunk.bottom)),
    base: first.base,
    size: Math.max(...chunks.map((chunk) => chunk.size)),
    rtl: first.rtl,
  }
}

const NOTHING: PdfChunk = {
  text: '',
  bold: 0,
  endsBold: false,
  left: 0,
  right: 0,
  top: 0,
  bottom: 0,
  base: 0,
  size: 0,
  rtl: false,
}
