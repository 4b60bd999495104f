import type { SheetTable } from './write-csv.ts'
import { xmlElement, xmlText } from './write-xml.ts'
import { writeZip } from './write-zip.ts'

/** Tables as the sheets of one Excel file, headings bold and held in place. Everything is text or number, nothing a
    formula. The same tables give the same bytes. */
export function writeXlsx(tables: readonly SheetTable[]): Uint8Array {
  const encoder = new TextEncoder()
  const files = new Map<string, Uint8Array>()
  const add = (name: string, xml: string) => files.set(name, encoder.encode(`${declaration}${xml}`))
  add('[Content_Types].xml', contentTypes(tables.length))
  add('_rels/.rels', relations([['rId1', `${office}/officeDocument`, 'xl/workbook.xml']]))
  add('xl/workbook.xml', workbook(tables))
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...tables.map(
        (_, i) => [`rId${i + 1}`, `${office}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const,
      ),
      ['styles', `${office}/styles`, 'styles.xml'],
    ]),
  )
  add('xl/styles.xml', styles)
  for (const [i, table] of tables.entries()) add(`xl/worksheets/sheet${i + 1}.xml`, sheet(table))
  return writeZip(files)
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Three cell styles: text, headings, numbers. Cells of the first stay text when somebody edits them. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`

function contentTypes(sheets: number): string {
  const part = (name: string, kind: string) =>
    xmlElement('Override', { PartName: name, ContentType: `${kinds}.${kind}+xml` })
  return xmlElement('Types', { xmlns: `${packages}/content-types` }, [
    xmlElement('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    xmlElement('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    part('/xl/workbook.xml', 'sheet.main'),
    part('/xl/styles.xml', 'styles'),
    ...Array.from({ length: sheets }, (_, i) => part(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet')),
  ])
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const elements = list.map(([Id, Type, Target]) => xmlElement('Relationship', { Id, Type, Target }))
  return xmlElement('Relationships', { xmlns: `${packages}/relationships` }, elements)
}

function workbook(tables: readonly SheetTable[]): string {
  const sheets = tables.map(({ name }, i) =>
    // Excel refuses longer names and these signs.
    xmlElement('sheet', {
      name: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
      sheetId: String(i + 1),
      'r:id': `rId${i + 1}`,
    }),
  )
  return xmlElement('workbook', { xmlns: main, 'xmlns:r': office }, [xmlElement('sheets', {}, sheets)])
}

function sheet({ columns, rows }: SheetTable): string {
  const frozen = xmlElement('pane', {
    ySplit: '1',
    topLeftCell: 'A2',
    activePane: 'bottomLeft',
    state: 'frozen',
  })
  const widths = columns.map((_, i) =>
    xmlElement('col', {
      min: String(i + 1),
      max: String(i + 1),
      width: String(widthOf(i, rows)),
      customWidth: '1',
    }),
  )
  const lines = [columns, ...rows].map((cells, row) =>
    xmlElement(
      'row',
      { r: String(row + 1) },
      cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`, row === 0)),
    ),
  )
  return xmlElement('worksheet', { xmlns: main }, [
    xmlElement('sheetViews', {}, [xmlElement('sheetView', { workbookViewId: '0' }, [frozen])]),
    ...(widths.length > 0 ? [xmlElement('cols', {}, widths)] : []),
    xmlElement('sheetData', {}, lines),
  ])
}

function widthOf(column: number, rows: SheetTable['rows']): number {
  const longest = rows.reduce((most, row) => Math.max(most, String(row[column] ?? '').length), 0)
  return Math.max(10, Math.min(60, longest + 2))
}

function cellXml(cell: string | number, place: string, heading: boolean): string {
  const style = heading ? '1' : '0'
  if (typeof cell === 'number') return xmlElement('c', { r: place, s: '2' }, [`<v>${cell}</v>`])
  // Excel's own limit of characters in a cell.
  const text = cell.length > 32_767 ? `${cell.slice(0, 32_766).toWellFormed()}…` : cell
  const kept = xmlElement('t', { 'xml:space': 'preserve' }, [xmlText(text.replace(asCode, '_x005F_'))])
  return cell === ''
    ? ''
    : xmlElement('c', { r: place, s: style, t: 'inlineStr' }, [xmlElement('is', {}, [kept])])
}

/** What Excel would read as the code of a character. */
const asCode = /_(?=x[0-9A-Fa-f]{4}_)/g

function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return `${rest > 0 ? letters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}
