import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isVerbatim, quoteText } from '../../shared/report/quote-text.ts'

const content = 'Noor: They wanted a number by June.\nI: Why?\nNoor: Nobody knew, and the village waited.'
const at = (words: string) => ({ start: content.indexOf(words), end: content.indexOf(words) + words.length })
const first = at('They wanted a number by June.')
const second = at('Nobody knew, and the village waited.')

test('what others say between a speaker’s words is marked as cut', () => {
  expect(quoteText(content, [first, second])).toEqual({
    text: 'They wanted a number by June. […] Nobody knew, and the village waited.',
    start: first.start,
    end: second.end,
  })
})

test('cuts by hand are marked, at the ends too', () => {
  expect(quoteText(content, [second], [at('Nobody knew, and '), at('waited.')])?.text).toBe(
    '[…] the village […]',
  )
})

test('a clarification stands in brackets beside the word it explains', () => {
  expect(quoteText(content, [first], [], [{ at: at('They').end, text: 'the funders' }])?.text).toBe(
    'They [the funders] wanted a number by June.',
  )
})

test('a quote cut away altogether is none', () => {
  expect(quoteText(content, [second], [second])).toBeNull()
})

test('line breaks within one turn stay', () => {
  expect(quoteText('One.\nTwo.', [{ start: 0, end: 9 }])?.text).toBe('One.\nTwo.')
})

test('a changed word is noticed', () => {
  expect(isVerbatim('They wanted a number […] the village waited.', content)).toBe(true)
  expect(isVerbatim('They needed a number […] the village waited.', content)).toBe(false)
  expect(isVerbatim('the village waited. […] They wanted a number', content)).toBe(false)
})

test('however a quote is cut and clarified, every other word is in its source', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '\n', '.', '[', ']', 'ü', '😀'),
    minLength: 1,
    maxLength: 60,
  })
  const spot = fc.nat(60)
  fc.assert(
    fc.property(
      text,
      fc.array(fc.tuple(spot, spot), { maxLength: 3 }),
      fc.array(spot, { maxLength: 2 }),
      (words, pairs, spots) => {
        const cuts = pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
        const quoted = quoteText(
          words,
          [{ start: 0, end: words.length }],
          cuts,
          spots.map((spotAt) => ({ at: spotAt, text: 'who' })),
        )
        if (quoted) expect(isVerbatim(quoted.text, words)).toBe(true)
      },
    ),
  )
})
