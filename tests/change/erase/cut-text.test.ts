import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeCuts, cutText, joinCuts, withCuts } from '../../../shared/change/erase/cut-text.ts'
import { nameFinder } from '../../../shared/change/erase/find-names.ts'
import { contentHash } from '../../../shared/exchange/fingerprint.ts'

const text = fc.string({ minLength: 10, maxLength: 40 })
const rawCuts = fc.array(
  fc.record({
    start: fc.nat(40),
    end: fc.nat(40),
    put: fc.constantFrom('[name]', 'x', '[erased]'),
    words: fc.boolean(),
  }),
  { maxLength: 5 },
)
const content = (of: string) => ({ hash: contentHash(of), text: of })
const within = (of: string, cuts: readonly { start: number; end: number; put: string; words: boolean }[]) =>
  joinCuts(cuts.filter(({ end }) => end <= of.length))

test('what stands outside the cuts stands on the same words, and order is kept', () => {
  fc.assert(
    fc.property(text, rawCuts, fc.nat(40), fc.nat(40), (given, raw, a, b) => {
      const cuts = within(given, raw)
      const cut = cutText(content(given), cuts)
      const [start, end] = [Math.min(a, b, given.length - 1), Math.min(Math.max(a, b), given.length)]
      expect(cut.bound(start)).toBeLessThanOrEqual(cut.bound(end))
      if (start === end) return
      const now = cut.span({ start, end })
      expect(now.start).toBeLessThan(now.end)
      if (!cuts.some((each) => each.start < end && start < each.end))
        expect(cut.to.text.slice(now.start, now.end)).toBe(given.slice(start, end))
    }),
  )
})

test('cuts one after another are the same as the cuts they come to', () => {
  fc.assert(
    fc.property(text, rawCuts, rawCuts, (given, first, second) => {
      const one = within(given, first)
      const middle = withCuts(given, one)
      const two = cutText(content(middle), within(middle, second))
      expect(withCuts(given, composeCuts(one, two))).toBe(two.to.text)
    }),
  )
})

test('names are found as whole words, in any case and spelling, and in scripts without spaces anywhere', () => {
  const find = (names: string[], where: string) =>
    nameFinder({ names, wholeWords: true, matchCase: false })(where).map(({ start, end }) =>
      where.slice(start, end),
    )
  expect(find(['Ann'], 'ANN, Anna, Ann’s, ann_2.docx, Joann')).toEqual(['ANN', 'Ann', 'ann'])
  expect(find(['José Díaz'], 'Jose\u0301\nDi\u0301az, José  Díaz')).toEqual([
    'Jose\u0301\nDi\u0301az',
    'José  Díaz',
  ])
  expect(find(['田中'], '昨日田中さんが来た')).toEqual(['田中'])
  expect(find(['P1'], 'P1, P12 and (p1)')).toEqual(['P1', 'p1'])
  expect(find(['O’Neil'], "O'Neil and O’Neil")).toHaveLength(2)
  expect(find(['c.*'], 'cab c.* x')).toEqual(['c.*'])
  expect(find(['', '  '], 'anything')).toEqual([])
})
