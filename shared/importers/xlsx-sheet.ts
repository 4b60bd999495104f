import type { ImportProblem } from './source-draft.ts'
import { walkTranscriptXml } from './walk-transcript-xml.ts'
import { type NumberLook, shownNumber } from './xlsx-numbers.ts'
import { unescaped } from './xlsx-parts.ts'

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly texts: readonly string[]
  readonly looks: readonly NumberLook[]
  readonly from1904: boolean
}

/** Rows that have something in them, and for each its number on the sheet, from 1. */
export interface SheetRows {
  readonly rows: readonly (readonly string[])[]
  readonly places: readonly number[]
}

/** The rows of one sheet that have something in them, cells as they are shown; or a sentence about its trouble. */
export function sheetRows(xml: string, context: CellContext): SheetRows | ImportProblem {
  const rows: string[][] = []
  const places: number[] = []
  let place = 0
  let row: string[] = []
  let cell: Cell | null = null
  let next = 0
  let size = 0
  let cells = 0
  let widest = 0
  const trouble = walkTranscriptXml(xml, 'Excel', {
    open: (name, attributes) => {
      if (name === 'row') {
        row = []
        next = 0
        place = rowNumber(attributes.r) ?? place + 1
      } else if (name === 'c') {
        cell = newCell(attributes, next)
        next = cell.column + 1
        widest = Math.max(widest, next)
      } else if (cell !== null) cell.inside = name === 'rPh' || cell.inside === 'rPh' ? 'rPh' : name
    },
    close: (name) => {
      if (name === 'row') cells += row.length
      if (name === 'row' && cells <= MOST_CELLS && row.some((each) => each.trim() !== '')) {
        rows.push(Array.from(row, (each) => each ?? ''))
        places.push(place)
      }
      if (cell !== null && (name === 'v' || name === 't')) cell.inside = cell.inside === 'rPh' ? 'rPh' : ''
      if (cell !== null && name === 'rPh') cell.inside = ''
      if (name !== 'c' || cell === null) return
      const shown = shownCell(cell, context)
      size += shown.length
      if (shown !== '' && cell.column < MOST_COLUMNS && size <= MOST_SIGNS) row[cell.column] = shown
      cell = null
    },
    text: (text) => {
      if (cell?.inside === 'v' || cell?.inside === 't') cell.pieces.push(text)
    },
  })
  if (trouble !== null) return trouble
  if (widest > MOST_COLUMNS)
    return problem(
      `This table has ${widest} of ${MOST_COLUMNS} columns allowed: keep those with the speaker, the words and the times.`,
    )
  if (size > MOST_SIGNS || cells > MOST_CELLS)
    return problem('This workbook holds more text than Loam reads at once: split it into smaller ones.')
  return { rows, places }
}

function rowNumber(written: string | undefined): number | null {
  return written !== undefined && /^\d{1,7}$/.test(written) ? Number(written) : null
}

const MOST_COLUMNS = 1000
const MOST_SIGNS = 50_000_000
/** With the empty ones before the last filled one of their row. */
const MOST_CELLS = 5_000_000

interface Cell {
  readonly column: number
  readonly type: string
  readonly style: number
  readonly pieces: string[]
  /** The element whose text is read at the moment. */
  inside: string
}

function newCell(attributes: Readonly<Record<string, string>>, next: number): Cell {
  return {
    column: columnOf(attributes.r) ?? next,
    type: attributes.t ?? 'n',
    style: Number(attributes.s ?? 0),
    pieces: [],
    inside: '',
  }
}

/** `C12` is column 2; null where no column is named. */
function columnOf(place: string | undefined): number | null {
  const letters = /^[A-Z]{1,7}/i.exec(place ?? '')?.[0].toUpperCase()
  if (letters === undefined) return null
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function shownCell(cell: Cell, { texts, looks, from1904 }: CellContext): string {
  const written = cell.pieces.join('')
  if (cell.type === 's') return texts[Number(written)] ?? ''
  if (cell.type === 'e') return ''
  if (cell.type === 'n') return shownNumber(written, looks[cell.style] ?? null, from1904)
  return unescaped(written)
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
