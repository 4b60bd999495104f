/** A table for a spreadsheet: a name, headings, and rows of text or numbers. */
export interface SheetTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** A table as CSV in bytes: UTF-8. */
export function writeCsv(table: SheetTable): Uint8Array {
  return new TextEncoder().encode(csvText(table))
}

/** A table as CSV: a byte order mark, commas, CRLF. Cells that a spreadsheet would calculate, because they begin with
    = + - @ or a control sign, get a ' in front; so do cells that look as if they had got one. */
export function csvText({ columns, rows }: Pick<SheetTable, 'columns' | 'rows'>): string {
  const lines = [columns, ...rows].map((cells) => cells.map(csvCell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const safe = calculated.test(cell) ? `'${cell}` : cell
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell of a CSV as it was before it was made safe. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && calculated.test(cell) ? cell.slice(1) : cell
}

const calculated = /^'*(?:\s*[=+\-@]|[\t\r\n])/
