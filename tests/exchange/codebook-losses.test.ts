import { expect, test } from 'vitest'
import { codebookLosses } from '../../shared/exchange/codebook-losses.ts'
import type { Code } from '../../shared/model/entities.ts'
import { countedId } from '../support/counted-ids.ts'

const plain: Code = {
  id: countedId<'code'>(1),
  name: 'Trust',
  definition: 'To count on somebody',
  order: 'V',
}
const rich: Code = {
  ...plain,
  id: countedId<'code'>(2),
  name: 'Elders',
  colour: 'teal',
  from: 'Elsewhere',
  aliases: ['The old'],
}
const book = { name: 'Ground', codes: [plain, rich] }

test('where nothing is lost, nothing is said', () => {
  expect(codebookLosses('json', { ...book, description: 'All of it' })).toBe('')
  expect(codebookLosses('csv', book)).toBe('')
})

test.each([
  ['qdc', 'Only Loam reads: where they come from, other names, keys or sections of 1 of 2 codes.'],
  ['qdc', 'Left out: colours that other tools cannot read of 1 of 2 codes.'],
  ['docx', 'cannot be brought in again'],
  ['md', 'Left out: colours of 1 of 2 codes; other names, keys or sections of 1 of 2 codes.'],
] as const)('a codebook as .%s says: %s', (ending, words) => {
  expect(codebookLosses(ending, book)).toContain(words)
})

test('levels that a document does not tell apart are named', () => {
  const deep = [1, 2, 3, 4, 5].map(
    (n): Code => ({
      id: countedId<'code'>(n),
      name: `Level ${n}`,
      order: 'V',
      ...(n > 1 ? { parent: countedId<'code'>(n - 1) } : {}),
    }),
  )
  expect(codebookLosses('html', { name: 'Deep', codes: deep })).toContain(
    'levels below the third of 2 of 5 codes',
  )
})
