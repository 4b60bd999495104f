import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Coefficients,
  coefficientNames,
  coefficientsOfRatings,
} from '../../../shared/analysis/agreement/all-coefficients.ts'
import type { MeasurementLevel } from '../../../shared/analysis/agreement/distances.ts'
import { laySpans } from '../../../shared/analysis/agreement/lay-spans.ts'
import { categorise } from '../../../shared/analysis/agreement/rated-units.ts'
import { agreementOfData } from '../../../shared/analysis/agreement/read-agreement-data.ts'
import { seededRandom } from '../../../shared/analysis/agreement/seeded-random.ts'

const levels: readonly MeasurementLevel[] = ['nominal', 'ordinal', 'interval', 'ratio']
type Rows = readonly (readonly (number | null)[])[]

const chanceCorrected = coefficientNames.slice(1, 7)
const rows = (raters: number, missing: boolean) =>
  fc.integer({ min: 1, max: 12 }).chain((units) =>
    fc.array(
      fc.array(missing ? fc.option(fc.nat(4), { freq: 3 }) : fc.nat(4), {
        minLength: units,
        maxLength: units,
      }),
      { minLength: raters, maxLength: raters },
    ),
  )
const someRows = fc.integer({ min: 2, max: 5 }).chain((raters) => rows(raters, true))
const all = (given: Rows, level: MeasurementLevel = 'nominal') =>
  coefficientsOfRatings(categorise(given), level)

test('permuting raters or units changes no coefficient', () => {
  fc.assert(
    fc.property(someRows, fc.constantFrom(...levels), fc.nat(), (given, level, seed) => {
      const shuffledRaters = shuffled(given, seed)
      const order = shuffled([...(given[0] ?? []).keys()], seed + 1)
      expectSame(all(given, level), all(shuffledRaters, level))
      expectSame(
        all(given, level),
        all(
          given.map((rater) => order.map((u) => rater[u] ?? null)),
          level,
        ),
      )
    }),
  )
})

test('other names for the categories change no nominal coefficient', () => {
  fc.assert(
    fc.property(someRows, fc.nat(), (given, seed) => {
      const names = shuffled(['pear', 'fig', 'plum', 'kiwi', 'lime'], seed)
      const renamed = given.map((rater) =>
        rater.map((value) => (value === null ? null : (names[value] ?? null))),
      )
      expectSame(all(given), coefficientsOfRatings(categorise(renamed), 'nominal'))
    }),
  )
})

test('complete agreement is 1 where ratings vary, and undefined in words where they do not', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(4), { minLength: 2, maxLength: 12 }),
      fc.constantFrom(...levels),
      (rater, level) => {
        const given = all([rater, rater], level)
        const varies = new Set(rater).size > 1
        expect(given.percentAgreement.value).toBe(1)
        for (const name of chanceCorrected) {
          if (varies) expect(given[name].value, name).toBeCloseTo(1, 12)
          else expect(given[name].undefined, name).toContain('undefined')
        }
      },
    ),
  )
})

test('α of two raters without missing ratings is π with its correction for few units', () => {
  fc.assert(
    fc.property(rows(2, false), (given) => {
      const { scottPi, krippendorffAlpha } = all(given)
      const values = 2 * (given[0]?.length ?? 0)
      if (scottPi.value === undefined) expect(krippendorffAlpha.undefined).toBe(scottPi.undefined)
      else expect(krippendorffAlpha.value).toBeCloseTo(1 - (1 - scottPi.value) * (1 - 1 / values), 9)
    }),
  )
})

test('Fleiss’ κ of two raters without missing ratings is π, and α follows the interval when values are shifted', () => {
  fc.assert(
    fc.property(rows(2, false), fc.integer({ min: 1, max: 50 }), (given, shift) => {
      const { scottPi, fleissKappa } = all(given)
      expectClose(scottPi.value, fleissKappa.value)
      const moved = given.map((rater) => rater.map((value) => (value === null ? null : value + shift)))
      expectClose(
        all(given, 'interval').krippendorffAlpha.value,
        all(moved, 'interval').krippendorffAlpha.value,
      )
    }),
  )
})

test('whatever is missing, every coefficient is a finite number up to 1 or a reason, never both', () => {
  fc.assert(
    fc.property(someRows, fc.constantFrom(...levels), (given, level) => {
      for (const { value, undefined: reason } of Object.values(all(given, level))) {
        if (value === undefined) expect(reason).toMatch(/^[A-Z].*\.$/)
        else expect(Number.isFinite(value) && value <= 1 + 1e-12 && reason === undefined).toBe(true)
      }
    }),
  )
})

test('α by counts of pairs is α by going through all pairs of ratings', () => {
  fc.assert(
    fc.property(someRows, fc.constantFrom('nominal', 'interval'), (given, level) => {
      const distance = (a: number, b: number) => (level === 'nominal' ? Number(a !== b) : (a - b) ** 2)
      expectClose(all(given, level).krippendorffAlpha.value, alphaByHand(given, distance))
    }),
  )
})

const span = fc.tuple(
  fc.integer({ min: 0, max: 6 }),
  fc.integer({ min: 1, max: 6 }),
  fc.constantFrom('a', 'b'),
)
const coder = fc.array(span, { maxLength: 5 }).map((spans) => {
  let at = 0
  return spans.map(([gap, length, category]) => {
    const start = at + gap
    at = start + length
    return [start, at, category] as const
  })
})

test('the unitizing family does not depend on the order of coders, and copies of one coder agree wholly', () => {
  fc.assert(
    fc.property(fc.array(coder, { minLength: 2, maxLength: 4 }), (coders) => {
      const length = 80
      const given = unitizing(coders, length)
      const turned = unitizing([...coders].reverse(), length)
      for (const name of ['uAlpha', 'uAlphaBinary', 'cuAlpha'] as const)
        expectClose(given[name].value, turned[name].value)
      const [first = []] = coders
      const copies = unitizing([first, first], length)
      for (const name of ['uAlpha', 'uAlphaBinary', 'cuAlpha'] as const) {
        if (first.length === 0) expect(copies[name].undefined).toMatch(/\.$/)
        else if (copies[name].value !== undefined) expect(copies[name].value).toBeCloseTo(1, 12)
      }
      if (first.length > 0) expect(copies.uAlpha.value).toBeCloseTo(1, 12)
    }),
  )
})

test('spans of one coder that overlap leave |uα and say why there is no uα', () => {
  const { continuum, joined } = laySpans(20, [
    [
      { start: 0, end: 5, category: 'a' },
      { start: 3, end: 8, category: 'b' },
    ],
    [{ start: 0, end: 8, category: 'a' }],
  ])
  expect('undefined' in continuum && continuum.undefined).toContain('overlap (1 times)')
  expect(joined.coders[0]).toEqual([{ start: 0, end: 8, category: 'marked' }])
})

function unitizing(
  coders: readonly (readonly (readonly [number, number, string])[])[],
  length: number,
): Coefficients {
  const spans = Object.fromEntries(coders.map((each, i) => [`Coder ${i}`, each]))
  const agreement = agreementOfData({ length, spans })
  if (!agreement.ok) throw new Error(agreement.problem)
  return agreement.coefficients
}

function alphaByHand(given: Rows, distance: (a: number, b: number) => number): number | undefined {
  const units = (given[0] ?? [])
    .map((_, u) => given.flatMap((rater) => rater[u] ?? []))
    .filter((unit) => unit.length > 1)
  const values = units.flat()
  let observed = 0
  for (const unit of units)
    for (const [i, a] of unit.entries())
      for (const [j, b] of unit.entries()) if (i !== j) observed += distance(a, b) / (unit.length - 1)
  let expected = 0
  for (const [i, a] of values.entries())
    for (const [j, b] of values.entries()) if (i !== j) expected += distance(a, b) / (values.length - 1)
  return expected === 0 ? undefined : 1 - observed / expected
}

function expectSame(given: Coefficients, other: Coefficients): void {
  for (const name of coefficientNames) {
    expectClose(given[name].value, other[name].value)
    expect(given[name].undefined).toBe(other[name].undefined)
  }
}

function expectClose(given: number | undefined, other: number | undefined): void {
  if (given === undefined || other === undefined) expect(given).toBe(other)
  else expect(given).toBeCloseTo(other, 9)
}

function shuffled<E>(list: readonly E[], seed: number): E[] {
  const random = seededRandom(seed)
  const left = [...list]
  return list.flatMap(() => left.splice(Math.floor(random() * left.length), 1))
}
