import { draftTable } from './draft-table.ts'
import { sourceNameOf } from './file-name.ts'
import { notice } from './notice.ts'
import { directoryProblem, partText } from './open-docx.ts'
import { type ZipEntry, zipEntries } from './open-zip.ts'
import type { ImportNotice, ImportOutcome, ImportProblem } from './source-draft.ts'
import { numberLooks, partNames, sharedTexts, workbookFacts } from './xlsx-parts.ts'
import { type CellContext, sheetRows } from './xlsx-sheet.ts'

/** Whether a container is an Excel workbook; one that is cut off is known by its name's ending only. */
export function isWorkbook(bytes: Uint8Array, ending: string): boolean {
  const entries = zipEntries(bytes)
  if (entries === null) return /^xls[xm]$/.test(ending)
  return entries.some((entry) => /^xl\/workbook\.(?:xml|bin)$/i.test(entry.name))
}

/** Reads a transcript kept in an Excel workbook, a row a turn: the first sheet that is such a table. Or one sentence
    about what is wrong. */
export function readXlsx(fileName: string, bytes: Uint8Array): ImportOutcome {
  const entries = zipEntries(bytes)
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
  const context = cellContext(parts, facts.from1904)
  if ('ok' in context) return context
  const shown = facts.sheets.filter((sheet) => !sheet.hidden)
  const sheets = (shown.length > 0 ? shown : facts.sheets).map((sheet, i) => ({
    name: sheet.name,
    part: names.get(sheet.key) ?? `xl/worksheets/sheet${i + 1}.xml`,
  }))
  return firstTable(
    fileName,
    sheets,
    facts.sheets.map((sheet) => sheet.name),
    parts,
    context,
  )
}

const EMPTY = '<none/>'

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

function cellContext(parts: PartReader, from1904: boolean): CellContext | ImportProblem {
  const texts = sharedTexts(parts('xl/sharedStrings.xml') ?? EMPTY)
  if ('ok' in texts) return texts
  const looks = numberLooks(parts('xl/styles.xml') ?? EMPTY)
  return 'ok' in looks ? looks : { texts, looks, from1904 }
}

function firstTable(
  fileName: string,
  sheets: readonly { readonly name: string; readonly part: string }[],
  all: readonly string[],
  parts: PartReader,
  context: CellContext,
): ImportOutcome {
  let firstTrouble: ImportProblem | null = null
  const once = sheets.filter(({ part }, i) => sheets.findIndex((each) => each.part === part) === i)
  for (const sheet of once.slice(0, 50)) {
    const xml = parts(sheet.part)
    const rows = xml === null ? DAMAGED : sheetRows(xml, context)
    const outcome =
      'ok' in rows
        ? rows
        : draftTable({
            name: sourceNameOf(fileName),
            format: 'xlsx',
            layout: 'Table, a row a turn (XLSX)',
            rows,
            notices: otherSheets(all.filter((name) => name !== sheet.name)),
          })
    if (outcome.ok) return outcome
    firstTrouble ??= outcome
  }
  return firstTrouble ?? DAMAGED
}

const DAMAGED: ImportProblem = {
  ok: false,
  problem:
    'This Excel workbook has no sheet that can be read: open it in Excel, repair it and save it again.',
}

function otherSheets(names: readonly string[]): readonly ImportNotice[] {
  return notice(
    'dropped',
    names.length,
    ['other sheet of the workbook left out', 'other sheets of the workbook left out'],
    names,
  )
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
