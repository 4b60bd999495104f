import { Document, Packer, PageOrientation } from 'docx'
import papaparse from 'papaparse'
import { docxTable } from './docx-table.ts'
import type { ExcerptTable } from './excerpts.ts'
import { sheetXlsx } from './sheet-xlsx.ts'
import { steadyZip } from './steady-zip.ts'

/** Excerpts as CSV (UTF-8 with its mark, CRLF), for spreadsheets. Cells that a spreadsheet would run as a formula get
    an apostrophe before them. */
export function excerptsCsv({ columns, rows }: ExcerptTable): string {
  const csv = papaparse.unparse(
    [columns, ...rows].map((row) => row.map(notAFormula)),
    { newline: '\r\n' },
  )
  return `\uFEFF${csv}\r\n`
}

/** Excerpts as an Excel workbook with one sheet; every cell is text. */
export function excerptsXlsx(table: ExcerptTable): Uint8Array {
  return sheetXlsx('Excerpts', table.columns, table.rows)
}

/** Excerpts as a Word document: one table on wide pages, its head repeated. */
export async function excerptsDocx({ columns, rows }: ExcerptTable, title: string): Promise<Uint8Array> {
  const table = docxTable({ kind: 'table', caption: title, columns, rows }, 1)
  const page = { size: { orientation: PageOrientation.LANDSCAPE } }
  const document = new Document({
    title,
    creator: 'Loam',
    lastModifiedBy: 'Loam',
    sections: [{ properties: { page }, children: table }],
  })
  return steadyZip(new Uint8Array(await Packer.pack(document, 'arraybuffer')))
}

/** A cell that begins with = + - @ or a control sign, made plain text with an apostrophe before it. */
export function notAFormula(cell: string): string {
  return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
}
