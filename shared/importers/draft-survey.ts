import { notice } from './notice.ts'
import type { ImportNotice, ImportOutcome, ImportProblem, SurveyTable } from './source-draft.ts'
import { cleanCell, hasEntities, isMissing } from './survey-cells.ts'
import { surveyDrafts } from './survey-drafts.ts'
import { isQuestion, surveyHeadings } from './survey-headings.ts'
import { longAsWide } from './survey-long.ts'
import { guessedColumns } from './survey-roles.ts'
import { asGuessed } from './survey-table.ts'
import { columnKind } from './table-columns.ts'
import type { TurnTable } from './turn-table.ts'

/** The draft of a table with one row a respondent, or one row an answer: all answers question by question, and the
    table itself to decide about. A table without answers in words is a problem. */
export function draftSurvey(table: TurnTable): ImportOutcome {
  const survey = surveyTable(table)
  if ('ok' in survey) return survey
  const [draft] = surveyDrafts(survey, { ...asGuessed, shape: 'questions' })
  return draft === undefined ? problem(NO_ANSWERS) : { ok: true, draft: { ...draft, survey } }
}

/** Whether the headings of a table ask questions, and none of them names who speaks what in a transcript. */
export function asksQuestions(rows: readonly (readonly string[])[]): boolean {
  if (rows.length < 2) return false
  const { headings } = surveyHeadings(rows)
  const kinds = headings.map(columnKind)
  const isTalk = kinds.includes('text') && (kinds.includes('speaker') || kinds.includes('start'))
  return !isTalk && headings.some(isQuestion)
}

const NO_ANSWERS =
  'This table holds no answers in words and no turns of a transcript: facts about participants come in under Participants, “Import attributes”.'

/** Rows are read as wide as the widest of them. */
const MOST_CELLS = 5_000_000

function surveyTable(table: TurnTable): SurveyTable | ImportProblem {
  const trouble = shapeTrouble(table.rows)
  if (trouble !== null) return trouble
  const { headings: named, row: headingsRow, body } = surveyHeadings(table.rows)
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), named.length)
  if (table.rows.length * width > MOST_CELLS)
    return problem(
      `This table has ${table.rows.length} rows of ${width} columns, more than Loam reads at once: keep the columns with answers in words, or split it.`,
    )
  const headings = Array.from({ length: width }, (_, at) => named[at] ?? `Column ${at + 1}`)
  const placeOf = (row: number): number => table.places?.[row] ?? row + 1
  const rows: (readonly string[])[] = []
  const places: number[] = []
  for (let i = body; i < table.rows.length; i += 1) {
    const cells = table.rows[i] ?? []
    const cleaned = headings.map((_, at) => cleanCell(cells[at] ?? ''))
    // In a table of one column an empty row is somebody who did not answer; in others it is nobody.
    if (width > 1 && cleaned.every((cell) => cell === '') && cells.every((cell) => cell.trim() === ''))
      continue
    rows.push(cleaned)
    places.push(placeOf(i))
  }
  if (rows.length === 0)
    return problem('This table has headings but no rows: it needs one row for each respondent.')
  const wide = longAsWide(headings, rows, places)
  const columns = wide?.columns ?? guessedColumns(headings, rows)
  return {
    name: table.name,
    format: table.format,
    short: table.short ?? table.format.toUpperCase(),
    columns,
    rows: wide?.rows ?? rows,
    places: wide?.places ?? places,
    headingsAt: placeOf(headingsRow),
    ...(wide ? { answers: wide.answers } : {}),
    notices: [
      ...table.notices,
      ...cellNotices(
        table.rows.slice(body),
        placeOf(table.rows.length - 1) - placeOf(body - 1) - rows.length,
      ),
    ],
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    ...(table.encoding === undefined ? {} : { encoding: table.encoding }),
  }
}

/** What cannot be a survey: too little of it, or a first row that is no row of headings. */
function shapeTrouble(rows: readonly (readonly string[])[]): ImportProblem | null {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const first = rows[0] ?? []
  if (width < 2 && (rows.length < 6 || columnKind(first[0] ?? '') !== null || (first[0] ?? '').length > 1000))
    return problem(
      'This table has only one column: it needs one for the speaker and one for what was said, with a row for each turn.',
    )
  if (rows.length < 2)
    return problem('This table has headings but no rows: it needs one row for each turn of the transcript.')
  const filled = first.filter((cell) => cell.trim() !== '')
  const words = filled.filter((cell) => /\p{L}/u.test(cell))
  if (filled.length * 2 < width || words.length * 2 < filled.length)
    return problem(
      'The first row of this table does not name its columns: put the questions, or “speaker” and “text”, into its first row.',
    )
  return null
}

function cellNotices(body: readonly (readonly string[])[], empty: number): readonly ImportNotice[] {
  const cells = body.flat()
  const entities = cells.filter(hasEntities)
  const missing = cells.filter(isMissing).length
  const broken = cells.filter((cell) => cell.includes('\uFFFD') || cell.includes('\0'))
  return [
    ...notice(
      'repaired',
      entities.length,
      [
        'cell with HTML signs read as what they stand for',
        'cells with HTML signs read as what they stand for',
      ],
      entities,
    ),
    ...notice('dropped', missing, [
      'cell that says NA or NULL read as no answer',
      'cells that say NA or NULL read as no answer',
    ]),
    ...notice('dropped', empty, ['empty row left out', 'empty rows left out']),
    ...notice(
      'doubt',
      broken.length,
      ['cell with signs that could not be read', 'cells with signs that could not be read'],
      broken,
    ),
  ]
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
