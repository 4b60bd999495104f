import { expect, test } from 'vitest'
import { findAsked } from '../../shared/analysis/find-asked.ts'
import { linkQuestions, unlinkQuestion } from '../../shared/commands/link-question.ts'
import {
  addQuestions,
  moveQuestion,
  retireQuestion,
  rewordQuestion,
  setAsked,
} from '../../shared/commands/questions.ts'
import { inOrder, turnsOf } from '../../shared/model/project.ts'
import { buildProject, countedId } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const making = () => makingBy(countedId<'coder'>(2))

const built = buildProject({
  participants: ['Noor'],
  questions: ['Tell me about the work you do.', 'What gets in the way?', 'What would you ask of funders?'],
  sources: [
    {
      name: 'Interview',
      turns: [
        ['Interviewer', 'So, first, could you tell me a little about the work that you do?'],
        ['Noor', 'I nurse. What gets in the way is money.'],
        ['Interviewer', 'Right. And what is it that gets in the way?'],
        ['Noor', 'Money.'],
        ['Interviewer', 'Mm, go on.'],
        ['Interviewer', 'If you could ask funders one thing?'],
      ],
    },
    { name: 'Letter', text: 'What would you ask of funders?' },
  ],
})
const { project } = built
const interview = built.source('Interview')
const [work, barriers, funders] = inOrder(project.tables.question)
if (!work || !barriers || !funders) throw new Error('The guide has three questions')

const texts = (after: typeof project) => inOrder(after.tables.question).map((each) => each.text)

test('questions are added line by line, numbers and bullets taken off', () => {
  const after = expectChange(project, addQuestions(project, '4. Why now?\n\n– What else?\n', making()))
  expect(texts(after).slice(3)).toEqual(['Why now?', 'What else?'])
  expect(addQuestions(project, ' \n', making())).toBeNull()
})

test('another wording is another version', () => {
  const after = expectChange(project, rewordQuestion(project, barriers.id, 'What stands in the way?'))
  expect(after.tables.question.get(barriers.id)).toMatchObject({
    text: 'What stands in the way?',
    version: 2,
  })
  expect(rewordQuestion(project, barriers.id, ' What gets in the way? ')).toBeNull()
})

test('a question is retired and brought back', () => {
  const after = expectChange(project, retireQuestion(project, work.id, true))
  expect(after.tables.question.get(work.id)?.retired).toBe(true)
  const back = expectChange(after, retireQuestion(after, work.id, false))
  expect(back.tables.question.get(work.id)).not.toHaveProperty('retired')
})

test('questions move up, down and to the end', () => {
  expect(texts(expectChange(project, moveQuestion(project, funders.id, work.id)))[0]).toBe(funders.text)
  expect(texts(expectChange(project, moveQuestion(project, work.id, null)))[2]).toBe(work.text)
  expect(moveQuestion(project, work.id, barriers.id)).toBeNull()
})

test('asked, not asked, and unknown again', () => {
  const after = expectChange(project, setAsked(project, interview.id, [work.id], 'not asked'))
  expect(after.tables.source.get(interview.id)?.asked).toEqual({ [work.id]: 'not asked' })
  const unknown = expectChange(after, setAsked(after, interview.id, [work.id], null))
  expect(unknown.tables.source.get(interview.id)).not.toHaveProperty('asked')
})

test('interviewer turns are matched with questions by their words; participants and fillers are not', () => {
  const guesses = findAsked(project, built.texts, [...project.tables.source.values()])
  const turns = turnsOf(project, interview.id)
  expect(
    guesses.map(({ turn, question }) => [turns.findIndex((each) => each.id === turn), question]),
  ).toEqual(
    expect.arrayContaining([
      [0, work.id],
      [2, barriers.id],
      [5, funders.id],
    ]),
  )
  expect(guesses).toHaveLength(3)
  expect(guesses.every(({ score }) => score >= 0.5 && score <= 1)).toBe(true)
})

test('a text that is not at hand is left alone', () => {
  expect(findAsked(project, () => undefined, [interview])).toEqual([])
})

test('accepting guesses links turns and marks questions as asked, in one change', () => {
  const guesses = findAsked(project, built.texts, [interview])
  const after = expectChange(project, linkQuestions(project, guesses))
  expect(after.tables.source.get(interview.id)?.asked).toEqual({
    [work.id]: 'asked',
    [barriers.id]: 'asked',
    [funders.id]: 'asked',
  })
  expect(turnsOf(after, interview.id).filter((turn) => turn.question)).toHaveLength(3)
  expect(findAsked(after, built.texts, [interview])).toEqual([])
  expect(linkQuestions(after, guesses)).toBeNull()
  const [first] = guesses
  if (!first) throw new Error('There is a guess')
  const loose = expectChange(after, unlinkQuestion(after, interview.id, first.turn))
  expect(turnsOf(loose, interview.id).filter((turn) => turn.question)).toHaveLength(2)
})
