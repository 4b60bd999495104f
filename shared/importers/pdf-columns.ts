import { cellTime } from './docx-tables.ts'
import { cleanLabel, labelKind } from './label-grammar.ts'
import { labelLine } from './label-lines.ts'
import type { PdfChunk } from './pdf-rows.ts'
import { type ChunkRow, crosses, sidesOf, type Valley, valleysOf } from './pdf-valleys.ts'

/** What stands beside the running text on all pages alike. */
export interface SideColumns {
  /** A column of times left of the text. */
  readonly times: Valley | null
  /** A narrow column at the far right, such as names of codes. */
  readonly margin: Valley | null
}

/** Finds what stands beside the text, looking at all pages together. */
export function sideColumns(rows: readonly ChunkRow[], width: number, size: number): SideColumns {
  const valleys = valleysOf(rows, 0.3, size)
  const times = valleys.find((valley) => isTimes(sidesOf(rows, valley).left)) ?? null
  const margin = valleys.findLast((valley) => isMargin(rows, valley, width)) ?? null
  return { times, margin }
}

/** The strips between columns of running text on one page, from left to right. */
export function textColumns(rows: readonly ChunkRow[], size: number): readonly Valley[] {
  if (rows.length < 6) return []
  const valleys = valleysOf(rows, 0.25, size)
  return valleys.filter((valley, i) => {
    const before = valleys[i - 1]
    const after = valleys[i + 1]
    const { left, right } = sidesOf(rows, valley)
    const inner = left.filter((chunk) => before === undefined || chunk.left >= before.from)
    const outer = right.filter((chunk) => after === undefined || chunk.left < after.to - 2)
    return isDense(inner, rows) && isDense(outer, rows) && !isLabels(inner, outer)
  })
}

/** Whether a row runs over several columns. */
export function runsAcross(row: ChunkRow, valleys: readonly Valley[]): boolean {
  return valleys.some((valley) => crosses(row, valley))
}

function isTimes(chunks: readonly PdfChunk[]): boolean {
  const times = chunks.filter((chunk) => cellTime(chunk.text) !== null).length
  return times >= 3 && times >= chunks.length * 0.7
}

function isMargin(rows: readonly ChunkRow[], valley: Valley, width: number): boolean {
  const { left, right } = sidesOf(rows, valley)
  const pages = new Set(
    rows.filter((row) => row.chunks.some((chunk) => chunk.left >= valley.to - 2)).map((row) => row.page),
  )
  const all = new Set(rows.map((row) => row.page)).size
  const signs = (chunks: readonly PdfChunk[]) => chunks.reduce((sum, chunk) => sum + chunk.text.length, 0)
  return (
    valley.to > width * 0.62 &&
    pages.size >= Math.max(2, all / 2) &&
    right.length <= rows.length * 0.6 &&
    signs(right) * 6 < signs(left) &&
    right.every((chunk) => chunk.text.length <= 60 && cellTime(chunk.text) === null) &&
    left.some((chunk) => chunk.right - chunk.left > width * 0.3)
  )
}

function isDense(chunks: readonly PdfChunk[], rows: readonly ChunkRow[]): boolean {
  return chunks.length >= 4 && chunks.length >= rows.length * 0.25
}

/** Labels that stand left of what is said, each beside its first line. */
function isLabels(left: readonly PdfChunk[], right: readonly PdfChunk[]): boolean {
  const bases = new Set(right.map((chunk) => Math.round(chunk.base)))
  const labels = left.filter((chunk) => bases.has(Math.round(chunk.base)) && isLabelAlone(chunk.text)).length
  return labels >= left.length * 0.6
}

/** Whether a stretch is a label and nothing else. */
export function isLabelAlone(text: string): boolean {
  if (/^[QA]\.?$/.test(text)) return true
  if (text.length > 60) return false
  return labelLine(text)?.alone === true || labelKind(cleanLabel(text.replace(/\.$/, ''))) !== null
}
