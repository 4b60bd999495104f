import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestForWords, ladder, quantityPhrase, quantityWord } from '../../shared/report/quantity-words.ts'

const shares = fc
  .integer({ min: fewestForWords, max: 400 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
const rung = (n: number, of: number) => ladder.findIndex((step) => step.word === quantityWord(n, of))

test('the edges of the ladder stand where it says', () => {
  const words = [
    [25, 25],
    [24, 25],
    [23, 25],
    [22, 25],
    [17, 25],
    [16, 25],
    [13, 25],
    [12, 25],
    [9, 25],
    [8, 25],
    [4, 25],
    [3, 25],
    [2, 25],
    [1, 25],
    [0, 25],
  ]
  expect(words.map(([n = 0, of = 0]) => quantityWord(n, of))).toEqual([
    'all',
    'nearly all',
    'nearly all',
    'most',
    'most',
    'a majority',
    'a majority',
    'many',
    'many',
    'some',
    'some',
    'a few',
    'a few',
    'one',
    'none',
  ])
})

test('exactly half is not a majority, and nearly all is never all', () => {
  expect(quantityWord(10, 20)).toBe('many')
  expect(quantityWord(11, 20)).toBe('a majority')
  expect(quantityWord(18, 20)).toBe('nearly all')
  expect(quantityWord(20, 20)).toBe('all')
})

test('three of ten are a few, four of ten are many: a few ends where a third begins', () => {
  expect([quantityWord(3, 10), quantityWord(4, 10)]).toEqual(['a few', 'many'])
})

test('below ten participants there are only numbers', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 9 })
        .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of))),
      ([n, of]) => {
        expect(quantityWord(n, of)).toBeNull()
        expect(quantityPhrase(n, of)).toBe(`${n} of ${of} participants`)
      },
    ),
  )
})

test('more people never get a smaller word', () => {
  fc.assert(
    fc.property(shares, ([n, of]) => {
      expect(rung(Math.min(n + 1, of), of)).toBeLessThanOrEqual(rung(n, of))
    }),
  )
})

test('a word never claims more than its numbers', () => {
  const least: Record<string, (n: number, of: number) => boolean> = {
    all: (n, of) => n === of,
    'nearly all': (n, of) => n / of >= 0.9 && n < of,
    most: (n, of) => n / of >= 0.67 && n / of < 0.9,
    'a majority': (n, of) => n / of > 0.5 && n / of < 0.67,
    many: (n, of) => n / of >= 0.33 && n / of <= 0.5,
    some: (n, of) => n >= 4 && n / of < 0.33,
    'a few': (n, of) => (n === 2 || n === 3) && n / of < 0.33,
    one: (n) => n === 1,
    none: (n) => n === 0,
  }
  fc.assert(
    fc.property(shares, ([n, of]) => {
      const holding = Object.keys(least).filter((word) => least[word]?.(n, of))
      expect(holding).toEqual([quantityWord(n, of)])
    }),
  )
})

test('a word never stands without its numbers', () => {
  fc.assert(
    fc.property(shares, ([n, of]) => {
      expect(quantityPhrase(n, of)).toContain(`${n} of ${of}`)
    }),
  )
})
