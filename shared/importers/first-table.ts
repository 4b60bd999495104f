import { draftTable } from './draft-table.ts'
import { sourceNameOf } from './file-name.ts'
import { notice } from './notice.ts'
import type { ImportOutcome, ImportProblem, SourceDraft } from './source-draft.ts'
import type { SheetRows } from './xlsx-sheet.ts'

/** The sheets of a spreadsheet in order, each read when it is asked for. */
export interface Spreadsheet {
  readonly fileName: string
  readonly format: 'xlsx' | 'ods'
  readonly sheets: readonly { readonly name: string; readonly read: () => SheetRows | ImportProblem }[]
  /** Names of all sheets, hidden ones too. */
  readonly all: readonly string[]
}

/** The draft of the first sheet that is a transcript, a row a turn; else of the sheet with the most answers. Null
    where there is no sheet at all; the first trouble where none of them serves. */
export function firstTable({ fileName, format, sheets, all }: Spreadsheet): ImportOutcome | null {
  const short = format.toUpperCase()
  let firstTrouble: ImportProblem | null = null
  let survey: SourceDraft | null = null
  for (const sheet of sheets.slice(0, MOST_SHEETS)) {
    const table = sheet.read()
    const outcome =
      'ok' in table
        ? table
        : draftTable({
            ...table,
            name: sourceNameOf(fileName),
            format,
            layout: `Table, a row a turn (${short})`,
            short,
            ...(all.length > 1 ? { sheet: sheet.name } : {}),
            notices: notice(
              'dropped',
              all.length - 1,
              ['other sheet of the workbook left out', 'other sheets of the workbook left out'],
              all.filter((name) => name !== sheet.name),
            ),
          })
    // Beside answers there may be lists of codes and counts: the sheet with the most words is the one meant.
    if (outcome.ok && outcome.draft.survey === undefined) return outcome
    if (outcome.ok && outcome.draft.words > (survey?.words ?? -1)) survey = outcome.draft
    if (!outcome.ok) firstTrouble ??= outcome
  }
  return survey ? { ok: true, draft: survey } : firstTrouble
}

const MOST_SHEETS = 50
