import { expect, test } from 'vitest'
import {
  decide,
  type ListedFile,
  mergeLabel,
  newChoice,
  setRole,
} from '../../renderer/features/sources/import-choices.ts'
import {
  listed,
  needsALook,
  newlyListed,
  wholeChoice,
  withMerge,
  withRole,
} from '../../renderer/features/sources/listed-file.ts'
import { timeLeft } from '../../renderer/features/sources/time-left.ts'
import { inBrief } from '../../shared/importers/draft-summary.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import { standInHash } from '../support/build-project.ts'

const talk = `Asker: What gets in the way of it?
Noor: Money. Mostly money, and then the forms that come with it.
Asker: Has any of that been overcome?
Noor B.: Once, by leaving the forms out.
Asker: How did that go for you?
Noor: It went well for a year.
Noor B.: And then it did not.
`.repeat(3)

async function read(text: string, name = 'a.txt') {
  const bytes = new TextEncoder().encode(text)
  const outcome = await readSource({ name, bytes })
  const hash = standInHash(text)
  const file = newlyListed(name, { hash, outcome: inBrief(outcome) }, null)
  return { file, whole: { outcome, bytes }, choice: newChoice({ name, bytes }, hash, outcome, null) }
}

test('a file in brief is what it is whole, without its text and turns', async () => {
  const { file, whole, choice } = await read(talk)
  expect(file).toEqual(listed(choice))
  expect(wholeChoice(file, whole)).toMatchObject({
    draft: choice.draft,
    outcome: choice.outcome,
    ticked: true,
  })
  expect(JSON.stringify(file)).not.toContain('leaving the forms out')
})

test('a role or a merge decided for all files comes to the same as decided in each', async () => {
  const { file, whole, choice } = await read(talk)
  const role = withRole(file, 'Noor', 'unknown')
  expect(role.draft).toEqual(listed(setRole(choice, 'Noor', 'unknown')).draft)
  expect(wholeChoice(role, whole).draft).toEqual(setRole(choice, 'Noor', 'unknown').draft)
  const merged = withMerge(file, 'Noor B.', 'Noor')
  expect(merged.draft?.speakers).toEqual(listed(mergeLabel(choice, 'Noor B.', 'Noor')).draft?.speakers)
  expect(wholeChoice(merged, whole).draft).toEqual(mergeLabel(choice, 'Noor B.', 'Noor').draft)
})

test('a file without the label stays as it is', async () => {
  const { file } = await read(talk)
  expect(withRole(file, 'Ilse', 'interviewer')).toBe(file)
  expect(withMerge(file, 'Ilse', 'Noor')).toBe(file)
})

test('what is decided about a file is there again when its text is', async () => {
  const { whole, choice } = await read(talk)
  const decided = decide(choice, { name: 'First talk', notSpeakers: ['Noor B.'] })
  const again = wholeChoice(listed(decided), whole)
  expect(again.draft).toEqual(decided.draft)
  expect(again.draft?.name).toBe('First talk')
})

test('files with trouble, doubts, twins or likely merges need a look, others do not', async () => {
  const plain = await read(talk.replaceAll('Noor B.', 'Ilse'))
  const bad = await read('')
  const merges = await read(talk)
  const twin: ListedFile = { ...plain.file, twin: 'It is here already.' }
  expect([plain.file, bad.file, merges.file, twin].map(needsALook)).toEqual([false, true, true, true])
})

test('the time left is told once it can be judged, in round numbers', () => {
  expect(timeLeft(5, 1000, 4000)).toBeNull()
  expect(timeLeft(100, 1000, 2000)).toBeNull()
  expect(timeLeft(100, 1000, 4000)).toBe('about 40 seconds left')
  expect(timeLeft(100, 1000, 7000)).toBe('about a minute left')
  expect(timeLeft(100, 1000, 30_000)).toBe('about 5 minutes left')
  expect(timeLeft(990, 1000, 60_000)).toBeNull()
})
