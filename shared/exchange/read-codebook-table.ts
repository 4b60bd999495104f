import type { DecodedText } from '../importers/decode-text.ts'
import { csvRows } from '../importers/read-csv.ts'
import { openWorkbook } from '../importers/read-xlsx.ts'
import type { Code } from '../model/entities.ts'
import { withoutPaths } from './code-paths.ts'
import { type CodebookColumns, codebookColumns, isCodebookHeading } from './codebook-columns.ts'
import { type CodebookReading, codeFields, type SaidOfCodes, saidByAny } from './codebook-reading.ts'
import { type CodebookState, readCodebookState } from './codebook-state.ts'
import { aboutSheet } from './codebook-table.ts'
import { namedRows } from './named-rows.ts'
import { placeCodes } from './place-codes.ts'
import { startTally, type Tally } from './read-receipt.ts'
import { codesInTree } from './write-codes.ts'
import { unguarded } from './write-csv.ts'

/** Reads a codebook from a table of text, a row a code: Loam's own, Taguette's, or any with a column of names. */
export function readCodebookCsv(file: string, decoded: DecodedText): CodebookReading {
  const parsed = csvRows(decoded, isCodebookHeading)
  if (!parsed.ok) return parsed
  const rows = parsed.rows.map((cells) => cells.map(unguarded))
  const found = tableIn(rows)
  if (!found) return noNames
  const tally = startTally()
  tally.repaired('cells had quotation marks that are not doubled: check them', parsed.oddQuotes)
  for (const { what, count } of decoded.notices) tally.repaired(what, count)
  return readTable(file, found, tally)
}

/** Reads a codebook from the first sheet of a workbook that is one. */
export function readCodebookXlsx(file: string, bytes: Uint8Array): CodebookReading {
  const workbook = openWorkbook(bytes)
  if ('ok' in workbook) return workbook
  let best: FoundTable | null = null
  let trouble: string | null = null
  let about: readonly (readonly string[])[] = []
  for (const sheet of workbook.sheets.slice(0, mostSheets)) {
    const read = sheet.read()
    if ('ok' in read) {
      trouble ??= read.problem
      continue
    }
    if (sheet.name === aboutSheet) about = read.rows
    const found = sheet.name === aboutSheet ? null : tableIn(read.rows)
    if (found && (!best || found.columns.at.size > best.columns.at.size)) best = found
  }
  if (best) return { ...readTable(file, best, startTally()), ...aboutIn(about) }
  return trouble ? { ok: false, problem: trouble } : noNames
}

const mostSheets = 50

const noNames: CodebookReading = {
  ok: false,
  problem:
    'No column of this table names codes: call the one with their names “Code” or “Name”, in the first row.',
}

interface FoundTable {
  readonly headings: readonly string[]
  readonly columns: CodebookColumns
  readonly rows: readonly (readonly string[])[]
}

/** Headings stand in one of the first rows: there may be a title above them. */
function tableIn(rows: readonly (readonly string[])[]): FoundTable | null {
  for (const [i, headings] of rows.slice(0, 10).entries()) {
    const columns = codebookColumns(headings)
    if (columns) return { headings, columns, rows: rows.slice(i + 1) }
  }
  return null
}

function aboutIn(rows: readonly (readonly string[])[]): {
  readonly name?: string
  readonly state?: CodebookState
} {
  const name = rows[0]?.[1]
  const written = rows.find(([what]) => what === 'State')?.[1]
  const state = written === undefined ? undefined : readCodebookState(jsonOf(written))
  return { ...(name ? { name } : {}), ...(state ? { state } : {}) }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function readTable(
  file: string,
  { headings, columns, rows }: FoundTable,
  tally: Tally,
): CodebookReading & { readonly ok: true } {
  const { at } = columns
  const isOurs = at.has('id') && at.has('parent id') && at.has('aliases') && at.has('section')
  const { named, isFlat } = namedRows(rows, columns, tally)
  const placed = placeCodes(named, tally)
  const codes = isFlat && !isOurs ? pathsAsTree(placed.codes, tally, at.has('count')) : placed.codes
  tellLeftOut(headings, columns, rows, tally)
  const possible: readonly SaidOfCodes[] = [...codeFields.filter((field) => at.has(field)), 'name', 'parent']
  const inOrder: readonly SaidOfCodes[] = isInTreeOrder(named.length, placed.codes) ? ['order'] : []
  return {
    ok: true,
    file,
    codes,
    stated: placed.stated,
    says: isOurs ? new Set([...possible, ...inOrder]) : saidByAny(codes, possible),
    receipt: tally.receipt(isOurs ? 'Loam' : originOf(columns, headings)),
    sets: [],
  }
}

/** A table that somebody sorted says nothing about the order of codes. */
function isInTreeOrder(rows: number, codes: readonly Code[]): boolean {
  return (
    rows === codes.length && codes.every((code, i) => i === 0 || (codes[i - 1]?.order ?? '') < code.order)
  )
}

/** Tools that keep codes flat write paths for names: "Coke::diet Coke", "barriers.funding". */
function pathsAsTree(codes: readonly Code[], tally: Tally, byTaguette: boolean): readonly Code[] {
  const read = withoutPaths(codes, ['\\', ' / ', ' › ', ' > ', ...(byTaguette ? ['.'] : [])])
  tally.repaired(
    'codes were called by a path (“A::B” or “A / B”) and now stand below the code it names',
    read.moved,
  )
  return codesInTree(read.codes).map(({ code }) => code)
}

function tellLeftOut(
  headings: readonly string[],
  { at, leftOut }: CodebookColumns,
  rows: FoundTable['rows'],
  tally: Tally,
): void {
  const filled = leftOut.filter((column) => rows.some((cells) => (cells[column] ?? '').trim() !== ''))
  const names = filled.map((column) => `“${(headings[column] ?? '').trim()}”`).join(', ')
  if (filled.length > 0)
    tally.repaired(`columns that have no place in a codebook were left out: ${names}`, filled.length)
  const count = at.get('count')
  if (count !== undefined)
    tally.repaired(
      `column of counts was left out, as Loam counts itself: “${(headings[count] ?? '').trim()}”`,
    )
}

/** Taguette names its columns tag (or name), parent since it has one, description and number of highlights. */
function originOf({ at }: CodebookColumns, headings: readonly string[]): string {
  const plain = headings.map((heading) => heading.trim().toLowerCase()).filter((each) => each !== 'parent')
  const isTaguette = plain.length <= 3 && /^(?:tag|name)$/.test(plain[0] ?? '') && plain[1] === 'description'
  return isTaguette && (plain.length === 2 || at.has('count')) ? 'Taguette' : 'a table'
}
