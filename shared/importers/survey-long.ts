import type { AnswerPlaces, SurveyColumn } from './source-draft.ts'
import { guessedColumns } from './survey-roles.ts'

/** A survey with one row an answer as one with one row a respondent. */
export interface WideSurvey {
  readonly columns: readonly SurveyColumn[]
  readonly rows: readonly (readonly string[])[]
  /** The row of each respondent's first answer. */
  readonly places: readonly number[]
  readonly answers: AnswerPlaces
}

/** Turns columns "respondent", "question" and "answer" into a column a question: the first cell of a respondent
    stands for facts that repeat. Null for a table that has not these three. */
export function longAsWide(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  places: readonly number[],
): WideSurvey | null {
  const who = headings.findIndex((name) => RESPONDENT.test(name))
  const what = headings.findIndex((name) => QUESTION.test(name))
  const answer = headings.findIndex((name) => ANSWER.test(name))
  if (who < 0 || what < 0 || answer < 0) return null
  const questions = [...new Set(rows.map((row) => row[what] ?? ''))].filter((each) => each !== '')
  if (questions.length > 500 || questions.length * 2 > rows.length) return null
  const kept = headings.flatMap((_, at) => (at === what || at === answer ? [] : [at]))
  const lines = respondentLines(rows, places, { who, what, answer, kept, questions })
  const table = lines.map(({ cells }) => cells)
  const columns = guessedColumns([...kept.map((at) => headings[at] ?? ''), ...questions], table)
  return {
    columns: columns.map((column) => withStatedRole(column, kept[column.at] === who)),
    rows: table,
    places: lines.map((line) => line.found.find((place) => place > 0) ?? 0),
    answers: { questionColumn: what, answerColumn: answer, rows: lines.map(({ found }) => found) },
  }
}

interface LongShape {
  readonly who: number
  readonly what: number
  readonly answer: number
  readonly kept: readonly number[]
  readonly questions: readonly string[]
}

interface RespondentLine {
  readonly cells: string[]
  readonly found: number[]
}

function respondentLines(
  rows: readonly (readonly string[])[],
  places: readonly number[],
  { who, what, answer, kept, questions }: LongShape,
): readonly RespondentLine[] {
  const columnOf = new Map(questions.map((question, i) => [question, kept.length + i]))
  const lines = new Map<string, RespondentLine>()
  for (const [i, row] of rows.entries()) {
    const id = row[who] ?? ''
    const column = columnOf.get(row[what] ?? '')
    if (id === '' || column === undefined) continue
    const line = lines.get(id) ?? {
      cells: [...kept.map((at) => row[at] ?? ''), ...questions.map(() => '')],
      found: Array.from({ length: kept.length + questions.length }, () => 0),
    }
    lines.set(id, line)
    const [before, now] = [line.cells[column] ?? '', row[answer] ?? '']
    line.cells[column] = before === '' || now === '' ? before || now : `${before}\n${now}`
    if (line.found[column] === 0) line.found[column] = places[i] ?? 0
  }
  return [...lines.values()]
}

/** Whose answers they are is stated: nothing to guess from the values. */
function withStatedRole(column: SurveyColumn, isRespondent: boolean): SurveyColumn {
  const { why: _, ...rest } = column
  if (isRespondent) return { ...rest, role: 'respondent' }
  return column.role === 'respondent' ? { ...rest, role: 'attribute' } : column
}

const RESPONDENT =
  /^(?:respondent|participant|user|person|case|submission|response)(?:[ _-]*(?:id|no\.?|nr\.?|number|code))?$|^id$/i
const QUESTION = /^(?:question(?: ?text)?|item|prompt|frage|pregunta|pergunta|domanda|вопрос|问题|質問)$/i
const ANSWER =
  /^(?:answers?|response(?: ?text)?|reply|antwort|respuesta|réponse|resposta|risposta|ответ|回答|答案)$/i
