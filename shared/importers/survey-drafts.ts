import { countWords } from '../text/count-words.ts'
import { cellName } from './cell-name.ts'
import { notice } from './notice.ts'
import type { Origin } from './origin.ts'
import type {
  DraftAsked,
  DraftBlock,
  DraftRespondent,
  DraftSpeaker,
  DraftTurn,
  ImportNotice,
  SourceDraft,
  SurveyColumn,
  SurveyTable,
} from './source-draft.ts'
import { surveyPeople } from './survey-people.ts'
import { decidedColumns, type SurveyDecisions, shapeOf } from './survey-table.ts'

/** The sources a survey becomes, as decided: one for each respondent, named by them, or one with the answers question
    by question. Questions are headings, which nobody speaks; each answer is a turn of its respondent. Respondents
    without any answer in words stay: they were asked. Empty where no column is a question. */
export function surveyDrafts(table: SurveyTable, decisions: SurveyDecisions): readonly SourceDraft[] {
  const columns = decidedColumns(table, decisions)
  const questions = columns.filter(({ role }) => role === 'question')
  if (questions.length === 0) return []
  const made: Made = {
    table,
    name: decisions.name ?? table.name,
    questions,
    ...askedOf(table, columns, decisions),
  }
  if (shapeOf(table, decisions) === 'questions') return [byQuestion(made)]
  const notices = [...table.notices, ...made.notices]
  // The table is one file: what its reading left out is told once, with the first of its sources.
  return table.rows.map((_, row) => ofRespondent(made, row, row === 0 ? notices : []))
}

interface Made {
  readonly table: SurveyTable
  readonly name: string
  readonly questions: readonly SurveyColumn[]
  readonly asked: DraftAsked
  readonly people: readonly DraftRespondent[]
  readonly notices: readonly ImportNotice[]
}

function askedOf(
  table: SurveyTable,
  columns: readonly SurveyColumn[],
  decisions: SurveyDecisions,
): Pick<Made, 'asked' | 'people' | 'notices'> {
  const closed = columns.filter(({ role }) => role === 'attribute')
  const people = surveyPeople(table, columns)
  const asked = {
    survey: decisions.name ?? table.name,
    questions: columns.flatMap(({ role, heading }) => (role === 'question' ? [heading] : [])),
    attributes: closed.map(({ heading, kind, at }) => ({
      name: heading,
      kind,
      ...(kind === 'choice' ? { choices: choicesOf(table, at) } : {}),
    })),
  }
  return { asked, people, notices: decidedNotices(table, columns, people) }
}

function choicesOf(table: SurveyTable, at: number): readonly string[] {
  return [...new Set(table.rows.map((row) => row[at] ?? ''))].filter((each) => each !== '').sort()
}

function decidedNotices(
  table: SurveyTable,
  columns: readonly SurveyColumn[],
  people: readonly DraftRespondent[],
): readonly ImportNotice[] {
  const out = columns.filter(({ role }) => role === 'left out')
  const named = ({ heading, why }: SurveyColumn) => (why === undefined ? heading : `${heading} (${why})`)
  const personal = out.filter((each) => each.personal)
  const others = out.filter((each) => !each.personal)
  const asked = columns.filter(({ role }) => role === 'question')
  const silent = table.rows.flatMap((row, i) =>
    asked.every(({ at }) => (row[at] ?? '') === '') ? [people[i]?.pseudonym ?? ''] : [],
  )
  const again = people.length - new Set(people.map(({ pseudonym }) => pseudonym)).size
  return [
    ...notice(
      'dropped',
      personal.length,
      ['column that tells who somebody is left out', 'columns that tell who somebody is left out'],
      personal.map(named),
    ),
    ...notice(
      'dropped',
      others.length,
      ['other column left out', 'other columns left out'],
      others.map(named),
    ),
    ...notice(
      'doubt',
      silent.length,
      [
        `of ${table.rows.length} respondents answered no open question, but was asked and counts`,
        `of ${table.rows.length} respondents answered no open question, but were asked and count`,
      ],
      silent,
    ),
    ...notice('doubt', again, [
      'row of a respondent who stands in a row above, counted once',
      'rows of respondents who stand in a row above, counted once',
    ]),
  ]
}

function ofRespondent(made: Made, row: number, notices: readonly ImportNotice[]): SourceDraft {
  const { table, questions, asked } = made
  const person = made.people[row] ?? nobody
  const text = startText()
  for (const [i, question] of questions.entries()) {
    const answer = table.rows[row]?.[question.at] ?? ''
    if (answer === '') continue
    addHeading(text, question.heading, questionPlace(table, question.at))
    addAnswer(text, answer, { speaker: 0, question: i }, answerPlace(table, row, question.at))
  }
  const speaker = { label: person.pseudonym, role: 'participant', turns: text.turns.length } as const
  return draftOf(made, text, {
    name: person.pseudonym,
    layout: `Answers of one respondent (${table.short})`,
    units: 1,
    speakers: [{ ...speaker, respondent: person }],
    notices,
    asked,
  })
}

function byQuestion(made: Made): SourceDraft {
  const { table, questions, people, asked } = made
  const indexes = new Map<string, number>()
  for (const { pseudonym } of people) if (!indexes.has(pseudonym)) indexes.set(pseudonym, indexes.size)
  const counts = new Uint32Array(indexes.size)
  const text = startText()
  for (const [i, question] of questions.entries()) {
    addHeading(text, question.heading, questionPlace(table, question.at))
    for (const [row, cells] of table.rows.entries()) {
      const answer = cells[question.at] ?? ''
      if (answer === '') continue
      const speaker = indexes.get(people[row]?.pseudonym ?? '') ?? 0
      counts[speaker] = (counts[speaker] ?? 0) + 1
      addAnswer(text, answer, { speaker, question: i }, answerPlace(table, row, question.at))
    }
  }
  const speakers: DraftSpeaker[] = []
  for (const person of people) {
    if (indexes.get(person.pseudonym) !== speakers.length) continue
    const turns = counts[speakers.length] ?? 0
    speakers.push({ label: person.pseudonym, role: 'participant', turns, respondent: person })
  }
  return draftOf(made, text, {
    name: made.name,
    layout: `Survey, question by question (${table.short})`,
    units: table.rows.length,
    speakers,
    notices: [...table.notices, ...made.notices],
    asked,
  })
}

const nobody: DraftRespondent = { pseudonym: 'Respondent', isStated: false, facts: [] }

interface Writing {
  readonly pieces: string[]
  readonly turns: DraftTurn[]
  readonly blocks: DraftBlock[]
  readonly origins: Origin[]
  length: number
  words: number
}

function startText(): Writing {
  return { pieces: [], turns: [], blocks: [], origins: [], length: 0, words: 0 }
}

function addHeading(text: Writing, heading: string, place: Origin['place']): void {
  const start = add(text, heading, place)
  text.blocks.push({ kind: 'heading', start, end: text.length })
}

function addAnswer(
  text: Writing,
  answer: string,
  whose: Pick<DraftTurn, 'speaker' | 'question'>,
  place: Origin['place'],
): void {
  const start = add(text, answer, place)
  text.turns.push({ label: start, start, end: text.length, time: null, endTime: null, ...whose })
  text.words += countWords(answer)
}

/** Puts a line at the end of the text; gives where it begins. */
function add(text: Writing, line: string, place: Origin['place']): number {
  if (text.pieces.length > 0) text.length += 1
  const start = text.length
  text.pieces.push(line)
  text.length += line.length
  text.origins.push({ start, place })
  return start
}

function questionPlace(table: SurveyTable, column: number): Origin['place'] {
  const first = table.answers?.rows.find((row) => (row[column] ?? 0) > 0)?.[column]
  if (table.answers && first) return cellPlace(table, first, table.answers.questionColumn)
  return cellPlace(table, table.headingsAt, column)
}

function answerPlace(table: SurveyTable, row: number, column: number): Origin['place'] {
  const found = table.answers?.rows[row]?.[column]
  if (table.answers && found) return cellPlace(table, found, table.answers.answerColumn)
  return cellPlace(table, table.places[row] ?? 0, column)
}

function cellPlace({ sheet }: SurveyTable, row: number, column: number): Origin['place'] {
  return { kind: 'cell', cell: cellName(column, row), ...(sheet === undefined ? {} : { sheet }) }
}

function draftOf(
  { table }: Made,
  text: Writing,
  head: Pick<SourceDraft, 'name' | 'layout' | 'units' | 'speakers' | 'notices'> & {
    readonly asked: DraftAsked
  },
): SourceDraft {
  return {
    ...head,
    format: table.format,
    text: text.pieces.join('\n'),
    words: text.words,
    turns: text.turns,
    turnsAre: 'stated',
    likelyMerges: [],
    blocks: text.blocks,
    syncPoints: [],
    attributes: {},
    origins: text.origins,
    ...(table.encoding === undefined ? {} : { encoding: table.encoding }),
  }
}
