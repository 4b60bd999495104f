import { type CellLines, type CellParagraph, cellLines, tableItem } from './cell-lines.ts'
import type { DocFile } from './doc-file.ts'
import {
  characterFormats,
  type DocCharacterFormat,
  type DocRun,
  formatAt,
  paragraphFormats,
  runAt,
} from './doc-formats.ts'
import { type DocPiece, docPieces, pieceText } from './doc-pieces.ts'
import { paragraphPieces } from './paragraph-pieces.ts'
import type { DocxItem } from './walk-docx.ts'

/** What an old Word document holds besides its running text, which is left out. */
export interface DocAside {
  readonly footnotes: readonly string[]
  readonly headers: readonly string[]
  readonly comments: readonly string[]
  readonly boxes: readonly string[]
}

/** The body of an old Word document in order, as paragraphs and tables. */
export interface DocBody {
  readonly items: readonly DocxItem[]
  readonly images: number
  readonly deletions: number
  readonly aside: DocAside
}

/** Reads an old Word document's text with its tables, line breaks and bold beginnings; instructions of fields and
    tracked deletions are left out. Null where its text cannot be found. */
export function docBody(doc: DocFile): DocBody | null {
  const pieces = docPieces(doc)
  if (pieces === null) return null
  const { text, footnotes, headers, comments, endnotes, boxes } = doc.counts
  const part = asides(doc, pieces)
  // Parts follow each other in this order; one that the count leaves out is macros, long gone.
  const afterHeaders = text + footnotes + headers
  return {
    ...bodyItems(doc, pieces),
    aside: {
      footnotes: [...part(text, footnotes), ...part(afterHeaders + comments, endnotes)],
      headers: part(text + footnotes, headers),
      comments: part(afterHeaders, comments),
      boxes: part(afterHeaders + comments + endnotes, boxes),
    },
  }
}

/** Signs by which Word marks what is no text. */
const sign = (code: number): string => String.fromCharCode(code)
const [PICTURE, CELL, DRAWING, FIELD, RESULT, FIELD_END] = [1, 7, 8, 0x13, 0x14, 0x15].map(sign)
const CONTROLS = new RegExp(`[${sign(0)}-${sign(8)}${sign(14)}-${sign(31)}]`, 'g')
const INSTRUCTIONS = new RegExp(`${FIELD}[^${RESULT}${FIELD_END}]*${RESULT}?`, 'g')
const ENDS = new RegExp(`[\r\f${CELL}${sign(14)}]`)
const SIGNS = new RegExp(`([${PICTURE}${DRAWING}${FIELD}${RESULT}${FIELD_END}])`)

/** Paragraphs of a part that stands beside the text, by its first character and length. */
function asides(doc: DocFile, pieces: readonly DocPiece[]) {
  return (first: number, length: number): readonly string[] => {
    if (length === 0) return []
    const text = pieces
      .filter((piece) => piece.from < first + length && piece.to > first)
      .map((piece) =>
        pieceText(doc, piece).slice(
          Math.max(0, first - piece.from),
          Math.max(0, first + length - piece.from),
        ),
      )
      .join('')
    const paragraphs = text.replace(INSTRUCTIONS, '').split(ENDS)
    return paragraphs.map((each) => each.replace(CONTROLS, '').trim()).filter((each) => each !== '')
  }
}

function bodyItems(
  doc: DocFile,
  pieces: readonly DocPiece[],
): Pick<DocBody, 'items' | 'images' | 'deletions'> {
  const paragraphs = paragraphFormats(doc)
  const characters = characterFormats(doc)
  const page = newPage()
  for (const piece of pieces) {
    if (piece.from >= doc.counts.text) continue
    const text = pieceText(doc, { ...piece, to: Math.min(piece.to, doc.counts.text) })
    for (const stretch of stretches(text, piece, characters)) {
      if (stretch.format?.deleted === true) page.deletions += 1
      else addStretch(page, stretch.text, stretch.format?.bold === true)
      if (stretch.mark !== null) {
        const format = formatAt(paragraphs, stretch.markAt)
        endParagraph(page, stretch.mark, format ?? { outline: null, inTable: false, endsRow: false })
      }
    }
  }
  endParagraph(page, '\r', { outline: null, inTable: false, endsRow: false })
  return { items: page.items, images: page.images, deletions: page.deletions }
}

interface Stretch {
  readonly text: string
  readonly format: DocCharacterFormat | null
  /** The sign that ends the paragraph or cell behind these characters, and the byte it stands at. */
  readonly mark: string | null
  readonly markAt: number
}

/** The characters of a piece, cut where their formatting changes and where paragraphs end. */
function* stretches(
  text: string,
  piece: DocPiece,
  formats: readonly DocRun<DocCharacterFormat>[],
): Generator<Stretch> {
  const byteOf = (at: number): number => piece.at + at * piece.width
  let from = 0
  let run = runAt(formats, piece.at)
  const until = (at: number): Stretch => ({
    text: text.slice(from, at),
    format: formatAt(formats, byteOf(from)),
    mark: null,
    markAt: byteOf(at),
  })
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (byteOf(at) >= (formats[run]?.to ?? Number.POSITIVE_INFINITY)) {
      yield until(at)
      from = at
      while (run < formats.length && (formats[run]?.to ?? 0) <= byteOf(at)) run += 1
    }
    if (ENDS.test(sign)) {
      yield { ...until(at), mark: sign }
      from = at + 1
    }
  }
  if (from < text.length) yield until(text.length)
}

interface Page {
  readonly items: DocxItem[]
  readonly pieces: ReturnType<typeof paragraphPieces>
  /** The number of the open paragraph, from 1. */
  number: number
  rows: CellLines[][]
  row: CellLines[]
  cell: CellParagraph[]
  /** For each field that is open: whether its instruction is still being read. */
  readonly fields: boolean[]
  images: number
  deletions: number
}

function newPage(): Page {
  return {
    items: [],
    pieces: paragraphPieces(),
    number: 1,
    rows: [],
    row: [],
    cell: [],
    fields: [],
    images: 0,
    deletions: 0,
  }
}

function addStretch(page: Page, text: string, bold: boolean): void {
  for (const part of text.split(SIGNS)) {
    if (part === FIELD) page.fields.push(true)
    else if (part === RESULT) page.fields.splice(-1, 1, false)
    else if (part === FIELD_END) page.fields.pop()
    else if (part === PICTURE || part === DRAWING) page.images += page.fields.includes(true) ? 0 : 1
    else if (!page.fields.includes(true)) page.pieces.add(plain(part), bold)
  }
}

function plain(part: string): string {
  return part
    .replaceAll('\u000b', '\n')
    .replaceAll('\u001e', '\u2011')
    .replaceAll('\u001f', '\u00ad')
    .replace(CONTROLS, '')
}

function endParagraph(
  page: Page,
  mark: string,
  {
    outline,
    inTable,
    endsRow,
  }: { readonly outline: number | null; readonly inTable: boolean; readonly endsRow: boolean },
): void {
  const { number } = page
  const paragraph = page.pieces.take(outline, number)
  if (mark !== CELL || !endsRow) page.number += 1
  if (!inTable && mark !== CELL) {
    endTable(page)
    page.items.push({ kind: 'paragraph', paragraph })
    return
  }
  const own = { text: paragraph.text, number }
  if (mark !== CELL) page.cell.push(own)
  else if (endsRow) {
    if (page.row.length > 0) page.rows.push(page.row)
    page.row = []
  } else {
    page.row.push(cellLines([...page.cell, own]))
    page.cell = []
  }
}

function endTable(page: Page): void {
  if (page.cell.length > 0) page.row.push(cellLines(page.cell))
  if (page.row.length > 0) page.rows.push(page.row)
  if (page.rows.length > 0) page.items.push(tableItem(page.rows))
  page.rows = []
  page.row = []
  page.cell = []
}
