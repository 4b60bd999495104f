import type { Source, Turn } from '../model/entities.ts'
import type { CodeId, QuestionId, SourceId } from '../model/ids.ts'
import { type Project, turnsOf } from '../model/project.ts'
import type { Denominator } from './denominator.ts'
import type { Voices } from './who-speaks.ts'

/** How many of those counted were asked about something, and how many were not; the rest is unknown. */
export interface WasAsked {
  readonly asked: number
  readonly notAsked: number
}

/** Which questions of the guide were put in which source. */
export interface AskedReading {
  /** Every question's column. */
  readonly questions: ReadonlyMap<QuestionId, number>
  /** For each source, by question: 1 asked, 2 not asked, 0 unknown. */
  readonly bySource: ReadonlyMap<SourceId, Uint8Array>
}

/** What of a tally tells who was asked about which code; see `Tally`. */
interface AskedTally {
  readonly voices: Voices
  readonly denominator: Denominator
  readonly counted: Int32Array
  readonly codes: ReadonlyMap<CodeId, number>
  readonly asked: AskedReading
  readonly answers: Uint8Array
}

const asked = 1
const notAsked = 2

/** Reads once what was asked where: by an interviewer's turn, or as somebody stated of the source. */
export function readAsked(project: Project, voices: Voices): AskedReading {
  const questions = new Map<QuestionId, number>()
  for (const question of project.tables.question.values()) questions.set(question.id, questions.size)
  const bySource = new Map<SourceId, Uint8Array>()
  if (questions.size > 0)
    for (const { source, turns } of voices.bySource.values())
      bySource.set(source.id, askedIn(source, turns, questions))
  return { questions, bySource }
}

/** Who was asked about some codes. A code belongs to a question of the guide where a passage coded as prompted
    answers it; everyone to whom one of its questions was put was asked. Null where no question belongs to them:
    then nothing is known, and a number would be a claim. */
export function whoWasAsked(tally: AskedTally, codes: readonly CodeId[]): WasAsked | null {
  const { voices, denominator } = tally
  const questions = questionsOf(tally, codes)
  if (questions.length === 0) return null
  const states = new Uint8Array(voices.participants.length)
  for (const { source, present } of voices.bySource.values()) {
    if ((source.kind === 'group') !== (denominator.counts === 'in sessions')) continue
    const state = wasPut(tally.asked.bySource.get(source.id), questions)
    // To have been asked once outweighs every time one was not.
    for (const voice of present) if (state !== 0 && states[voice] !== asked) states[voice] = state
  }
  let put = 0
  let spared = 0
  for (const voice of tally.counted) {
    if (states[voice] === asked) put++
    if (states[voice] === notAsked) spared++
  }
  return { asked: put, notAsked: spared }
}

/** The question that the words at a position answer: the last one put before them. */
export function questionBefore(project: Project, source: SourceId, position: number): QuestionId | undefined {
  return turnsOf(project, source).findLast((turn) => turn.start <= position && turn.question !== undefined)
    ?.question
}

function askedIn(
  source: Source,
  turns: readonly Turn[],
  questions: ReadonlyMap<QuestionId, number>,
): Uint8Array {
  const states = new Uint8Array(questions.size)
  for (const [question, column] of questions) {
    const stated = source.asked?.[question]
    if (stated) states[column] = stated === 'asked' ? asked : notAsked
  }
  for (const { question } of turns) {
    const column = question === undefined ? undefined : questions.get(question)
    if (column !== undefined) states[column] = asked
  }
  return states
}

/** Columns of the questions that prompted passages of some codes answer. */
function questionsOf(
  { asked: { questions }, answers, codes: rows }: AskedTally,
  codes: readonly CodeId[],
): number[] {
  const width = questions.size
  const columns: number[] = []
  for (let column = 0; column < width; column++) {
    if (codes.some((code) => answers[(rows.get(code) ?? -1) * width + column] === 1)) columns.push(column)
  }
  return columns
}

/** Asked where one of the questions was, not asked where none of them was. */
function wasPut(states: Uint8Array | undefined, questions: readonly number[]): number {
  if (!states) return 0
  let none = true
  for (const column of questions) {
    if (states[column] === asked) return asked
    if (states[column] !== notAsked) none = false
  }
  return none ? notAsked : 0
}
