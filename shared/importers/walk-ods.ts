import type { ImportProblem } from './source-draft.ts'
import { walkTranscriptXml } from './walk-transcript-xml.ts'
import type { SheetRows } from './xlsx-sheet.ts'

/** A sheet of a spreadsheet by its name. */
export interface Sheet extends SheetRows {
  readonly name: string
}

/** Reads the sheets of an OpenDocument spreadsheet (`content.xml`) in order. A sentence where the XML is damaged or
    holds more than is read at once. */
export function walkOds(xml: string): readonly Sheet[] | ImportProblem {
  const state = newState()
  const trouble = walkTranscriptXml(xml, 'OpenDocument (ODS)', {
    open: (name, attributes) => open(state, name, attributes),
    close: (name) => close(state, name),
    text: (text) => addSigns(state, text),
  })
  if (trouble !== null) return trouble
  if (state.widest > MOST_COLUMNS)
    return problem(
      `This table has ${state.widest} of ${MOST_COLUMNS} columns allowed: keep those with the speaker, the words and the times.`,
    )
  if (state.signs > MOST_SIGNS || state.cells > MOST_CELLS)
    return problem('This spreadsheet holds more text than Loam reads at once: split it into smaller ones.')
  return state.sheets
}

const MOST_COLUMNS = 1000
const MOST_SIGNS = 50_000_000
/** With the empty ones before the last filled one of their row. */
const MOST_CELLS = 5_000_000

interface Cell {
  /** Its paragraphs as shown. */
  readonly lines: string[]
  readonly repeats: number
  /** What it holds where that is a number, a date or a time; how it looks differs from land to land. */
  readonly value: string | null
}

interface OpenSheet extends Sheet {
  readonly rows: string[][]
  readonly places: number[]
}

interface State {
  readonly sheets: OpenSheet[]
  row: string[]
  /** How often the row stands on the sheet, and the number of the row before it. */
  repeats: number
  place: number
  /** Where the next cell of the row stands. */
  column: number
  cell: Cell | null
  /** Depth inside comments and drawings. */
  silent: number
  signs: number
  cells: number
  widest: number
}

function newState(): State {
  const counts = { signs: 0, cells: 0, widest: 0 }
  return { sheets: [], row: [], repeats: 1, place: 0, column: 0, cell: null, silent: 0, ...counts }
}

const SILENT = new Set(['annotation', 'shapes', 'frame', 'tracked-changes'])

function open(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  if (SILENT.has(name)) state.silent += 1
  if (state.silent > 0) return
  if (name === 'table') {
    state.sheets.push({ name: attributes['table:name'] ?? '', rows: [], places: [] })
    state.place = 0
  } else if (name === 'table-row') {
    ;[state.row, state.column] = [[], 0]
    state.repeats = times(attributes['table:number-rows-repeated'], 2 ** 21)
  } else if (name === 'table-cell' || name === 'covered-table-cell') state.cell = newCell(attributes)
  else if (name === 'p' || name === 'line-break') state.cell?.lines.push('')
  else if (name === 's') addSigns(state, ' '.repeat(times(attributes['text:c'], 100)))
  else if (name === 'tab') addSigns(state, '\t')
}

function close(state: State, name: string): void {
  if (SILENT.has(name)) state.silent -= 1
  if (state.silent > 0) return
  if (name === 'table-cell' || name === 'covered-table-cell') closeCell(state)
  else if (name === 'table-row') closeRow(state)
}

/** Equal rows are written once with their number; empty ones only count. */
function closeRow(state: State): void {
  const sheet = state.sheets.at(-1)
  state.cells += state.row.length
  if (state.cells > MOST_CELLS) return
  const row = Array.from(state.row, (cell) => cell ?? '')
  const isEmpty = row.every((cell) => cell.trim() === '')
  const size = row.reduce((sum, cell) => sum + cell.length + 1, 0)
  for (let i = 1; !isEmpty && i <= state.repeats && state.signs <= MOST_SIGNS; i += 1) {
    sheet?.rows.push(row)
    sheet?.places.push(state.place + i)
    if (i > 1) state.signs += size
  }
  state.place += state.repeats
}

function newCell(attributes: Readonly<Record<string, string>>): Cell {
  return {
    lines: [],
    repeats: times(attributes['table:number-columns-repeated']),
    value: statedValue(attributes),
  }
}

function times(written: string | undefined, most = 20_000): number {
  return Math.max(1, Math.min(Number(written ?? 1) || 1, most))
}

/** A clock time from `PT00H12M48S`, a date with its time, or a plain number; null for text. */
function statedValue(attributes: Readonly<Record<string, string>>): string | null {
  const time = /^PT(\d+)H(\d+)M(\d+(?:[.,]\d+)?)S$/.exec(attributes['office:time-value'] ?? '')
  if (time !== null) return `${Number(time[1])}:${time[2]}:${time[3]?.replace(',', '.')}`
  const date = attributes['office:date-value']
  if (date !== undefined) return date.replace('T', ' ').slice(0, 19)
  return attributes['office:value'] ?? null
}

function addSigns(state: State, signs: string): void {
  const { cell, silent } = state
  if (cell === null || silent > 0 || cell.lines.length === 0) return
  cell.lines[cell.lines.length - 1] += signs
}

/** Empty cells are often repeated to the edge of the sheet: they take no room. */
function closeCell(state: State): void {
  const { cell } = state
  if (cell === null) return
  state.cell = null
  const shown = cell.value ?? cell.lines.join('\n')
  const first = state.column
  state.column += cell.repeats
  if (shown.trim() === '') return
  state.widest = Math.max(state.widest, state.column)
  for (let at = first; at < Math.min(state.column, MOST_COLUMNS); at += 1) {
    state.signs += shown.length
    if (state.signs <= MOST_SIGNS) state.row[at] = shown
  }
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
