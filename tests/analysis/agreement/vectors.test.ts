import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Coefficients } from '../../../shared/analysis/agreement/all-coefficients.ts'
import { brennanPrediger } from '../../../shared/analysis/agreement/brennan-prediger.ts'
import { cohenKappa, greatestKappa } from '../../../shared/analysis/agreement/cohen-kappa.ts'
import { unitsOfCounts, unitsOfTable } from '../../../shared/analysis/agreement/counted-units.ts'
import { cuAlpha, cuCoverage, kuAlpha, kuCoverage } from '../../../shared/analysis/agreement/cu-alpha.ts'
import { commonChance, fleissKappaOf } from '../../../shared/analysis/agreement/fleiss-kappa.ts'
import { guessedAgreement } from '../../../shared/analysis/agreement/gwet-ac1.ts'
import { holsti } from '../../../shared/analysis/agreement/holsti.ts'
import { disagreement } from '../../../shared/analysis/agreement/krippendorff-alpha.ts'
import { laySpans } from '../../../shared/analysis/agreement/lay-spans.ts'
import { categorise, unitsOfCategorised } from '../../../shared/analysis/agreement/rated-units.ts'
import { agreementOfData } from '../../../shared/analysis/agreement/read-agreement-data.ts'
import { overlay } from '../../../shared/analysis/agreement/unitizing.ts'
import { cCoefficient, overlapOfSmaller } from '../../../shared/analysis/cooccurrence-coefficients.ts'

// A collection of published examples that need not be everywhere; `published-values.test.ts` stands alone.
const collection = resolve(import.meta.dirname, '../../../../shared/statistics/vectors.json')
const isHere = existsSync(collection)
const unseen = isHere ? '' : ' (skipped: the collection of published examples is not here)'
const vectors = new Map<string, Vector>(
  isHere ? JSON.parse(readFileSync(collection, 'utf8')).vectors.map((each: Vector) => [each.id, each]) : [],
)

interface Vector {
  readonly id: string
  // Each example has fields of its own.
  readonly data: ReturnType<typeof JSON.parse>
  readonly expected: ReturnType<typeof JSON.parse>
}

const tables = [
  'cohen1960-ex1',
  'cohen1960-ex2',
  'artstein-poesio-ex2',
  'kripp2004-pi-vs-kappa-a',
  'gwet2008-hand',
  'gwet-paradox-125',
  'cont3x3abstractors',
]

for (const id of tables) {
  test.skipIf(!isHere)(
    `${id}: every coefficient of two raters to six decimals, also with the raters swapped${unseen}`,
    () => {
      const { data, expected } = vector(id)
      const swapped = data.table.map((_: unknown, c: number) => data.table.map((row: number[]) => row[c]))
      for (const table of [data.table, swapped]) {
        compare(coefficients({ table }), {
          percentAgreement: expected.po,
          cohenKappa: expected.kappa,
          scottPi: expected.scottPi,
          gwetAC1: expected.AC1,
          brennanPrediger: expected.S_BP,
          krippendorffAlpha: expected.alphaNominal,
        })
        if (expected.kappaMax) expect(greatestKappa(table).value).toBeCloseTo(expected.kappaMax, 6)
        if (expected.pe_AC1) expect(guessedAgreement(unitsOfTable(table))).toBeCloseTo(expected.pe_AC1, 6)
      }
    },
  )
}

test.skipIf(!isHere)(`fleiss1971: κ, its chance, and each category${unseen}`, () => {
  const { data, expected } = vector('fleiss1971')
  compare(coefficients({ counts: data.countsPerItem }), {
    percentAgreement: expected.P,
    fleissKappa: expected.kappa,
  })
  const counted = unitsOfCounts(data.countsPerItem)
  expect(commonChance(counted)).toBeCloseTo(expected.Pe, 6)
  for (const [category, kappa] of expected.perCategory.entries())
    expect(fleissKappaOf(counted, category).value).toBeCloseTo(kappa, 6)
})

test.skipIf(!isHere)(
  `kripp-4x12: α at every level with missing ratings, and the disagreements behind it${unseen}`,
  () => {
    const { data, expected } = vector('kripp-4x12')
    for (const level of ['nominal', 'ordinal', 'interval', 'ratio'])
      compare(coefficients({ ratings: data.coders, level }), { krippendorffAlpha: expected[level] })
    const ratings = categorise(Object.values(data.coders))
    const nominal = disagreement(unitsOfCategorised(ratings))
    const interval = disagreement(unitsOfCategorised(ratings), 'interval', ratings.values)
    expect(nominal.observed).toBeCloseTo(expected.Do_nominal, 6)
    expect(nominal.expected).toBeCloseTo(expected.De_nominal, 6)
    expect(interval.observed).toBeCloseTo(expected.Do_interval, 6)
    expect(interval.expected).toBeCloseTo(expected.De_interval, 6)
    expect(nominal.pairableValues).toBe(expected.pairableValues)
  },
)

test.skipIf(!isHere)(
  `kripp-2x10-binary and kripp-2x12-abc: α, its disagreements and percent agreement${unseen}`,
  () => {
    const binary = vector('kripp-2x10-binary')
    const letters = vector('kripp-2x12-abc')
    const pairs: readonly string[] = letters.data.pairs
    const rater = (at: number) => pairs.map((pair) => pair[at])
    for (const [ratings, expected] of [
      [binary.data.coders, binary.expected],
      [{ A: rater(0), B: rater(1) }, letters.expected],
    ]) {
      compare(coefficients({ ratings, level: 'nominal' }), {
        percentAgreement: expected.percent,
        krippendorffAlpha: expected.nominal,
      })
      const { observed, expected: byChance } = disagreement(
        unitsOfCategorised(categorise(Object.values(ratings))),
      )
      expect(observed).toBeCloseTo(expected.Do, 6)
      expect(byChance).toBeCloseTo(expected.De, 6)
      if (expected.chanceAgreement) expect(1 - byChance).toBeCloseTo(expected.chanceAgreement, 6)
    }
  },
)

test.skipIf(!isHere)(`gwet-raw4raters: AC1 and its kin with missing ratings${unseen}`, () => {
  const { data, expected } = vector('gwet-raw4raters')
  compare(coefficients({ ratings: data.coders, level: 'nominal' }), {
    percentAgreement: expected.pa,
    gwetAC1: expected.AC1,
    fleissKappa: expected.fleiss,
    brennanPrediger: expected.S_BP,
    krippendorffAlpha: expected.alphaNominal,
  })
  const chance = guessedAgreement(unitsOfCategorised(categorise(Object.values(data.coders))))
  expect(chance).toBeCloseTo(expected.pe_AC1, 6)
})

test.skipIf(!isHere)(
  `ualpha-kripp2019-fig12.11: the unitizing family, its lengths and what it covers${unseen}`,
  () => {
    const { data, expected } = vector('ualpha-kripp2019-fig12.11')
    const spans = data.spans0BasedEndExclusive
    compare(coefficients({ length: data.L, spans }), {
      uAlpha: expected.u,
      uAlphaBinary: expected.bar_u,
      cuAlpha: expected.cu,
    })
    const rows: [number, number, string][][] = Object.values(spans)
    const { continuum } = laySpans(
      data.L,
      rows.map((row) => row.map(([start, end, category]) => ({ start, end, category }))),
    )
    const laid = 'undefined' in continuum ? null : overlay(continuum)
    if (!laid || 'undefined' in continuum) throw new Error('Spans overlap')
    expect(cuCoverage(laid)).toBeCloseTo(expected.cuCoverage, 6)
    expect([laid.gap, laid.gapAlike]).toEqual([expected.marginals.gap, expected.observedDiagonal.gap])
    for (const category of Object.keys(expected.ku)) {
      expect(laid.marked.get(category)).toBe(expected.marginals[category])
      expect(laid.alike.get(category) ?? 0).toBe(expected.observedDiagonal[category])
      expect(kuAlpha(continuum, category).value ?? null).toBe(expected.ku[category])
      expect(kuCoverage(laid, category)).toBeCloseTo(
        expected.kuCoverage[category] ?? expected.kuCoverage.others,
        6,
      )
    }
    expect(cuAlpha(continuum).value).not.toBeCloseTo(expected.alternatives.cu_squarePerPair, 3)
  },
)

test.skipIf(!isHere)(
  `nvivo, maxqda and holsti: what other programs print, by the same formulas${unseen}`,
  () => {
    const percent = vector('nvivo-percent')
    const { both, oneOnly, neither } = percent.data
    compare(
      coefficients({
        table: [
          [neither, oneOnly],
          [0, both],
        ],
      }),
      { percentAgreement: percent.expected.percent },
    )
    const kappa = vector('nvivo-kappa-derived')
    const { Aonly, Bonly } = kappa.data
    const table = [
      [kappa.data.neither, Bonly],
      [Aonly, kappa.data.both],
    ]
    expect(cohenKappa(table).value).toBeCloseTo(kappa.expected.kappa, 6)
    const maxqda = vector('maxqda-segment')
    const segments = {
      categories: maxqda.data.codes,
      units: [
        { cells: [{ category: 0, count: 2 }], times: maxqda.data.a_agree },
        { cells: [0, 1].map((category) => ({ category, count: 1 })), times: maxqda.data.b_plus_c },
      ],
    }
    expect(brennanPrediger(segments).value).toBeCloseTo(maxqda.expected.kappaIfChance1overCodes, 6)
    const { M, N1, N2 } = vector('holsti').data
    expect(holsti(M, N1, N2).value).toBeCloseTo(vector('holsti').expected.CR, 6)
  },
)

test.skipIf(!isHere)(`c-coefficient: co-occurrence and the share of the rarer code${unseen}`, () => {
  const { data, expected } = vector('c-coefficient')
  expect(cCoefficient(data.n1, data.n2, data.n12).value).toBeCloseTo(expected.c, 6)
  expect(overlapOfSmaller(data.n1, data.n2, data.n12)).toBeCloseTo(expected.overlapOfSmaller, 6)
})

function vector(id: string): Vector {
  const found = vectors.get(id)
  if (!found) throw new Error(`There is no example ${id}`)
  return found
}

function coefficients(data: unknown): Coefficients {
  const agreement = agreementOfData(data)
  if (!agreement.ok) throw new Error(agreement.problem)
  return agreement.coefficients
}

function compare(
  given: Coefficients,
  expected: Partial<Record<keyof Coefficients, number | undefined>>,
): void {
  for (const [name, { value }] of Object.entries(given)) {
    const wanted = Object.entries(expected).find(([key]) => key === name)?.[1]
    if (wanted !== undefined) expect(value, name).toBeCloseTo(wanted, 6)
  }
}
