import { Document, Packer, PageOrientation } from 'docx'
import { csvText } from '../exchange/write-csv.ts'
import { writeXlsx } from '../exchange/write-xlsx.ts'
import { docxTable } from './docx-table.ts'
import type { ExcerptTable } from './excerpts.ts'
import { steadyZip } from './steady-zip.ts'

/** Excerpts as CSV (UTF-8 with its mark, CRLF), for spreadsheets. Cells that a spreadsheet would run as a formula get
    an apostrophe before them. */
export function excerptsCsv(table: ExcerptTable): string {
  return csvText(table)
}

/** Excerpts as an Excel workbook with one sheet; nothing in it is a formula. */
export function excerptsXlsx({ columns, rows }: ExcerptTable): Uint8Array {
  return writeXlsx([{ name: 'Excerpts', columns, rows }])
}

/** Excerpts as a Word document: one table on wide pages, its head repeated; the columns for people only. */
export async function excerptsDocx(excerpts: ExcerptTable, title: string): Promise<Uint8Array> {
  const shown = excerpts.onPaper ?? excerpts.columns.map((_, i) => i)
  const picked = (cells: readonly (string | number)[]) => shown.map((i) => String(cells[i] ?? ''))
  const [columns, rows] = [picked(excerpts.columns), excerpts.rows.map(picked)]
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
