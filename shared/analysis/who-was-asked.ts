import type { Coding, Source } from '../model/entities.ts'
import type { CodeId, QuestionId, SourceId } from '../model/ids.ts'
import { type Project, turnsOf } from '../model/project.ts'
import type { Tally } from './tally.ts'

/** How many of those counted were asked about something, and how many were not; the rest is unknown. */
export interface WasAsked {
  readonly asked: number
  readonly notAsked: number
}

/** Who was asked about some codes. A code belongs to a question of the guide where a passage coded as prompted
    answers it; everyone to whom one of its questions was put was asked. Null where no question belongs to them:
    then nothing is known, and a number would be a claim. */
export function whoWasAsked(tally: Tally, codes: readonly CodeId[]): WasAsked | null {
  const { project, voices, denominator } = tally
  if (project.tables.question.size === 0) return null
  const questions = questionsOf(
    project,
    codes.flatMap((code) => codingsOf(tally, code)),
  )
  if (questions.size === 0) return null
  const put = new Set<string>()
  const spared = new Set<string>()
  for (const { source, present } of voices.bySource.values()) {
    if ((source.kind === 'group') !== (denominator.counts === 'in sessions')) continue
    const answer = wasPut(project, source, questions)
    for (const voice of present) {
      const id = voices.participants[voice]?.id
      if (id && answer === 'asked') put.add(id)
      if (id && answer === 'not asked') spared.add(id)
    }
  }
  const counted = denominator.counted.map((each) => each.id)
  return {
    asked: counted.filter((id) => put.has(id)).length,
    notAsked: counted.filter((id) => spared.has(id) && !put.has(id)).length,
  }
}

function codingsOf(tally: Tally, code: CodeId): readonly Coding[] {
  const row = tally.codes.get(code)
  return (row === undefined ? undefined : tally.byCode[row]) ?? []
}

function questionsOf(project: Project, codings: readonly Coding[]): ReadonlySet<QuestionId> {
  const questions = new Set<QuestionId>()
  for (const coding of codings) {
    const question =
      coding.origin === 'prompted' ? questionBefore(project, coding.source, coding.start) : undefined
    if (question) questions.add(question)
  }
  return questions
}

/** The question that the words at a position answer: the last one put before them. */
export function questionBefore(project: Project, source: SourceId, position: number): QuestionId | undefined {
  return turnsOf(project, source).findLast((turn) => turn.start <= position && turn.question !== undefined)
    ?.question
}

function wasPut(
  project: Project,
  source: Source,
  questions: ReadonlySet<QuestionId>,
): 'asked' | 'not asked' | 'unknown' {
  const stated = [...questions].map((question) => source.asked?.[question])
  const inTurns = turnsOf(project, source.id).some(
    (turn) => turn.question !== undefined && questions.has(turn.question),
  )
  if (inTurns || stated.includes('asked')) return 'asked'
  return stated.every((each) => each === 'not asked') ? 'not asked' : 'unknown'
}
