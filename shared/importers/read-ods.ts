import { firstTable } from './first-table.ts'
import { openOdt } from './open-odt.ts'
import { hasLatin } from './sniff-content.ts'
import type { ImportOutcome, ImportProblem } from './source-draft.ts'
import { walkOds } from './walk-ods.ts'

/** Whether a ZIP container is an OpenDocument spreadsheet. */
export function isOds(bytes: Uint8Array): boolean {
  return hasLatin(bytes, 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 100)
}

/** Whether a text is an OpenDocument spreadsheet saved as one XML file (FODS). */
export function isFlatOds(text: string): boolean {
  return /<office:document\s[^>]{0,20000}application\/vnd\.oasis\.opendocument\.spreadsheet/.test(
    text.slice(0, 20_000),
  )
}

/** Reads an OpenDocument spreadsheet (ODS) as an Excel workbook is read: a transcript with a row a turn, or answers. */
export function readOds(fileName: string, bytes: Uint8Array): ImportOutcome {
  const parts = openOdt(bytes, 'OpenDocument spreadsheet (ODS)')
  return parts.ok ? readFlatOds(fileName, parts.content) : parts
}

/** The same from the one XML file, or from the part that holds the sheets. */
export function readFlatOds(fileName: string, xml: string): ImportOutcome {
  const sheets = walkOds(xml)
  if ('ok' in sheets) return sheets
  const table = firstTable({
    fileName,
    format: 'ods',
    sheets: sheets.map((sheet) => ({ name: sheet.name, read: () => sheet })),
    all: sheets.map((sheet) => sheet.name),
  })
  return table ?? NO_SHEET
}

const NO_SHEET: ImportProblem = {
  ok: false,
  problem: 'This OpenDocument spreadsheet (ODS) has no sheet: check that it is the right one.',
}
