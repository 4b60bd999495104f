import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCut, withCut, withoutCut, wordsIn } from '../../renderer/features/findings/cut-words.ts'

const content = 'They wanted a number, any number really.'
const words = wordsIn(content, [{ start: 0, end: content.length }])

test('words of several stretches keep their places in the content', () => {
  const found = wordsIn('one two  three four', [
    { start: 0, end: 7 },
    { start: 9, end: 14 },
  ])
  expect(found).toEqual([
    { text: 'one', start: 0, end: 3 },
    { text: 'two', start: 4, end: 7 },
    { text: 'three', start: 9, end: 14 },
  ])
})

test('words next to each other are one cut, others are their own', () => {
  const cuts = withCut([], words, new Set([1, 2, 5]))
  expect(cuts.map((cut) => content.slice(cut.start, cut.end))).toEqual(['wanted a', 'number'])
  expect(withCut(cuts, words, new Set([3, 4]))).toHaveLength(1)
})

test('a word put back in the middle of a cut leaves two', () => {
  const cuts = withoutCut(withCut([], words, new Set([1, 2, 3])), words, new Set([2]))
  expect(cuts.map((cut) => content.slice(cut.start, cut.end))).toEqual(['wanted', 'number,'])
})

test('whatever is cut and put back, exactly the chosen words are cut', () => {
  const some = fc.uniqueArray(fc.nat({ max: words.length - 1 })).map((list) => new Set(list))
  fc.assert(
    fc.property(some, some, some, (first, second, back) => {
      const cuts = withoutCut(withCut(withCut([], words, first), words, second), words, back)
      const cut = words.flatMap((word, i) => (isCut(cuts, word) ? [i] : []))
      expect(cut).toEqual(
        words.flatMap((_, i) => ((first.has(i) || second.has(i)) && !back.has(i) ? [i] : [])),
      )
    }),
  )
})
