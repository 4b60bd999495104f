import { expect, test } from 'vitest'
import { countedSoFar } from '../../renderer/features/codebook/words.ts'
import { countInWords, countWithPassages } from '../../renderer/parts/code-count-in-words.ts'

test('a code is counted by people of how many, and passages', () => {
  expect(countedSoFar({ participants: 3, of: 8, passages: 12 }, 'all codings')).toBe(
    '3 of 8 participants · 12 passages in all codings',
  )
  expect(countWithPassages({ participants: 3, of: 8, passages: 1 })).toBe('3 of 8 participants, 1 passage')
})

test('where nobody is named, no share of nobody is told, but what would help', () => {
  const told = countedSoFar({ participants: 0, of: 0, passages: 0 }, 'all codings')
  expect(told).toBe('No passages in all codings. To count people, say in Sources who took part.')
  expect(countInWords({ participants: 0, of: 0, passages: 2 })).toBe('')
  expect(countWithPassages({ participants: 0, of: 0, passages: 2 })).toBe('2 passages')
})
