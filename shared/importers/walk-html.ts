import { type CellLines, cellLines, tableItem } from './cell-lines.ts'
import { type HtmlPiece, htmlPieces } from './html-pieces.ts'
import { type ParagraphPieces, paragraphPieces } from './paragraph-pieces.ts'
import type { DocxItem } from './walk-docx.ts'

/** The text of a web page in order, and what of it is no text. */
export interface HtmlBody {
  readonly items: readonly DocxItem[]
  readonly title: string
  readonly images: number
  readonly deletions: number
  readonly listMarks: number
}

/** Reads a web page, however ill-formed: paragraphs with line breaks and bold starts, headings, tables as rows. A table
    that only lays the page out (one row, or one filled cell in each) gives the paragraphs in its cells. */
export function walkHtml(html: string): HtmlBody {
  const state = newState()
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'text') addText(state, piece.text)
    else if (SILENT.has(piece.name)) changeSilence(state, piece)
    else if (state.silent === '') tag(state, piece)
  }
  endParagraph(state)
  while (state.tables.length > 0) closeTable(state)
  const { items, title, images, deletions, listMarks } = state
  return { items, title: title.replace(/\s+/g, ' ').trim(), images, deletions, listMarks }
}

type Tag = Exclude<HtmlPiece, { readonly kind: 'text' }>

interface OpenTable {
  readonly rows: DocxItem[][][]
}

interface State {
  readonly items: DocxItem[]
  readonly tables: OpenTable[]
  readonly paragraph: ParagraphPieces
  /** Paragraphs ended so far, and whether one was begun that has no words yet. */
  ended: number
  begun: boolean
  outline: number | null
  bold: number
  /** Whether each open span is bold; `hidden` ones hold the marks of lists. */
  readonly spans: ('bold' | 'plain' | 'hidden')[]
  pre: boolean
  /** The element whose words do not count; empty outside. */
  silent: string
  title: string
  images: number
  deletions: number
  listMarks: number
}

function newState(): State {
  return {
    items: [],
    tables: [],
    paragraph: paragraphPieces(),
    ended: 0,
    begun: false,
    outline: null,
    bold: 0,
    spans: [],
    pre: false,
    silent: '',
    title: '',
    images: 0,
    deletions: 0,
    listMarks: 0,
  }
}

const SILENT = new Set('title noscript template select svg math object iframe del xml textarea'.split(' '))
const BLOCK =
  /^(?:p|div|li|h[1-6]|ul|ol|dl|dt|dd|blockquote|section|article|header|footer|main|aside|nav|form|figure|figcaption|center|address|pre|hr|body|html|head|table|caption|thead|tbody|tfoot|tr|td|th)$/
const DEEPEST_TABLE = 50

function changeSilence(state: State, piece: Tag): void {
  if (piece.kind === 'open' && state.silent === '') {
    state.silent = piece.name
    if (piece.name === 'del') state.deletions += 1
  } else if (piece.kind === 'close' && state.silent === piece.name) state.silent = ''
}

function tag(state: State, piece: Tag): void {
  const { name } = piece
  if (name === 'br') addSigns(state, piece.kind === 'open' ? '\n' : '')
  else if (name === 'img') state.images += piece.kind === 'open' ? 1 : 0
  else if (name === 'b' || name === 'strong')
    state.bold = Math.max(0, state.bold + (piece.kind === 'open' ? 1 : -1))
  else if (name === 'span' || name === 'font') span(state, piece)
  if (!BLOCK.test(name)) return
  endParagraph(state)
  if (/^(?:p|h[1-6])$/.test(name)) state.begun = piece.kind === 'open'
  if (/^h[1-6]$/.test(name)) state.outline = piece.kind === 'open' ? Number(name.slice(1)) - 1 : null
  else if (name === 'p') state.outline = null
  if (name === 'pre') state.pre = piece.kind === 'open'
  tableTag(state, piece)
}

function span(state: State, piece: Tag): void {
  if (piece.kind === 'close') {
    state.spans.pop()
    return
  }
  const before = state.spans.at(-1) ?? 'plain'
  const style = piece.attributes.get('style') ?? ''
  if (/mso-list:\s*ignore/i.test(style)) {
    state.listMarks += 1
    state.spans.push('hidden')
  } else if (before === 'hidden') state.spans.push('hidden')
  else if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) state.spans.push('bold')
  else state.spans.push(/font-weight:\s*(?:normal|400)/i.test(style) ? 'plain' : before)
}

function tableTag(state: State, piece: Tag): void {
  const { name } = piece
  const table = state.tables.at(-1)
  if (name === 'table') {
    if (piece.kind === 'close') closeTable(state)
    else if (state.tables.length < DEEPEST_TABLE) state.tables.push({ rows: [] })
  } else if (piece.kind === 'close' || table === undefined) return
  else if (name === 'tr') table.rows.push([])
  else if (name === 'td' || name === 'th') {
    if (table.rows.length === 0) table.rows.push([])
    table.rows.at(-1)?.push([])
  }
}

function closeTable(state: State): void {
  const table = state.tables.pop()
  if (table === undefined) return
  const filled = table.rows.map((row) => row.filter((cell) => cell.length > 0))
  const layout = filled.filter((row) => row.length > 0).length < 2 || filled.every((row) => row.length < 2)
  const rows = layout ? [] : table.rows.filter((row) => row.length > 0).map((row) => row.map(cellOf))
  const items: readonly DocxItem[] = layout ? filled.flat(2) : [tableItem(rows)]
  for (const item of items) place(state, item)
}

function cellOf(cell: readonly DocxItem[]): CellLines {
  const paragraphs = cell.flatMap((item) =>
    item.kind === 'paragraph'
      ? [{ text: item.paragraph.text, number: item.paragraph.number ?? 1 }]
      : item.rows.map((row, i) => ({ text: row.join('\t'), number: item.numbers?.[i]?.[0]?.[0] ?? 1 })),
  )
  return cellLines(paragraphs)
}

/** Into the cell that is open, or onto the page. */
function place(state: State, item: DocxItem): void {
  const cell = state.tables.at(-1)?.rows.at(-1)?.at(-1)
  if (cell === undefined) state.items.push(item)
  else cell.push(item)
}

function endParagraph(state: State): void {
  const paragraph = state.paragraph.take(state.outline, state.ended + 1)
  const filled = /\S/.test(paragraph.text)
  if (filled || state.begun) state.ended += 1
  state.begun = false
  if (filled) place(state, { kind: 'paragraph', paragraph })
}

function addText(state: State, text: string): void {
  if (state.silent === 'title') state.title = `${state.title}${text}`.slice(0, 500).toWellFormed()
  if (state.silent !== '' || state.spans.at(-1) === 'hidden') return
  const single = text.replace(/[ \t\r\n\f]+/g, ' ')
  addSigns(state, state.pre ? text : state.paragraph.endsInSpace() ? single.replace(/^ /, '') : single)
}

function addSigns(state: State, signs: string): void {
  state.paragraph.add(signs, state.bold > 0 || state.spans.at(-1) === 'bold')
}
