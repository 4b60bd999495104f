import { expect, test } from 'vitest'
import {
  correctionsIn,
  isCorrected,
  takenFor,
  withVersion,
} from '../../renderer/features/sources/correction-choice.ts'
import type { ListedFile } from '../../renderer/features/sources/import-choices.ts'
import { newlyListed } from '../../renderer/features/sources/listed-file.ts'
import { inBrief } from '../../shared/importers/draft-summary.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import { countedId } from '../support/build-project.ts'

const source = countedId<'source'>(1)
const sure = { source, share: 0.9, sure: true }

async function file(name: string): Promise<ListedFile> {
  const bytes = new TextEncoder().encode(
    'I: How did it begin?\nNoor: Slowly.\nI: And then?\nNoor: Slowly still.',
  )
  const outcome = await readSource({ name, bytes })
  return newlyListed(name, { hash: name, outcome: inBrief(outcome) }, null)
}

test('a file that is surely a version of a source corrects it, unless a file before it does', async () => {
  const first = withVersion(await file('a.txt'), sure, [])
  const second = withVersion(await file('b.txt'), sure, [first])
  expect([takenFor(first), takenFor(second)]).toEqual(['correction', 'new'])
  expect(second.version).toEqual(sure)
  expect(correctionsIn([first, second])).toBe(1)
  expect(isCorrected([second], source)).toBe(false)
})

test('a file that may be one is a new source until somebody says otherwise', async () => {
  const doubtful = withVersion(await file('a.txt'), { ...sure, sure: false }, [])
  expect(takenFor(doubtful)).toBe('new')
  expect(takenFor({ ...doubtful, corrects: true })).toBe('correction')
  expect(takenFor({ ...doubtful, corrects: true, ticked: false })).toBe('left out')
})

test('a file that is no version of anything stays as it is', async () => {
  const plain = await file('a.txt')
  expect(withVersion(plain, null, [])).toBe(plain)
})
