import Papa from 'papaparse'
import { kindOfValues } from '../commands/attributes-written.ts'
import type { AttributeKind } from '../model/entities.ts'
import { decodeText } from './decode-text.ts'
import type { ImportProblem, SourceFile } from './source-draft.ts'

/** A table of facts about participants as it stands in a CSV file: headings, and rows as wide as they. */
export interface AttributeTable {
  readonly ok: true
  readonly columns: readonly AttributeColumn[]
  readonly rows: readonly (readonly string[])[]
  /** Rows that were longer or shorter than the headings: counted from 1, the headings being row 1. */
  readonly unevenRows: readonly number[]
}

export interface AttributeColumn {
  readonly name: string
  /** What its values look like. */
  readonly kind: AttributeKind
  /** Rows with something in this column. */
  readonly filled: number
  /** True when every row has a value and none repeats: what a column of pseudonyms looks like. */
  readonly isUnique: boolean
}

/** Reads a CSV (comma, semicolon, tab or bar) with headings in its first row, or says in one sentence what is wrong. */
export function readAttributes(file: SourceFile): AttributeTable | ImportProblem {
  if (file.bytes.length === 0) return problem('This file is empty: export the table once more.')
  if (file.bytes[0] === 0x50 && file.bytes[1] === 0x4b) {
    return problem(
      'This is a spreadsheet or another packed file, not a CSV: in the spreadsheet, save the sheet as CSV.',
    )
  }
  const decoded = decodeText(file.bytes)
  if (!decoded.ok) return decoded
  if (decoded.text.includes('\0')) return problem('This is not a table of text: save the sheet as CSV.')
  const parsed = Papa.parse<string[]>(decoded.text.trimEnd(), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  })
  const open = parsed.errors.find((error) => error.type === 'Quotes')
  if (open)
    return problem(
      `A quotation mark in row ${(open.row ?? 0) + 1} is never closed: mend it and save the table again.`,
    )
  return asTable(parsed.data.map((row) => row.map((cell) => cell.trim())))
}

function asTable(all: readonly (readonly string[])[]): AttributeTable | ImportProblem {
  const [headings = [], ...rows] = all
  if (headings.every((name) => name === ''))
    return problem('This file has no headings: put names of columns in its first row.')
  if (headings.length < 2) {
    return problem(
      'This table has only one column: it needs one for the pseudonym and one for each attribute.',
    )
  }
  if (rows.length === 0)
    return problem('This table has headings but no rows: add a row for each participant.')
  const twice = headings.find((name, i) => name !== '' && headings.indexOf(name) !== i)
  if (twice !== undefined) return problem(`Two columns are called “${twice}”: give each its own name.`)
  const even = rows.map((row) => headings.map((_, i) => row[i] ?? ''))
  const unevenRows = rows.flatMap((row, i) => (row.length === headings.length ? [] : [i + 2]))
  return {
    ok: true,
    columns: headings.map((name, i) => columnOf(name || `Column ${i + 1}`, even, i)),
    rows: even,
    unevenRows,
  }
}

function columnOf(name: string, rows: readonly (readonly string[])[], at: number): AttributeColumn {
  const values = rows.map((row) => row[at] ?? '')
  const filled = values.filter((value) => value !== '')
  const isUnique = filled.length === rows.length && new Set(filled).size === rows.length
  return { name, kind: kindOfValues(values), filled: filled.length, isUnique }
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
