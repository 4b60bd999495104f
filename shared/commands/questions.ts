import type { Edit, Gesture } from '../change/change.ts'
import { create, isIdle, update } from '../change/edit.ts'
import type { Asked, Question, Source } from '../model/entities.ts'
import type { QuestionId, SourceId } from '../model/ids.ts'
import { keyBetween, keysBetween } from '../model/order.ts'
import { entity, inOrder, type Project } from '../model/project.ts'
import type { Making } from './making.ts'

/** Adds questions at the end of the guide, one for each line with something in it; null when there is none. */
export function addQuestions(project: Project, lines: string, making: Making): Gesture | null {
  const texts = lines
    .split('\n')
    .map(withoutNumber)
    .filter((text) => text !== '')
  const keys = keysBetween(inOrder(project.tables.question).at(-1)?.order ?? null, null, texts.length)
  const questions = texts.map((text, i): Question => {
    return { id: making.newId<'question'>(), text, version: 1, order: keys[i] ?? 'V' }
  })
  if (questions.length === 0) return null
  const label =
    questions.length === 1
      ? `Add question “${short(questions[0]?.text ?? '')}”`
      : `Add ${questions.length} questions`
  return { label, edits: questions.map((question) => create('question', question)) }
}

/** Puts a question in other words: its version goes up by one, and the history keeps the old wording.
    Null when the wording is empty or the same. */
export function rewordQuestion(project: Project, id: QuestionId, text: string): Gesture | null {
  const question = entity(project, 'question', id)
  const wanted = text.trim()
  if (wanted === '' || wanted === question.text) return null
  const edit = update('question', question, { text: wanted, version: question.version + 1 })
  return { label: `Reword question “${short(question.text)}”`, edits: [edit] }
}

/** Takes a question out of the guide, or back in. What was asked stays known. */
export function retireQuestion(project: Project, id: QuestionId, retired: boolean): Gesture | null {
  const question = entity(project, 'question', id)
  const edit = update('question', question, { retired: retired ? true : undefined })
  if (isIdle(edit)) return null
  return { label: `${retired ? 'Retire' : 'Bring back'} question “${short(question.text)}”`, edits: [edit] }
}

/** Puts a question before another one, or (null) at the end; null when it stands there already. */
export function moveQuestion(project: Project, id: QuestionId, before: QuestionId | null): Gesture | null {
  const question = entity(project, 'question', id)
  const others = inOrder(project.tables.question).filter((each) => each.id !== id)
  const at = before === null ? others.length : others.findIndex((each) => each.id === before)
  const stands = inOrder(project.tables.question).findIndex((each) => each.id === id)
  if (at < 0 || at === stands) return null
  const order = keyBetween(others[at - 1]?.order ?? null, others[at]?.order ?? null)
  return {
    label: `Move question “${short(question.text)}”`,
    edits: [update('question', question, { order })],
  }
}

/** Says whether questions were put in a source; null means unknown. One change; null when that stands already. */
export function setAsked(
  project: Project,
  source: SourceId,
  questions: readonly QuestionId[],
  asked: Asked | null,
): Gesture | null {
  const edit = askedEdit(entity(project, 'source', source), questions, asked)
  if (isIdle(edit)) return null
  const name = entity(project, 'source', source).name
  const what =
    questions.length === 1
      ? `“${short(entity(project, 'question', questions[0] ?? never()).text)}”`
      : `${questions.length} questions`
  return { label: `${what} ${asked === null ? 'not known to be asked' : asked} in ${name}`, edits: [edit] }
}

/** The edit that says whether questions were put in a source. */
export function askedEdit(source: Source, questions: readonly QuestionId[], asked: Asked | null): Edit {
  const wanted: Record<string, Asked> = { ...source.asked }
  for (const question of questions) {
    if (asked === null) delete wanted[question]
    else wanted[question] = asked
  }
  return update('source', source, { asked: Object.keys(wanted).length > 0 ? wanted : undefined })
}

function withoutNumber(line: string): string {
  return line.trim().replace(/^(?:\d{1,2}[.)]|[-•*–])\s+/, '')
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text
}

function never(): never {
  throw new Error('No question was named')
}
