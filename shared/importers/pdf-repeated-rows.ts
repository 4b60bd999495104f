import { labelLine } from './label-lines.ts'
import type { PdfPage } from './pdf-port.ts'
import { byPage, quantile } from './pdf-signs.ts'
import type { ChunkRow } from './pdf-valleys.ts'

/** Rows without the heads and feet of pages. */
export interface WithoutRepeatedRows {
  readonly rows: readonly ChunkRow[]
  /** The rows left out, as they stand. */
  readonly repeated: readonly string[]
}

/** Leaves out rows near the upper or lower edge that stand at the same height, with the same words apart from numbers,
    on at least half of the pages and on three. */
export function withoutRepeatedRows(
  rows: readonly ChunkRow[],
  pages: readonly PdfPage[],
): WithoutRepeatedRows {
  const heights = new Map(pages.map((page) => [page.number, page.height]))
  const alike = new Map<string, EdgeRow[]>()
  const within = new Map<string, number>()
  for (const row of rows) {
    const at = row.base / (heights.get(row.page) ?? 1)
    const text = row.chunks.map((chunk) => chunk.text).join(' ')
    const key = text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()
    if (at > EDGE && at < 1 - EDGE) {
      within.set(key, (within.get(key) ?? 0) + 1)
      continue
    }
    if (isLabel(text)) continue
    const group = alike.get(key)
    if (group === undefined) alike.set(key, [{ row, at, text }])
    else group.push({ row, at, text })
  }
  const taken = new Map<ChunkRow, EdgeRow & { readonly above: boolean }>()
  const wanted = Math.max(3, new Set(rows.map((row) => row.page)).size / 2)
  for (const [key, group] of alike) {
    // What stands in the middle of pages too is a speaker's name, or a word that is often said.
    if ((within.get(key) ?? 0) >= 2) continue
    for (const each of atOneHeight(group, wanted)) taken.set(each.row, { ...each, above: each.at <= EDGE })
  }
  const out = new Set(
    byPage(rows).flatMap((page) => [
      ...outermost(page, (row) => taken.get(row)?.above === true),
      ...outermost(page.toReversed(), (row) => taken.get(row)?.above === false),
    ]),
  )
  if (out.size === rows.length) return { rows, repeated: [] }
  return {
    rows: rows.filter((row) => !out.has(row)),
    repeated: [...taken].flatMap(([row, { text }]) => (out.has(row) ? [text] : [])),
  }
}

/** Of the rows that repeat, those with at most one other between them and the edge the rows begin at. */
function outermost(page: readonly ChunkRow[], repeats: (row: ChunkRow) => boolean): readonly ChunkRow[] {
  const second = page.flatMap((row, i) => (repeats(row) ? [] : [i]))[1] ?? page.length
  return page.slice(0, second).filter(repeats)
}

/** Share of a page's height, above and below. */
const EDGE = 0.16
const SAME_HEIGHT = 0.05

interface EdgeRow {
  readonly row: ChunkRow
  readonly at: number
  readonly text: string
}

function atOneHeight(group: readonly EdgeRow[], wanted: number): readonly EdgeRow[] {
  return [group.filter(({ at }) => at <= EDGE), group.filter(({ at }) => at > EDGE)].flatMap((rows) => {
    const usual = quantile(
      rows.map(({ at }) => at),
      0.5,
    )
    const near = rows.filter(({ at }) => Math.abs(at - usual) <= SAME_HEIGHT)
    return new Set(near.map(({ row }) => row.page)).size >= wanted ? near : []
  })
}

/** Programs that begin pages with a speaker would otherwise lose "Speaker 1  0:03". */
function isLabel(text: string): boolean {
  const label = labelLine(text)
  return label !== null && (label.alone || label.style === 'time' || label.style === 'bracket')
}
