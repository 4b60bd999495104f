import { BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { TableBlock } from './report-document.ts'

const line = { style: BorderStyle.SINGLE, size: 4, color: 'D5D3CB' }
const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
const borders = {
  top: line,
  bottom: line,
  left: none,
  right: none,
  insideHorizontal: line,
  insideVertical: none,
}

/** A table with its caption above; the head row repeats on every page. */
export function docxTable(table: TableBlock, number: number): [Paragraph, Table, Paragraph] {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((text) => cell(text, true)),
  })
  const rows = table.rows.map(
    (row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) }),
  )
  return [
    new Paragraph({ style: 'Caption', text: `Table ${number}. ${table.caption}` }),
    new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders, rows: [head, ...rows] }),
    new Paragraph({ text: '' }),
  ]
}

function cell(text: string, bold: boolean): TableCell {
  const run = new TextRun({ text: text.toWellFormed(), bold, size: 18 })
  return new TableCell({
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: [new Paragraph({ spacing: { after: 0 }, children: [run] })],
  })
}
