import { type CellLines, type CellParagraph, cellLines, rowAsLine, tableItem } from './cell-lines.ts'
import { walkXml, wordAttribute } from './walk-xml.ts'

/** A paragraph of a Word document. */
export interface DocxParagraph {
  /** Its words; line breaks inside it are LF. */
  readonly text: string
  readonly style: string
  /** Outline level set on the paragraph itself, 0 for the highest; null without one. */
  readonly outline: number | null
  /** How many units at its start are bold. */
  readonly bold: number
  /** Its number in the document, from 1, empty ones and those in tables counted; absent where its reader does not tell. */
  readonly number?: number
}

export type DocxItem =
  | { readonly kind: 'paragraph'; readonly paragraph: DocxParagraph }
  | {
      readonly kind: 'table'
      readonly rows: readonly (readonly string[])[]
      /** For each line of each cell the number of its paragraph. */
      readonly numbers?: readonly (readonly (readonly number[])[])[]
    }

/** The body of a Word document in order, and what of it is no text. */
export interface DocxBody {
  readonly items: readonly DocxItem[]
  readonly images: number
  readonly footnotes: number
  readonly comments: number
  /** Stretches deleted or moved away with changes tracked. */
  readonly deletions: number
}

/** Reads `document.xml`: paragraphs with their line breaks, tables as rows of cells, tracked deletions left out.
    Null where the XML is ill-formed. */
export function walkDocx(xml: string): DocxBody | null {
  const state = newState()
  const whole = walkXml(xml, {
    open: (name, attributes) => open(state, name, attributes),
    close: (name) => close(state, name),
    text: (text) => {
      if (state.inText > 0 && state.silent === 0) addText(state, text)
    },
  })
  return whole ? { items: state.items, ...state.counts } : null
}

interface OpenParagraph {
  pieces: string[]
  length: number
  bold: number
  boldOver: boolean
  style: string
  outline: number | null
  readonly number: number
}

interface OpenTable {
  rows: CellLines[][]
  cell: CellParagraph[]
}

interface State {
  items: DocxItem[]
  /** Paragraphs of the running text begun so far. */
  begun: number
  paragraphs: OpenParagraph[]
  tables: OpenTable[]
  counts: { images: number; footnotes: number; comments: number; deletions: number }
  /** Depth inside elements whose words do not count: deletions, fallbacks. */
  silent: number
  inText: number
  inRun: number
  inRunProperties: boolean
  runBold: boolean
}

function newState(): State {
  return {
    items: [],
    begun: 0,
    paragraphs: [],
    tables: [],
    counts: { images: 0, footnotes: 0, comments: 0, deletions: 0 },
    silent: 0,
    inText: 0,
    inRun: 0,
    inRunProperties: false,
    runBold: false,
  }
}

const SILENT = new Set(['w:del', 'w:moveFrom', 'mc:Fallback'])
const SIGNS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:cr': '\n', 'w:noBreakHyphen': '\u2011' }

function open(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  if (SILENT.has(name)) {
    if (name !== 'mc:Fallback' && state.silent === 0 && state.inRunProperties === false)
      state.counts.deletions += 1
    state.silent += 1
  } else if (state.silent > 0) return
  else if (name === 'w:t' || name === 'm:t') state.inText += 1
  else if (name === 'w:p') openParagraph(state)
  else if (name === 'w:r') openRun(state)
  else if (name === 'w:tbl') state.tables.push({ rows: [], cell: [] })
  else if (name === 'w:tr') state.tables.at(-1)?.rows.push([])
  else if (name === 'w:tc') openCell(state)
  else openDetail(state, name, attributes)
}

/** Paragraphs of a text box stand inside one of the running text and go by its number. */
function openParagraph(state: State): void {
  if (state.paragraphs.length === 0) state.begun += 1
  const number = state.begun
  state.paragraphs.push({ pieces: [], length: 0, bold: 0, boldOver: false, style: '', outline: null, number })
}

function openRun(state: State): void {
  state.inRun += 1
  state.runBold = false
}

function openCell(state: State): void {
  const table = state.tables.at(-1)
  if (table !== undefined) table.cell = []
}

function openDetail(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  const paragraph = state.paragraphs.at(-1)
  if (name === 'w:rPr') state.inRunProperties = state.inRun > 0
  else if (name === 'w:b' && state.inRunProperties)
    state.runBold = !/^(?:0|false|off)$/.test(wordAttribute(attributes, 'val') ?? '')
  else if (name === 'w:pStyle' && paragraph !== undefined)
    paragraph.style = wordAttribute(attributes, 'val') ?? ''
  else if (name === 'w:outlineLvl' && paragraph !== undefined)
    paragraph.outline = Number(wordAttribute(attributes, 'val') ?? 9)
  else if (name === 'w:br' && state.inRun > 0) addText(state, '\n')
  else if (SIGNS[name] !== undefined && state.inRun > 0) addText(state, SIGNS[name] ?? '')
  else if (name === 'w:sym') addText(state, symbolOf(wordAttribute(attributes, 'char') ?? ''))
  else if (name === 'a:blip' || name === 'v:imagedata') state.counts.images += 1
  else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') state.counts.footnotes += 1
  else if (name === 'w:commentReference') state.counts.comments += 1
}

function symbolOf(hexadecimal: string): string {
  const code = Number.parseInt(hexadecimal, 16)
  return code > 31 && code < 0xd800 ? String.fromCharCode(code) : '\uFFFD'
}

function close(state: State, name: string): void {
  if (SILENT.has(name)) state.silent = Math.max(0, state.silent - 1)
  else if (state.silent > 0) return
  else if (name === 'w:t' || name === 'm:t') state.inText = Math.max(0, state.inText - 1)
  else if (name === 'w:rPr') state.inRunProperties = false
  else if (name === 'w:r') state.inRun = Math.max(0, state.inRun - 1)
  else if (name === 'w:p') closeParagraph(state)
  else if (name === 'w:tc') closeCell(state)
  else if (name === 'w:tbl') closeTable(state)
}

function closeParagraph(state: State): void {
  const paragraph = state.paragraphs.pop()
  if (paragraph === undefined) return
  const { style, outline, bold, number } = paragraph
  const text = paragraph.pieces.join('')
  const table = state.tables.at(-1)
  if (table !== undefined) table.cell.push({ text, number })
  else state.items.push({ kind: 'paragraph', paragraph: { text, style, outline, bold, number } })
}

function closeCell(state: State): void {
  const table = state.tables.at(-1)
  table?.rows.at(-1)?.push(cellLines(table.cell))
  if (table !== undefined) table.cell = []
}

/** A table inside a cell becomes lines of that cell. */
function closeTable(state: State): void {
  const table = state.tables.pop()
  const outer = state.tables.at(-1)
  if (table === undefined) return
  if (outer === undefined) state.items.push(tableItem(table.rows))
  else outer.cell.push(...table.rows.map(rowAsLine))
}

function addText(state: State, text: string): void {
  const paragraph = state.paragraphs.at(-1)
  if (paragraph === undefined) return
  paragraph.pieces.push(text)
  paragraph.length += text.length
  if (state.runBold && !paragraph.boldOver) paragraph.bold = paragraph.length
  else if (text.trim() !== '') paragraph.boldOver = true
}
