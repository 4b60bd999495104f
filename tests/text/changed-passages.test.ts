import { expect, test } from 'vitest'
import { alignTexts } from '../../shared/text/align-texts.ts'
import { changedPassages } from '../../shared/text/changed-passages.ts'

function told(before: string, after: string, most = 10): string[] {
  const { passages } = changedPassages(alignTexts(before, after), most)
  const signs = { same: '', out: '-', in: '+' }
  return passages.map(({ pieces }) => pieces.map(({ kind, text }) => `${signs[kind]}${text}`).join('|'))
}

test('a changed word is read with the words around it', () => {
  expect(told('The fundng is low.', 'The funding is low.')).toEqual(['The |-fundng|+funding| is low.'])
})

test('changes in one line that stand close together are one passage, others are their own', () => {
  const before = `One tow three for.\n${'The river was wide and slow that year. '.repeat(4)}And the ened.`
  const after = before.replace('tow', 'two').replace('for.', 'four.').replace('ened', 'end')
  const passages = told(before, after)
  expect(passages).toEqual([
    'One |-tow|+two| three |-for|+four|.',
    expect.stringMatching(/^….*\|-ened\|\+end\|\.$/),
  ])
})

test('a word left over by chance in a rewritten stretch is read as rewritten', () => {
  const before = 'They were polite about it and counted everybody, I suppose, at the harvest fair.'
  const after = 'Honestly nothing of the kind happened here, I remember only rain.'
  expect(told(before, after).join()).not.toContain('|, I |')
})

test('of very many changes only the first are given, with how many there are', () => {
  const before = Array.from({ length: 30 }, (_, i) => `Line number ${i} is here.`).join('\n')
  const { passages, all } = changedPassages(alignTexts(before, before.replaceAll('here', 'there')), 5)
  expect([passages.length, all]).toEqual([5, 30])
})

test('long pieces are shortened in their middle', () => {
  const [passage] = told('A end', `A ${'word '.repeat(500)}end`)
  expect(passage?.length).toBeLessThan(500)
  expect(passage).toContain(' […] ')
})
