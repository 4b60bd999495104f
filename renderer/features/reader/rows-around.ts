import type { Place } from '../../../shared/importers/origin.ts'
import type { TableRows } from '../../../shared/importers/source-draft.ts'
import { firstIndex } from '../../../shared/text/positions.ts'

/** A stretch of a table's rows to look at. */
export interface RowsAround {
  readonly headings: readonly string[]
  /** Columns with something in them among these rows, from 0. */
  readonly columns: readonly number[]
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
  /** The passage's cells, as spreadsheets name them. */
  readonly marked: ReadonlySet<string>
}

const neighbours = 4
/** A passage over more rows than this shows its first ones. */
const most = 60

/** The rows that a passage's cells stand in, with four above and four below; the first rows where its place is not
    known. The row of the headings stands above them, not among them. */
export function rowsAround({ rows, places, headingsAt }: TableRows, cells: readonly Place[]): RowsAround {
  const names = cells.flatMap((place) => (place.kind === 'cell' ? [place.cell] : []))
  const numbers = names.map((name) => Number(/\d+$/.exec(name)?.[0] ?? 0))
  const from = Math.min(...numbers)
  const to = Math.max(...numbers)
  const first = numbers.length === 0 ? 0 : firstIndex(places, (place) => place >= from)
  const last = numbers.length === 0 ? 0 : firstIndex(places, (place) => place >= to)
  const start = Math.max(0, first - neighbours)
  const end = Math.min(rows.length, last + neighbours + 1, start + most)
  const shown = rows.slice(start, end).flatMap((row, i) => {
    const number = places[start + i] ?? start + i + 1
    return number === headingsAt ? [] : [{ number, cells: row }]
  })
  const headings = headingsAt === null ? [] : (rows[places.indexOf(headingsAt)] ?? [])
  const width = shown.reduce((widest, row) => Math.max(widest, row.cells.length), headings.length)
  const columns = Array.from({ length: width }, (_, i) => i).filter(
    (column) => headings[column]?.trim() || shown.some((row) => row.cells[column]?.trim()),
  )
  return { headings, columns, rows: shown, marked: new Set(names) }
}
