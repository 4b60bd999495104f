import Papa from 'papaparse'
import type { DecodedText } from './decode-text.ts'
import { draftTable } from './draft-table.ts'
import { sourceNameOf } from './file-name.ts'
import { notice } from './notice.ts'
import type { ImportOutcome, ImportProblem } from './source-draft.ts'
import { columnKind } from './table-columns.ts'

/** Reads a transcript kept as a table of text (comma, semicolon, tab or bar), a row a turn; or one sentence about a
    table of another shape. */
export function readCsv(fileName: string, decoded: DecodedText): ImportOutcome {
  const parsed = csvRows(decoded, (name) => columnKind(name) !== null)
  if (!parsed.ok) return parsed
  const { delimiter } = parsed
  // A spreadsheet counts empty lines above the headings as rows too.
  const above = /^\n*/.exec(decoded.text)?.[0].length ?? 0
  return draftTable({
    name: sourceNameOf(fileName),
    format: 'csv',
    layout: delimiter === '\t' ? 'Table, a row a turn (TSV)' : 'Table, a row a turn (CSV)',
    short: delimiter === '\t' ? 'TSV' : 'CSV',
    rows: parsed.rows,
    places: parsed.places.map((place) => place + above),
    encoding: decoded.encoding,
    notices: [
      ...decoded.notices,
      ...notice('doubt', parsed.oddQuotes, [
        'quotation mark inside a cell that is not doubled: check this row',
        'quotation marks inside cells that are not doubled: check these rows',
      ]),
    ],
  })
}

/** The rows of a table of text. Its delimiter is the one whose first row names the most columns that `isKnown`, and whose
    rows are the most alike. */
export function csvRows(
  decoded: Pick<DecodedText, 'raw' | 'text'>,
  isKnown: (name: string) => boolean,
): (ParsedRows & { readonly delimiter: string }) | ImportProblem {
  const text = tableText(decoded)
  const delimiter = delimiterOf(text, isKnown)
  const wide = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 1 }).data[0]?.length ?? 0
  if (wide > MOST_COLUMNS) return tooWide(wide)
  const parsed = parsedRows(text, delimiter)
  return parsed.ok ? { ...parsed, delimiter } : parsed
}

/** Whether the first line of a text names the columns of a transcript: what was said, and who said it or when. */
export function isTurnTable(text: string): boolean {
  const lines = text.trimStart().slice(0, 4000).split('\n')
  const [first = '', second = ''] = /^sep=.$/i.test(lines[0] ?? '') ? lines.slice(1) : lines
  if (first.length > 1000 || /^[\s|:-]+$/.test(second)) return false
  return DELIMITERS.some((delimiter) => {
    const kinds = first.split(delimiter).map((name) => columnKind(name.trim().replace(/^"(.*)"$/, '$1')))
    const named = kinds.filter((kind) => kind !== null).length
    return (
      kinds.includes('text') &&
      (kinds.includes('speaker') || kinds.includes('start')) &&
      named * 2 >= kinds.length &&
      second.includes(delimiter)
    )
  })
}

const DELIMITERS = [',', ';', '\t', '|']
const MOST_COLUMNS = 1000

/** Rows end with LF; the rarer separators inside cells are kept for the cells to break at. */
function tableText({ raw, text }: Pick<DecodedText, 'raw' | 'text'>): string {
  const table = /[\v\f\u2028\u2029]/.test(raw) ? raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') : text
  return table
    .replace(/^\n+/, '')
    .replace(/^sep=.\n/i, '')
    .trimEnd()
}

function delimiterOf(text: string, isKnown: (name: string) => boolean): string {
  const head = text.slice(0, 100_000)
  const scored = DELIMITERS.map((delimiter) => {
    const rows = Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: 50 }).data
    const width = rows[0]?.length ?? 0
    const known = (rows[0] ?? []).slice(0, MOST_COLUMNS).filter(isKnown).length
    const alike = rows.filter((row) => row.length === width).length / Math.max(1, rows.length)
    return { delimiter, score: width < 2 ? -1 : known * 10 + alike }
  })
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}

/** Rows of cells as they stand, empty rows left out where there is more than one column. */
export interface ParsedRows {
  readonly ok: true
  readonly rows: readonly (readonly string[])[]
  /** Their numbers in the file, from 1, empty rows counted. */
  readonly places: readonly number[]
  readonly oddQuotes: number
}

/** Tables with tabs often have quotation marks that are only that: where they do not pair, they are taken as words. */
function parsedRows(text: string, delimiter: string): ParsedRows | ImportProblem {
  const parsed = Papa.parse<string[]>(text, { delimiter, newline: '\n' })
  const quotes = parsed.errors.filter((error) => error.type === 'Quotes')
  if (quotes.length > 0 && delimiter === '\t') {
    const plain = { delimiter, newline: '\n', quoteChar: '\0' } as const
    return narrow(Papa.parse<string[]>(text, plain).data, 0)
  }
  const open = quotes.find((error) => error.code === 'MissingQuotes')
  if (open !== undefined) {
    const row = (open.row ?? 0) + 1
    return problem(
      `A quotation mark in row ${row} of this table is never closed: mend it and save the table again.`,
    )
  }
  return narrow(parsed.data, quotes.length)
}

function narrow(rows: readonly (readonly string[])[], oddQuotes: number): ParsedRows | ImportProblem {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (widest > MOST_COLUMNS) return tooWide(widest)
  // In a table of one column an empty row may be somebody who did not answer.
  const places = rows.flatMap((row, i) => (widest < 2 || row.some((cell) => /\S/.test(cell)) ? [i + 1] : []))
  return { ok: true, rows: places.map((row) => rows[row - 1] ?? []), places, oddQuotes }
}

function tooWide(columns: number): ImportProblem {
  return problem(
    `This table has ${columns} of ${MOST_COLUMNS} columns allowed: keep those with the speaker, the words and the times.`,
  )
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
