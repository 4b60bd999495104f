import { brennanPrediger } from './brennan-prediger.ts'
import type { Coefficient } from './coefficient.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { type CountedUnits, pairable, ratersOf, unitsOfCounts, unitsOfTable } from './counted-units.ts'
import { cuAlpha } from './cu-alpha.ts'
import type { MeasurementLevel } from './distances.ts'
import { fleissKappa } from './fleiss-kappa.ts'
import { gwetAC1 } from './gwet-ac1.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'
import type { LaidSpans } from './lay-spans.ts'
import { percentAgreement } from './percent-agreement.ts'
import { type CategorisedRatings, tableOfTwo, unitsOfCategorised } from './rated-units.ts'
import { scottPi } from './scott-pi.ts'
import { uAlpha } from './u-alpha.ts'
import { uAlphaBinary } from './u-alpha-binary.ts'

/** The names coefficients have everywhere. */
export const coefficientNames = [
  'percentAgreement',
  'cohenKappa',
  'scottPi',
  'gwetAC1',
  'brennanPrediger',
  'fleissKappa',
  'krippendorffAlpha',
  'uAlpha',
  'uAlphaBinary',
  'cuAlpha',
] as const
export type CoefficientName = (typeof coefficientNames)[number]
export type Coefficients = Readonly<Record<CoefficientName, Coefficient>>

/** All that a square table of two raters allows. */
export function coefficientsOfTable(table: readonly (readonly number[])[]): Coefficients {
  const counted = unitsOfTable(table)
  return {
    ...ofCounted(counted),
    cohenKappa: cohenKappa(table),
    scottPi: scottPi(table),
    krippendorffAlpha: krippendorffAlpha(counted),
  }
}

/** All that ratings allow. The level matters to Krippendorff's α alone; the others take values as names. */
export function coefficientsOfRatings(ratings: CategorisedRatings, level: MeasurementLevel): Coefficients {
  const counted = unitsOfCategorised(ratings)
  const table = ratings.raters.length === 2 ? tableOfTwo(ratings) : null
  return {
    ...ofCounted(counted),
    cohenKappa: table ? cohenKappa(table) : { undefined: forTwo('Cohen’s κ') },
    scottPi: table ? scottPi(table) : { undefined: forTwo('Scott’s π') },
    krippendorffAlpha: krippendorffAlpha(counted, level, ratings.values),
  }
}

/** All that units by categories allow, where nobody knows which rater gave what. */
export function coefficientsOfCounts(counts: readonly (readonly number[])[]): Coefficients {
  const counted = unitsOfCounts(counts)
  return {
    ...ofCounted(counted),
    cohenKappa: { undefined: 'Cohen’s κ needs to know which rater gave which category.' },
    scottPi: isOfTwo(counted) ? fleissKappa(counted) : { undefined: forTwo('Scott’s π') },
    krippendorffAlpha: krippendorffAlpha(counted),
  }
}

/** All that spans in a continuum allow. */
export function coefficientsOfSpans({ continuum, joined }: LaidSpans): Coefficients {
  const none: Coefficient = { undefined: 'It needs units that are given beforehand, not spans.' }
  return {
    percentAgreement: none,
    cohenKappa: none,
    scottPi: none,
    gwetAC1: none,
    brennanPrediger: none,
    fleissKappa: none,
    krippendorffAlpha: none,
    uAlpha: 'undefined' in continuum ? continuum : uAlpha(continuum),
    uAlphaBinary: uAlphaBinary(joined),
    cuAlpha: 'undefined' in continuum ? continuum : cuAlpha(continuum),
  }
}

function ofCounted(counted: CountedUnits) {
  const none: Coefficient = {
    undefined: 'It needs spans in a continuum, not units that are given beforehand.',
  }
  return {
    percentAgreement: percentAgreement(counted),
    gwetAC1: gwetAC1(counted),
    brennanPrediger: brennanPrediger(counted),
    fleissKappa: fleissKappa(counted),
    uAlpha: none,
    uAlphaBinary: none,
    cuAlpha: none,
  }
}

function forTwo(name: string): string {
  return `${name} is for two raters.`
}

function isOfTwo({ units }: CountedUnits): boolean {
  return pairable(units).length > 0 && units.every((unit) => ratersOf(unit) === 2)
}
