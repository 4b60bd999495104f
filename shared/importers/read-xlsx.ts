import type { ZipEntry } from '../zip/zip-directory.ts'
import { firstTable, type Spreadsheet } from './first-table.ts'
import { containerParts, directoryProblem, LARGEST_PART, partText } from './open-docx.ts'
import type { ImportOutcome, ImportProblem } from './source-draft.ts'
import { numberLooks, partNames, sharedTexts, workbookFacts } from './xlsx-parts.ts'
import { type CellContext, sheetRows } from './xlsx-sheet.ts'

/** Whether a container is an Excel workbook; one that is cut off is known by its name's ending only. */
export function isWorkbook(bytes: Uint8Array, ending: string): boolean {
  const entries = containerParts(bytes)
  if (entries === null) return /^xls[xm]$/.test(ending)
  return entries.some((entry) => /^xl\/workbook\.(?:xml|bin)$/i.test(entry.name))
}

/** Reads a transcript kept in an Excel workbook, a row a turn: the first sheet that is such a table; else the answers
    of a survey: the sheet with the most words. Or one sentence about what is wrong. */
export function readXlsx(fileName: string, bytes: Uint8Array): ImportOutcome {
  const workbook = openWorkbook(bytes)
  if ('ok' in workbook) return workbook
  return firstTable({ fileName, format: 'xlsx', ...workbook }) ?? DAMAGED
}

/** The sheets of an Excel workbook, hidden ones only where there are no others, each read when it is asked for; or one
    sentence about what is wrong. */
export function openWorkbook(bytes: Uint8Array): Pick<Spreadsheet, 'sheets' | 'all'> | ImportProblem {
  const entries = containerParts(bytes)
  if (entries === null)
    return problem('This Excel workbook is cut off or damaged: copy or download it once more.')
  const trouble = directoryProblem(entries)
  if (trouble !== null) return problem(trouble)
  const parts = partReader(bytes, entries)
  const main = parts('xl/workbook.xml')
  if (main === null) return problem(unreadable(entries))
  const facts = workbookFacts(main)
  if ('ok' in facts) return facts
  const names = partNames(parts('xl/_rels/workbook.xml.rels') ?? EMPTY)
  if ('ok' in names) return names
  const context = cellContext(parts, entries, facts.from1904)
  if ('ok' in context) return context
  const shown = facts.sheets.filter((sheet) => !sheet.hidden)
  const sheets = (shown.length > 0 ? shown : facts.sheets).map((sheet, i) => ({
    name: sheet.name,
    part: names.get(sheet.key) ?? `xl/worksheets/sheet${i + 1}.xml`,
  }))
  const read = (part: string) => {
    const xml = parts(part)
    return xml === null ? unreadPart(entries, part) : sheetRows(xml, context)
  }
  return {
    sheets: sheets
      .filter(({ part }, i) => sheets.findIndex((each) => each.part === part) === i)
      .map(({ name, part }) => ({ name, read: () => read(part) })),
    all: facts.sheets.map((sheet) => sheet.name),
  }
}

const EMPTY = '<none/>'
const SHARED = 'xl/sharedStrings.xml'

type PartReader = (name: string) => string | null

/** A part as text; null where it is absent, damaged or larger than it states. */
function partReader(bytes: Uint8Array, entries: readonly ZipEntry[]): PartReader {
  return (name) => {
    const entry = entries.find((each) => each.name.toLowerCase() === name.toLowerCase())
    const text = entry === undefined || entry.locked ? null : partText(bytes, entry)
    return text === 'size' ? null : text
  }
}

function unreadable(entries: readonly ZipEntry[]): string {
  if (entries.some((entry) => entry.locked))
    return 'This Excel workbook is locked with a password: take the password off and save it again.'
  if (entries.some((entry) => /\.bin$/.test(entry.name) && /^xl\/workbook\./i.test(entry.name)))
    return 'This is a binary Excel workbook (XLSB): open it in Excel and save it as XLSX.'
  return 'This Excel workbook is damaged: open it in Excel, repair it and save it again.'
}

/** Without the texts that its cells share a workbook would read as one of empty cells. */
function cellContext(
  parts: PartReader,
  entries: readonly ZipEntry[],
  from1904: boolean,
): CellContext | ImportProblem {
  const shared = parts(SHARED)
  if (shared === null && entries.some((entry) => entry.name.toLowerCase() === SHARED.toLowerCase()))
    return unreadPart(entries, SHARED)
  const texts = sharedTexts(shared ?? EMPTY)
  if ('ok' in texts) return texts
  const looks = numberLooks(parts('xl/styles.xml') ?? EMPTY)
  return 'ok' in looks ? looks : { texts, looks, from1904 }
}

function unreadPart(entries: readonly ZipEntry[], name: string): ImportProblem {
  const size = entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase())?.size ?? 0
  if (size <= LARGEST_PART) return name === SHARED ? problem(unreadable(entries)) : DAMAGED
  return problem('This Excel workbook holds more than Loam reads at once: split it into smaller ones.')
}

const DAMAGED: ImportProblem = {
  ok: false,
  problem:
    'This Excel workbook has no sheet that can be read: open it in Excel, repair it and save it again.',
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
