import { expect, test } from 'vitest'
import { brennanPrediger } from '../../../shared/analysis/agreement/brennan-prediger.ts'
import type { Coefficient } from '../../../shared/analysis/agreement/coefficient.ts'
import { cohenKappa, greatestKappa } from '../../../shared/analysis/agreement/cohen-kappa.ts'
import { unitsOfCounts, unitsOfTable } from '../../../shared/analysis/agreement/counted-units.ts'
import { cuAlpha, cuCoverage, kuAlpha, kuCoverage } from '../../../shared/analysis/agreement/cu-alpha.ts'
import { fleissKappa, fleissKappaOf } from '../../../shared/analysis/agreement/fleiss-kappa.ts'
import { gwetAC1 } from '../../../shared/analysis/agreement/gwet-ac1.ts'
import { holsti } from '../../../shared/analysis/agreement/holsti.ts'
import { krippendorffAlpha } from '../../../shared/analysis/agreement/krippendorff-alpha.ts'
import { laySpans } from '../../../shared/analysis/agreement/lay-spans.ts'
import { percentAgreement } from '../../../shared/analysis/agreement/percent-agreement.ts'
import { categorise, unitsOfCategorised } from '../../../shared/analysis/agreement/rated-units.ts'
import { scottPi } from '../../../shared/analysis/agreement/scott-pi.ts'
import { uAlpha } from '../../../shared/analysis/agreement/u-alpha.ts'
import { uAlphaBinary } from '../../../shared/analysis/agreement/u-alpha-binary.ts'
import { overlay } from '../../../shared/analysis/agreement/unitizing.ts'
import { cCoefficient, overlapOfSmaller } from '../../../shared/analysis/cooccurrence-coefficients.ts'

const close = (coefficient: Coefficient, expected: number) =>
  expect(coefficient.value).toBeCloseTo(expected, 6)

// Krippendorff 2011, "Computing Krippendorff's alpha-reliability": four observers, twelve units.
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
]

// Krippendorff 2019, figure 12.11: three coders of a continuum of 60.
const figure = laySpans(60, [
  spans('0-7:1 7-13:2 30-32:5 32-37:6 37-44:6 44-60:7'),
  spans('0-7:1 7-13:3 13-21:5 32-44:6'),
  spans('0-7:1 7-13:4 13-21:5 32-37:6 37-41:6 41-44:6'),
])

test('Cohen’s second table of 1960 gives his κ of .492, at most .831, and Gwet’s AC1 of .576', () => {
  const table = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ]
  close(percentAgreement(unitsOfTable(table)), 0.7)
  close(cohenKappa(table), 0.491525)
  close(greatestKappa(table), 0.830508)
  close(gwetAC1(unitsOfTable(table)), 0.575972)
})

test('the second example of Artstein and Poesio 2008 gives π .7995, S .820 and α .800', () => {
  const table = [
    [46, 0, 0],
    [6, 32, 6],
    [0, 0, 10],
  ]
  close(scottPi(table), 0.799532)
  close(brennanPrediger(unitsOfTable(table)), 0.82)
  close(krippendorffAlpha(unitsOfTable(table)), 0.800535)
})

test('where nearly everything is one category κ falls below 0 and AC1 stays high, as Gwet shows', () => {
  const table = [
    [118, 5],
    [2, 0],
  ]
  close(cohenKappa(table), -0.023392)
  close(gwetAC1(unitsOfTable(table)), 0.940776)
})

test('Fleiss’ thirty patients of 1971 give his κ of .430, category by category too', () => {
  const patients = unitsOfCounts(
    `00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
     00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006`
      .split(/\s+/)
      .map((row) => [...row].map(Number)),
  )
  close(percentAgreement(patients), 0.555556)
  close(fleissKappa(patients), 0.430245)
  const each = [0, 1, 2, 3, 4].map((category) => fleissKappaOf(patients, category).value?.toFixed(4))
  expect(each).toEqual(['0.2448', '0.2448', '0.5200', '0.4711', '0.5661'])
})

test('Krippendorff’s four observers give .743 nominal, .815 ordinal, .849 interval and .797 ratio', () => {
  const ratings = categorise(observers)
  const alpha = (level: 'nominal' | 'ordinal' | 'interval' | 'ratio') =>
    krippendorffAlpha(unitsOfCategorised(ratings), level, ratings.values)
  close(alpha('nominal'), 0.743421)
  close(alpha('ordinal'), 0.815388)
  close(alpha('interval'), 0.849107)
  close(alpha('ratio'), 0.797403)
})

test('Gwet’s four raters of 2014 give AC1 .775, and the lone rating counts in how common a category is', () => {
  const units = unitsOfCategorised(categorise(observers))
  close(percentAgreement(units), 0.818182)
  close(gwetAC1(units), 0.775444)
  close(fleissKappa(units), 0.761169)
  close(brennanPrediger(units), 0.772727)
})

test('figure 12.11 of Krippendorff 2019 gives uα .510, |uα .413 and cuα .724 over 46 % of the continuum', () => {
  const { continuum } = figure
  if ('undefined' in continuum) throw new Error(continuum.undefined)
  close(uAlpha(continuum), 0.509982)
  close(uAlphaBinary(figure.joined), 0.413599)
  close(cuAlpha(continuum), 0.724169)
  const laid = overlay(continuum)
  if (!laid) throw new Error('Nothing was laid')
  expect(cuCoverage(laid)).toBeCloseTo(0.461111, 6)
  expect([...'12345678'].map((category) => kuAlpha(continuum, category).value)).toEqual([
    1,
    0,
    0,
    0,
    1,
    1,
    undefined,
    undefined,
  ])
  expect(kuCoverage(laid, '5')).toBeCloseTo(0.444444, 6)
  expect([kuCoverage(laid, '7'), kuCoverage(laid, '1'), kuCoverage(laid, '8')]).toEqual([0, 1, null])
})

test('Holsti’s coefficient is twice what both coded over what each coded', () => {
  close(holsti(8, 10, 12), 0.727273)
  expect(holsti(0, 0, 0).undefined).toContain('Neither')
})

test('ATLAS.ti’s example of co-occurrence gives c = .048 with a caution, and half of the rarer code', () => {
  const { value, cautions } = cCoefficient(100, 10, 5)
  expect(value).toBeCloseTo(0.047619, 6)
  expect(cautions).toEqual(['One code is used more than five times as often as the other.'])
  expect(overlapOfSmaller(100, 10, 5)).toBe(0.5)
  expect(overlapOfSmaller(100, 0, 0)).toBeNull()
})

test('c above 1 is told to be no share of passages', () => {
  expect(cCoefficient(3, 3, 4)).toMatchObject({ value: 2, cautions: [expect.stringContaining('no share')] })
  expect(cCoefficient(2, 2, 4).value).toBeNull()
  expect(cCoefficient(0, 0, 0).value).toBeNull()
})

function spans(row: string) {
  return row.split(' ').map((each) => {
    const [start = 0, end = 0, category = ''] = each.split(/[-:]/)
    return { start: Number(start), end: Number(end), category: String(category) }
  })
}
