import type { TableBlock } from './report-document.ts'
import { textWidth } from './word-styles.ts'
import { wordParagraph, wordRun } from './word-xml.ts'

/** A table with its caption above, as wide as the text: columns by what stands in them, the head on every page. */
export function wordTable({ caption, columns, rows }: TableBlock, number: number): string {
  const widths = columnWidths([columns, ...rows])
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const look = `<w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr>`
  const head = row(columns, widths, '<w:tblHeader/>', true)
  const body = rows.map((cells) => row(cells, widths, '', false)).join('')
  const title = wordParagraph(wordRun({ text: `Table ${number}. ${caption}` }), { style: 'Caption' })
  return `${title}<w:tbl>${look}<w:tblGrid>${grid}</w:tblGrid>${head}${body}</w:tbl>${wordParagraph('')}`
}

const line = 'w:val="single" w:sz="4" w:space="0" w:color="D5D3CB"'
const borders = `<w:tblBorders><w:top ${line}/><w:bottom ${line}/><w:insideH ${line}/></w:tblBorders>`

/** No column narrower than its longest word; what room is left goes to those with the longest texts. */
function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const columns = Math.max(...rows.map((cells) => cells.length))
  const wanted = Array.from({ length: columns }, (_, i) => {
    const texts = rows.map((cells) => cells[i] ?? '')
    const word = longest(texts.flatMap((text) => text.split(/\s+/)))
    return { least: Math.min(word, 20) * signWidth + 190, more: longest(texts) - word + 1 }
  })
  const least = wanted.reduce((sum, each) => sum + each.least, 0)
  const more = wanted.reduce((sum, each) => sum + each.more, 0)
  const room = textWidth - least
  return wanted.map((each) =>
    Math.floor(room < 0 ? (textWidth * each.least) / least : each.least + (room * each.more) / more),
  )
}

/** A wide sign of a table's text, in twentieths of a point. */
const signWidth = 112

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0)
}

function row(cells: readonly string[], widths: readonly number[], more: string, bold: boolean): string {
  const inside = widths.map((width, i) => {
    const text = wordParagraph(wordRun({ text: cells[i] ?? '', bold }), { style: 'TableText' })
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${text}</w:tc>`
  })
  return `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${inside.join('')}</w:tr>`
}
