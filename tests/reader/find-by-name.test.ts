import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchNames, sameName } from '../../shared/text/match-names.ts'

const codes = [
  { name: 'Equity and trust', meaning: 'Fairness between partners.' },
  { name: 'Trust comes first' },
  {
    name: 'Metrics miss relations',
    otherNames: ['bar.metrics'],
    meaning: 'What is not measured is not seen.',
  },
  { name: 'Pressure to hurry' },
  { name: 'Überlieferung' },
]
const found = (query: string) => matchNames(query, codes).map(({ entry }) => entry.name)

test('a name that begins with what is typed comes before one that holds it further on', () => {
  expect(found('trus')).toEqual(['Trust comes first', 'Equity and trust'])
})

test('the part that matched is marked', () => {
  expect(matchNames('TRUS', codes)[0]?.marks).toEqual([{ start: 0, end: 4 }])
  expect(matchNames('metr rel', codes)[0]?.marks).toEqual([
    { start: 0, end: 4 },
    { start: 13, end: 16 },
  ])
})

test('initials, skipped letters, keys and meanings find a code too', () => {
  expect(found('mmr')).toEqual(['Metrics miss relations'])
  expect(found('presur')).toEqual(['Pressure to hurry'])
  expect(found('bar.met')).toEqual(['Metrics miss relations'])
  expect(found('fairness')).toEqual(['Equity and trust'])
})

test('case and accents do not matter', () => {
  expect(found('uber')).toEqual(['Überlieferung'])
  expect(sameName(' überlieferung', 'UBERLIEFERUNG ')).toBe(true)
})

test('nothing typed finds everything in its order, nonsense finds nothing', () => {
  expect(found(' ')).toEqual(codes.map((code) => code.name))
  expect(found('zzz')).toEqual([])
})

test('every name is found by itself, and marks lie within it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
      fc.pre(name.trim() !== '')
      const [match] = matchNames(name, [{ name }])
      expect(match?.entry.name).toBe(name)
      for (const { start, end } of match?.marks ?? [])
        expect(0 <= start && start < end && end <= name.length).toBe(true)
    }),
  )
})
