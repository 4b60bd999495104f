import { strToU8, zipSync } from 'fflate'

/** An Excel workbook of one sheet with a frozen head row; every cell is text, so nothing in it is run. Made here rather
    than by a library because those that zip in workers started from text are refused by our content policy. */
export function sheetXlsx(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Uint8Array {
  const files = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': workbook(name),
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml'),
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheet([columns, ...rows], columns.length),
  }
  const bytes = Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(head + xml)]))
  return zipSync(bytes, { mtime: '1980-01-01T12:00:00', level: 6 })
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const sheets = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes =
  `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${sheets}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheets}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${sheets}.styles+xml"/></Types>`

/** Two cell styles: text that wraps, and the same in bold. */
const styles =
  `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2">' +
  [0, 1]
    .map(
      (font) =>
        `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
    )
    .join('') +
  '</cellXfs></styleSheet>'

function relations(...targets: readonly string[]): string {
  const pairs = targets.flatMap((target, i) => (i % 2 === 1 ? [[targets[i - 1] ?? '', target] as const] : []))
  const each = pairs.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`
}

/** A sheet's name has 31 signs at most and none of []:*?/\. */
function workbook(name: string): string {
  const allowed = name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(allowed)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
}

function sheet(rows: readonly (readonly string[])[], columns: number): string {
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const widths = `<cols><col min="1" max="${Math.max(1, columns)}" width="24" customWidth="1"/></cols>`
  const body = rows.map(
    (row, r) => `<row r="${r + 1}">${row.map((text, c) => cell(text, r, c)).join('')}</row>`,
  )
  return `<worksheet xmlns="${main}">${view}${widths}<sheetData>${body.join('')}</sheetData></worksheet>`
}

function cell(text: string, row: number, column: number): string {
  if (text === '') return ''
  return `<c r="${columnName(column)}${row + 1}" s="${row === 0 ? 1 : 0}" t="inlineStr"><is><t xml:space="preserve">${escaped(fitted(text))}</t></is></c>`
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** Excel's cells hold 32,767 signs; the rest is marked as left out. */
function fitted(text: string): string {
  return text.length > 32_767 ? `${text.slice(0, 32_760)} […]` : text
}

function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: transcripts hold such signs, XML may not
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  )
}
