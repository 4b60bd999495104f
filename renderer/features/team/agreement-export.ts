import type { SheetTable } from '../../../shared/exchange/write-csv.ts'
import type { Project } from '../../../shared/model/project.ts'
import type {
  AgreementRound,
  KeptAgreement,
  KeptValue,
  RoundResult,
} from '../../../shared/model/team-entities.ts'
import { type CodeRow, codebookOrder, readingOf, rowsOf, shownCoefficients } from './agreement-table-rules.ts'

/** A result as a table for a spreadsheet: every coefficient in full, and beside it the reason where there is none. */
export function agreementSheet(project: Project, round: AgreementRound, result: RoundResult): SheetTable {
  const initials = round.coders.map((id) => project.tables.coder.get(id)?.initials ?? '?')
  return {
    name: round.name,
    columns: [
      'Code',
      ...initials.map((each) => `${each} used it`),
      'All used it',
      'Anybody used it',
      `Of ${round.unit}`,
      'Codings',
      ...shownCoefficients.map(({ name }) => name),
      'α from',
      'α to',
      'Reading',
      'Why something is undefined',
    ],
    rows: [
      row('All codes', result.overall, readingOf({ ...result.overall, rare: false })),
      ...rowsOf(project, round, result, codebookOrder).map((each: CodeRow) =>
        row(each.name, each, readingOf(each)),
      ),
    ],
  }
}

/** The same as lines of cells parted by tabs, for the clipboard. */
export function sheetAsText({ columns, rows }: SheetTable): string {
  const plain = (cell: string | number) => String(cell).replace(/[\t\r\n]+/g, ' ')
  return [columns, ...rows].map((cells) => cells.map(plain).join('\t')).join('\n')
}

/** What a table's file is called: signs that some system refuses become spaces. */
export function sheetFileName({ name }: SheetTable): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 80)
  return `Agreement ${plain}`.trim().concat('.csv')
}

function row(name: string, each: KeptAgreement, reading: string): (string | number)[] {
  const { byCoder, together, anybody, of, codings, interval } = each
  const values = shownCoefficients.map(({ key }) => each[key])
  const bounds = interval && 'low' in interval ? [rounded(interval.low), rounded(interval.high)] : ['', '']
  return [
    name,
    ...byCoder,
    together,
    anybody,
    of,
    codings,
    ...values.map(cell),
    ...bounds,
    reading,
    reasons(values),
  ]
}

function cell(value: KeptValue): string | number {
  return typeof value === 'number' ? rounded(value) : ''
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function reasons(values: readonly KeptValue[]): string {
  const said = values.flatMap((value) => (typeof value === 'number' ? [] : [value.undefined]))
  return [...new Set(said)].join(' ')
}
