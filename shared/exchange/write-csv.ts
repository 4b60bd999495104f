/** A table for a spreadsheet: a name, headings, and rows of text or numbers. */
export interface SheetTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** A table as CSV: UTF-8 with a byte order mark, commas, CRLF. Cells that a spreadsheet would calculate, because they
    begin with = + - @, get a ' in front. */
export function writeCsv({ columns, rows }: SheetTable): Uint8Array {
  const lines = [columns, ...rows].map((cells) => cells.map(csvCell).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const safe = /^\s*[=+\-@]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
