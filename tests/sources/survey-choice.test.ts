import { expect, test } from 'vitest'
import { decide, newChoice, toBringIn } from '../../renderer/features/sources/import-choices.ts'
import { listed, wholeChoice } from '../../renderer/features/sources/listed-file.ts'
import { setColumnRole, setShape, surveyIn } from '../../renderer/features/sources/survey-choice.ts'
import { readSource } from '../../shared/importers/read-source.ts'

const table = `ID,Nickname,Age,What helped you?,What stood in the way?
P01,Owl,31,The long walks at night,No grant covers it
P02,Fox,44,The food and the music,
P03,Hare,52,,
`

async function survey() {
  const bytes = new TextEncoder().encode(table)
  const outcome = await readSource({ name: 'gardens.csv', bytes })
  return newChoice({ name: 'gardens.csv', bytes }, 'f'.repeat(64), outcome, null)
}

const names = (choice: Awaited<ReturnType<typeof survey>>) =>
  toBringIn([choice]).map(({ draft }) => draft.name)

test('a survey is one file and as many sources as its shape makes', async () => {
  const choice = await survey()
  expect(choice.kind).toBe('survey')
  expect(names(choice)).toEqual(['P01', 'P02', 'P03'])
  expect(names(setShape(choice, 'questions'))).toEqual(['gardens'])
  expect(names(decide(setShape(choice, 'questions'), { name: 'Spring' }))).toEqual(['Spring'])
  expect(names({ ...choice, ticked: false })).toEqual([])
  expect(listed(choice).sources).toBe(3)
})

test('there is one column of respondents: choosing another frees the first', async () => {
  const choice = setColumnRole(await survey(), 1, 'respondent')
  expect(
    surveyIn(choice)
      ?.columns.map(({ role }) => role)
      .slice(0, 2),
  ).toEqual(['attribute', 'respondent'])
  expect(names(choice)).toEqual(['Owl', 'Fox', 'Hare'])
  const back = setColumnRole(choice, 0, 'respondent')
  expect(
    surveyIn(back)
      ?.columns.map(({ role }) => role)
      .slice(0, 2),
  ).toEqual(['respondent', 'attribute'])
})

test('words, answers and notices follow the decisions, also after the file was put away and fetched again', async () => {
  const choice = setColumnRole(await survey(), 4, 'left out')
  const again = wholeChoice(listed(choice), { outcome: choice.outcome, bytes: choice.file.bytes })
  for (const { draft } of [choice, again]) {
    expect([draft?.words, draft?.turns.length]).toEqual([10, 2])
    expect(draft?.notices.map(({ what }) => what)).toContain('other column left out')
  }
  expect(names(again)).toEqual(['gardens'])
})

test('without an open question nothing comes in, and one brings it back', async () => {
  const none = setColumnRole(setColumnRole(await survey(), 3, 'attribute'), 4, 'left out')
  expect(names(none)).toEqual([])
  expect(none.draft?.words).toBe(0)
  expect(names(setShape(setColumnRole(none, 4, 'question'), 'respondents'))).toEqual(['P01', 'P02', 'P03'])
})
