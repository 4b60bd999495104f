import { expect, test } from 'vitest'
import { frequencies } from '../../shared/analysis/frequencies.ts'
import { readLayer } from '../../shared/analysis/read-layer.ts'
import { tallyLayer } from '../../shared/analysis/tally.ts'
import { buildProject } from '../support/build-project.ts'

test('words under a code are counted once however often they were coded, labels left out', () => {
  const built = buildProject({
    participants: ['Noor'],
    sources: [
      {
        name: 'One',
        turns: [
          ['Noor', 'one two three four'],
          ['I', 'five six'],
          ['Noor', 'seven'],
        ],
      },
      { name: 'Two', turns: [['Noor', 'eight nine']] },
    ],
    codes: ['Funding', 'Empty'],
    codings: [
      { source: 'One', code: 'Funding', quote: 'one two three' },
      { source: 'One', code: 'Funding', quote: 'three four\nI: five six\nNoor: seven' },
      { source: 'Two', code: 'Funding', quote: 'eight' },
    ],
  })
  const tally = tallyLayer(built.project, readLayer(built.project))
  expect(frequencies(tally, built.texts)).toEqual([
    { code: built.code('Funding').id, participants: 1, of: 1, passages: 3, sources: 2, words: 8 },
    { code: built.code('Empty').id, participants: 0, of: 1, passages: 0, sources: 0, words: 0 },
  ])
  expect(frequencies(tally)[0]?.words).toBeNull()
})
