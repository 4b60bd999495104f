import { type CellLines, type CellParagraph, cellLines, tableItem } from './cell-lines.ts'
import { type ParagraphPieces, paragraphPieces } from './paragraph-pieces.ts'
import { afterProperty, FIRST_GROUP, type RtfEncodings, type RtfGroup, rtfEncodings } from './rtf-groups.ts'
import { walkRtf } from './rtf-tokens.ts'
import type { ImportProblem } from './source-draft.ts'
import type { DocxItem } from './walk-docx.ts'

/** A Rich Text document in order, and how often what of it is no text. */
export interface RtfBody {
  readonly ok: true
  readonly items: readonly DocxItem[]
  readonly facts: Readonly<Record<string, string>>
  /** Counts by the control word that begins what was left out: `pict`, `footnote`, `annotation`, … */
  readonly leftOut: ReadonlyMap<string, number>
  /** Code pages named by the document that cannot be read. */
  readonly unknownPages: readonly number[]
}

/** Reads a Rich Text document: paragraphs with line breaks and bold starts, rows of tables, bytes by the code page of
    their font. A sentence where it is cut off or nested deeper than 2,000. */
export function rtfBody(bytes: Uint8Array): RtfBody | ImportProblem {
  const state = newState(bytes)
  walkRtf(bytes, {
    open: () => openGroup(state),
    close: () => closeGroup(state),
    word: (name, value) => word(state, name, value),
    byte: (byte, escaped) => addByte(state, byte, escaped),
  })
  flush(state)
  if (state.tooDeep)
    return problem(
      'This RTF document is nested too deeply: open it in Word or LibreOffice and save it as DOCX.',
    )
  if (state.outer.length > 0)
    return problem('This RTF document is cut off or damaged: copy or download it once more.')
  endParagraph(state)
  endTable(state)
  const { items, facts, leftOut, encodings } = state
  return { ok: true, items, facts, leftOut, unknownPages: encodings.unknown() }
}

const DEEPEST = 2000

interface State {
  group: RtfGroup
  readonly outer: RtfGroup[]
  tooDeep: boolean
  /** `\*` stands before: what follows may be skipped when it is not known. */
  starred: boolean
  /** Signs still to pass over behind a `\u`. */
  passOver: number
  waiting: number[]
  label: string
  readonly encodings: RtfEncodings
  readonly isUtf8: boolean
  readonly paragraph: ParagraphPieces
  readonly items: DocxItem[]
  readonly facts: Record<string, string>
  readonly leftOut: Map<string, number>
  inRow: boolean
  deleting: boolean
  /** The number of the open paragraph; cells end one, too. */
  number: number
  cell: CellParagraph[]
  row: CellLines[]
  rows: CellLines[][]
}

function newState(bytes: Uint8Array): State {
  return {
    group: FIRST_GROUP,
    outer: [],
    tooDeep: false,
    starred: false,
    passOver: 0,
    waiting: [],
    label: '',
    encodings: rtfEncodings(),
    isUtf8: isUtf8(bytes),
    paragraph: paragraphPieces(),
    items: [],
    facts: {},
    leftOut: new Map(),
    inRow: false,
    deleting: false,
    number: 1,
    cell: [],
    row: [],
    rows: [],
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function openGroup(state: State): void {
  flush(state)
  state.passOver = 0
  if (state.outer.length >= DEEPEST) state.tooDeep = true
  else state.outer.push(state.group)
}

function closeGroup(state: State): void {
  flush(state)
  state.passOver = 0
  state.starred = false
  state.group = state.outer.pop() ?? state.group
}

const SKIPPED = new Set(
  `colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator pict object footnote annotation atnid
  atnauthor header headerl headerr headerf footer footerl footerr footerf listtext pntext pntxta pntxtb fldinst xe tc rxe
  nonshppict nonesttables bkmkstart bkmkend themedata colorschememapping datastore latentstyles xmlnstbl filetbl
  ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template userprops docvar shptxt`.split(/\s+/),
)
/** Left out, but not without saying so. */
const COUNTED = new Set(
  `pict footnote annotation header headerl headerr headerf footer footerl footerr footerf listtext pntext shptxt`.split(
    ' ',
  ),
)
const FACTS: Readonly<Record<string, string>> = { title: 'Title', author: 'Author', subject: 'Subject' }

function word(state: State, name: string, value: number | null): void {
  flush(state)
  if (name === '*') {
    state.starred = true
    return
  }
  const starred = state.starred
  state.starred = false
  const { role } = state.group
  if (COUNTED.has(name) && state.group.fact !== 'again')
    state.leftOut.set(name, (state.leftOut.get(name) ?? 0) + 1)
  if (role === 'skip') return
  if (role === 'fonts') state.encodings.word(name, value)
  else if (role === 'info' && FACTS[name] !== undefined)
    state.group = { ...state.group, role: 'fact', fact: FACTS[name] ?? '' }
  else if (name === 'fonttbl') state.group = { ...state.group, role: 'fonts' }
  else if (name === 'info') state.group = { ...state.group, role: 'info' }
  else if (SKIPPED.has(name) || (starred && name !== 'shppict')) skipGroup(state, name)
  else readWord(state, name, value)
}

/** What stands inside something that is counted, or shows a picture once more, is not counted again. */
function skipGroup(state: State, name: string): void {
  const fact = name === 'nonshppict' || COUNTED.has(name) ? 'again' : ''
  state.group = { ...state.group, role: 'skip', fact }
}

function readWord(state: State, name: string, value: number | null): void {
  const changed = afterProperty(state.group, name, value)
  if (changed !== null) state.group = changed
  else if (name === 'u') addUnit(state, value ?? 0)
  else if (state.passOver > 0) state.passOver -= 1
  else if (SIGNS[name] !== undefined) addText(state, SIGNS[name] ?? '')
  else if (state.group.role === 'body') layOut(state, name, value)
}

const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  page: '\n',
  column: '\n',
  '~': '\u00a0',
  _: '\u2011',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
  nestcell: '\t',
  nestrow: '\n',
}

function layOut(state: State, name: string, value: number | null): void {
  if (name === 'par' || name === 'sect') endParagraph(state)
  else if (name === 'trowd') state.inRow = true
  else if (name === 'cell') endCell(state)
  else if (name === 'row') endRow(state)
  else state.encodings.word(name, value)
}

/** A UTF-16 unit, written as a signed number. */
function addUnit(state: State, value: number): void {
  const unit = value & 0xffff
  addText(state, unit === SYMBOL_BULLET ? '•' : String.fromCharCode(unit))
  state.passOver = state.group.fallback
}

/** The bullet of symbol fonts, in the place for private use. */
const SYMBOL_BULLET = 0xf0b7

function addByte(state: State, byte: number, escaped: boolean): void {
  state.starred = false
  const { role } = state.group
  if (role === 'skip' || role === 'fonts' || role === 'info') return
  if (state.passOver > 0) {
    state.passOver -= 1
    return
  }
  const raw = !escaped && byte > 127 && state.isUtf8
  const label = raw ? 'utf-8' : state.encodings.of(state.group)
  if (label !== state.label && (byte > 127 || state.label === 'utf-8')) flush(state)
  if (state.waiting.length === 0) state.label = label
  if (byte === 0xb7 && state.encodings.isSymbol(state.group)) addText(state, '•')
  else state.waiting.push(byte)
}

/** Bytes are read together, since some code pages write one letter with two. */
function flush(state: State): void {
  if (state.waiting.length === 0) return
  const bytes = Uint8Array.from(state.waiting)
  state.waiting = []
  addText(state, new TextDecoder(state.label, { ignoreBOM: true }).decode(bytes))
}

function addText(state: State, text: string): void {
  flush(state)
  const { role, fact, deleted, bold } = state.group
  if (role === 'fact') state.facts[fact] = `${state.facts[fact] ?? ''}${text}`.slice(0, 500).toWellFormed()
  if (role !== 'body') return
  if (deleted && !state.deleting) state.leftOut.set('deleted', (state.leftOut.get('deleted') ?? 0) + 1)
  state.deleting = deleted
  if (!deleted) state.paragraph.add(text, bold)
}

function endParagraph(state: State): void {
  const inTable = state.group.inTable || state.inRow
  const { number } = state
  const paragraph = state.paragraph.take(state.group.outline, number)
  state.number += 1
  if (inTable) {
    state.cell.push({ text: paragraph.text, number })
    return
  }
  endTable(state)
  if (paragraph.text !== '') state.items.push({ kind: 'paragraph', paragraph })
}

function endCell(state: State): void {
  state.cell.push({ text: state.paragraph.take(null).text, number: state.number })
  state.number += 1
  state.row.push(cellLines(state.cell))
  state.cell = []
}

function endRow(state: State): void {
  if (state.row.length > 0) state.rows.push(state.row)
  state.row = []
  state.inRow = false
}

/** A table ends with the first paragraph behind it, also where its last row or cell was never closed. */
function endTable(state: State): void {
  if (state.cell.some(({ text }) => text !== '')) endCell(state)
  endRow(state)
  state.cell = []
  if (state.rows.length > 0) state.items.push(tableItem(state.rows))
  state.rows = []
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
