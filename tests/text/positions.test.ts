import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphAt, paragraphStarts } from '../../shared/text/paragraphs.ts'
import { onCharacter, overlaps, trimSpan } from '../../shared/text/positions.ts'
import { quoteHash } from '../../shared/text/quote-hash.ts'

test('touching stretches do not overlap', () => {
  expect(overlaps({ start: 0, end: 4 }, { start: 4, end: 6 })).toBe(false)
  expect(overlaps({ start: 0, end: 5 }, { start: 4, end: 6 })).toBe(true)
})

test('a trimmed stretch reads as the trimmed words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', ' ', '\n', '\u00a0', 'ß')).map((units) => units.join('')),
      (text) => {
        const span = trimSpan(text, { start: 0, end: text.length })
        expect(span ? text.slice(span.start, span.end) : '').toBe(text.trim())
      },
    ),
  )
})

test('a position never stays inside a surrogate pair', () => {
  expect(onCharacter('a😀b', 2)).toBe(1)
  expect(onCharacter('a😀b', 3)).toBe(3)
  expect(onCharacter('ab', 9)).toBe(2)
})

test('paragraphs are lines with words, counted from one', () => {
  const starts = paragraphStarts('First.\n\nSecond.\n  \nThird.')
  expect(starts).toEqual([0, 8, 19])
  expect(paragraphAt(starts, 0)).toBe(1)
  expect(paragraphAt(starts, 10)).toBe(2)
  expect(paragraphAt(starts, 24)).toBe(3)
})

test('the quote hash is FNV-1a with its published start', () => {
  expect(quoteHash('')).toBe(0x811c9dc5)
  expect(quoteHash('a')).toBe(0xe40c292c)
  expect(quoteHash('xay', 1, 2)).toBe(quoteHash('a'))
})
