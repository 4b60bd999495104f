import type { PdfChunk } from './pdf-rows.ts'

/** A row as its stretches between wide gaps. */
export interface ChunkRow {
  readonly page: number
  /** Where its letters stand, from the top of the page. */
  readonly base: number
  readonly chunks: readonly PdfChunk[]
}

/** A strip of white from top to bottom with text on both sides; lengths in points. */
export interface Valley {
  readonly from: number
  readonly to: number
}

/** The strips that at most this share of the rows crosses, and right of which at least three rows begin anew. */
export function valleysOf(rows: readonly ChunkRow[], crossing: number, size: number): readonly Valley[] {
  const cover = coverOf(rows)
  const limit = rows.length * crossing
  const valleys: Valley[] = []
  let from: number | null = null
  for (let x = 0; x <= cover.length; x += 1) {
    const isWhite = x < cover.length && (cover[x] ?? 0) <= limit
    if (isWhite) from ??= x
    else if (from !== null) {
      if (x - from >= WIDTH * size && from > 0) valleys.push({ from, to: x })
      from = null
    }
  }
  const widest =
    valleys.length > MOST ? valleys.toSorted((a, b) => b.to - b.from - a.to + a.from).slice(0, MOST) : valleys
  return valleys
    .filter((valley) => widest.includes(valley))
    .filter((valley) => beginRight(rows, valley) >= FEWEST && endLeft(rows, valley) >= FEWEST)
}

/** Stretches left and right of a strip in rows that do not cross it. */
export function sidesOf(
  rows: readonly ChunkRow[],
  valley: Valley,
): { readonly left: readonly PdfChunk[]; readonly right: readonly PdfChunk[] } {
  const middle = (valley.from + valley.to) / 2
  const apart = rows.filter((row) => !crosses(row, valley)).flatMap((row) => row.chunks)
  return {
    left: apart.filter((chunk) => chunk.left < middle),
    right: apart.filter((chunk) => chunk.left >= middle),
  }
}

/** Whether some stretch of the row stands on both sides. */
export function crosses({ chunks }: ChunkRow, { from, to }: Valley): boolean {
  const middle = (from + to) / 2
  return chunks.some((chunk) => chunk.left < middle && chunk.right > middle)
}

/** In sizes of the letters. */
const WIDTH = 1.2
const FEWEST = 3
const MOST = 20
const WIDEST_PAGE = 5000

/** How many stretches stand over each point of the width. */
function coverOf(rows: readonly ChunkRow[]): Int32Array {
  const chunks = rows.flatMap((row) => row.chunks)
  const right = chunks.reduce((most, chunk) => Math.max(most, chunk.right), 0)
  const cover = new Int32Array(Math.min(WIDEST_PAGE, Math.max(0, Math.ceil(right))))
  const add = (at: number, count: number) => {
    const point = Math.max(0, Math.floor(at))
    if (point < cover.length) cover[point] = (cover[point] ?? 0) + count
  }
  for (const chunk of chunks) {
    add(chunk.left, 1)
    add(Math.ceil(chunk.right), -1)
  }
  for (let x = 1; x < cover.length; x += 1) cover[x] = (cover[x] ?? 0) + (cover[x - 1] ?? 0)
  return cover
}

function beginRight(rows: readonly ChunkRow[], { to }: Valley): number {
  return rows.filter((row) => row.chunks.some((chunk) => chunk.left >= to - 2 && chunk.left <= to + 60))
    .length
}

function endLeft(rows: readonly ChunkRow[], { from }: Valley): number {
  return rows.filter((row) => row.chunks.some((chunk) => chunk.right <= from + 2)).length
}
