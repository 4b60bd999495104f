import { type CellLines, type CellParagraph, cellLines, rowAsLine, tableItem } from './cell-lines.ts'
import type { OdtStyle } from './odt-styles.ts'
import { type ParagraphPieces, paragraphPieces } from './paragraph-pieces.ts'
import type { ImportProblem } from './source-draft.ts'
import type { DocxItem } from './walk-docx.ts'
import { walkTranscriptXml } from './walk-transcript-xml.ts'

/** The body of an OpenDocument text in order, and what of it is no text. */
export interface OdtBody {
  readonly ok: true
  readonly items: readonly DocxItem[]
  readonly images: number
  readonly notes: readonly string[]
  readonly comments: readonly string[]
  readonly deletions: number
}

/** Reads `content.xml`: paragraphs and headings with their line breaks, tables as rows of cells; tracked deletions,
    notes and comments left out. A sentence where the XML is damaged or nested too deeply. */
export function walkOdt(xml: string, styles: ReadonlyMap<string, OdtStyle>): OdtBody | ImportProblem {
  const state = newState(styles)
  const trouble = walkTranscriptXml(xml, 'OpenDocument (ODT)', {
    open: (name, attributes) => open(state, name, attributes),
    close: (name) => close(state, name),
    text: (text) => addText(state, text),
  })
  if (trouble !== null) return trouble
  const { items, images, notes, comments, deletions } = state
  return { ok: true, items, images, notes, comments, deletions }
}

interface OpenParagraph {
  readonly pieces: ParagraphPieces
  readonly outline: number | null
  readonly number: number
  /** Bold of the paragraph and the spans open in it. */
  readonly bold: boolean[]
}

interface OpenTable {
  readonly rows: CellLines[][]
  cell: CellParagraph[]
  repeats: number
}

interface State {
  readonly styles: ReadonlyMap<string, OdtStyle>
  readonly items: DocxItem[]
  /** Paragraphs of the running text begun so far; those of a frame go by the number of the one they stand in. */
  begun: number
  readonly paragraphs: OpenParagraph[]
  readonly tables: OpenTable[]
  /** How many cells were put in because a cell says that it is repeated. */
  repeated: number
  images: number
  readonly notes: string[]
  readonly comments: string[]
  deletions: number
  /** The change whose kind is being told, changes that are deletions, and those whose words stand in the text. */
  change: string
  readonly deleted: Set<string>
  readonly struckOut: Set<string>
  /** Depth inside elements whose words do not count, and the words of the outermost of them. */
  silent: number
  aside: string
  /** Inside the author, date or number of a comment or note. */
  signature: boolean
}

function newState(styles: ReadonlyMap<string, OdtStyle>): State {
  return {
    styles,
    items: [],
    begun: 0,
    paragraphs: [],
    tables: [],
    repeated: 0,
    images: 0,
    notes: [],
    comments: [],
    deletions: 0,
    change: '',
    deleted: new Set(),
    struckOut: new Set(),
    silent: 0,
    aside: '',
    signature: false,
  }
}

const SILENT = new Set(
  'tracked-changes note annotation forms scripts font-face-decls automatic-styles title desc ruby-text'.split(
    ' ',
  ),
)

const SIGNATURE = /^(?:creator|date|date-string|creator-initials|note-citation)$/

function open(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'changed-region') state.change = attributes['text:id'] ?? attributes['xml:id'] ?? ''
  if (name === 'deletion' && state.silent > 0) {
    state.deletions += 1
    state.deleted.add(state.change)
  }
  if (name === 'change-start' || name === 'change-end')
    strikeOut(state, name === 'change-start', attributes['text:change-id'] ?? '')
  if (SILENT.has(name) && state.silent === 0) state.aside = ''
  if (SILENT.has(name)) state.silent += 1
  if (state.silent > 0) {
    state.signature = SIGNATURE.test(name)
    return
  }
  if (name === 'p' || name === 'h') openParagraph(state, name, attributes)
  else if (name === 'span') {
    const bolds = state.paragraphs.at(-1)?.bold
    bolds?.push(styleOf(state, attributes)?.bold ?? bolds.at(-1) ?? false)
  } else if (name === 's') addSigns(state, ' '.repeat(countOf(attributes['text:c'], 100)))
  else if (name === 'tab') addSigns(state, '\t')
  else if (name === 'line-break') addSigns(state, '\n')
  else if (name === 'image') state.images += 1
  else openTable(state, name, attributes)
}

/** Words deleted with changes shown stay in the text, between two marks. */
function strikeOut(state: State, begins: boolean, change: string): void {
  if (begins && state.deleted.has(change)) state.struckOut.add(change)
  else state.struckOut.delete(change)
}

function openTable(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  const table = state.tables.at(-1)
  if (name === 'table') state.tables.push({ rows: [], cell: [], repeats: 1 })
  else if (name === 'table-row') table?.rows.push([])
  else if ((name === 'table-cell' || name === 'covered-table-cell') && table !== undefined) {
    table.cell = []
    table.repeats = countOf(attributes['table:number-columns-repeated'], 64)
  }
}

function countOf(written: string | undefined, most: number): number {
  return Math.max(1, Math.min(Number(written ?? 1) || 1, most))
}

function openParagraph(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  const style = styleOf(state, attributes)
  const level =
    name === 'h' ? countOf(attributes['text:outline-level'], 9) - 1 : style?.title === true ? 0 : null
  if (state.paragraphs.length === 0) state.begun += 1
  state.paragraphs.push({
    pieces: paragraphPieces(),
    outline: level,
    number: state.begun,
    bold: [style?.bold ?? false],
  })
}

function styleOf(state: State, attributes: Readonly<Record<string, string>>): OdtStyle | undefined {
  return state.styles.get(attributes['text:style-name'] ?? '')
}

function close(state: State, name: string): void {
  state.signature = false
  if (SILENT.has(name)) closeSilent(state, name)
  else if (state.silent > 0) state.aside += name === 'p' ? ' ' : ''
  else if (name === 'p' || name === 'h') closeParagraph(state)
  else if (name === 'span') {
    const bolds = state.paragraphs.at(-1)?.bold
    if (bolds !== undefined && bolds.length > 1) bolds.pop()
  } else if (name === 'table-cell' || name === 'covered-table-cell') closeCell(state)
  else if (name === 'table') closeTable(state)
}

function closeSilent(state: State, name: string): void {
  state.silent -= 1
  if (state.silent > 0) return
  if (name === 'note') state.notes.push(state.aside.trim())
  if (name === 'annotation') state.comments.push(state.aside.trim())
}

function closeParagraph(state: State): void {
  const open = state.paragraphs.pop()
  if (open === undefined) return
  const { number } = open
  const paragraph = open.pieces.take(open.outline, number)
  const table = state.tables.at(-1)
  if (table !== undefined) table.cell.push({ text: paragraph.text, number })
  else state.items.push({ kind: 'paragraph', paragraph })
}

function closeCell(state: State): void {
  const table = state.tables.at(-1)
  if (table === undefined) return
  const cell = cellLines(table.cell)
  table.cell = []
  const row = table.rows.at(-1)
  const repeats = state.repeated < MOST_REPEATED ? table.repeats : 1
  state.repeated += repeats - 1
  for (let i = 0; i < repeats; i += 1) row?.push(i === 0 ? cell : { ...cell, text: cell.text.slice(0, 200) })
}

/** A few bytes can ask for very many cells. */
const MOST_REPEATED = 10_000

/** A table inside a cell becomes lines of that cell. */
function closeTable(state: State): void {
  const table = state.tables.pop()
  const outer = state.tables.at(-1)
  if (table === undefined) return
  if (outer === undefined) state.items.push(tableItem(table.rows))
  else outer.cell.push(...table.rows.map(rowAsLine))
}

/** White space in the XML is one space, and none where a paragraph begins. */
function addText(state: State, text: string): void {
  if (state.silent > 0) {
    if (!state.signature && state.aside.length < 400) state.aside += text.slice(0, 400)
    return
  }
  const open = state.paragraphs.at(-1)
  if (open === undefined) return
  const single = text.replace(/[ \t\r\n]+/g, ' ')
  addSigns(state, open.pieces.endsInSpace() ? single.replace(/^ /, '') : single)
}

function addSigns(state: State, signs: string): void {
  const open = state.struckOut.size === 0 ? state.paragraphs.at(-1) : undefined
  open?.pieces.add(signs, open.bold.at(-1) ?? false)
}
