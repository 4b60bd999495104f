import { type Coefficient, withoutPairs, withoutVariation } from './coefficient.ts'
import { type CountedUnits, pairable, ratersOf } from './counted-units.ts'
import { distances, type MeasurementLevel } from './distances.ts'

/** Observed and expected disagreement behind Krippendorff's α. */
export interface Disagreement {
  readonly observed: number
  readonly expected: number
  /** Ratings of units with at least two. */
  readonly pairableValues: number
}

/** Krippendorff's α of any number of raters, missing ratings allowed: 1 − observed / expected disagreement. Only units
    with two ratings or more count. `values` are the categories' values, in ascending order, which ordinal, interval and
    ratio data need. Undefined when every pairable rating is the same.

    Source: Krippendorff 2004 and 2011; his four observers of twelve units give .743 nominal, .815 ordinal, .849
    interval, .797 ratio. */
export function krippendorffAlpha(
  counted: CountedUnits,
  level: MeasurementLevel = 'nominal',
  values: readonly number[] = [],
): Coefficient {
  const { observed, expected, pairableValues } = disagreement(counted, level, values)
  if (pairableValues === 0) return { undefined: withoutPairs }
  if (expected === 0) return { undefined: withoutVariation }
  return { value: 1 - observed / expected }
}

/** The two disagreements, in squared distances of the level (nominal: 0 or 1). Both 0 when nothing is pairable. */
export function disagreement(
  counted: CountedUnits,
  level: MeasurementLevel = 'nominal',
  values: readonly number[] = [],
): Disagreement {
  const units = pairable(counted.units)
  const totals = totalsOf(units, counted.categories)
  const pairableValues = totals.reduce((sum, each) => sum + each, 0)
  if (pairableValues === 0) return { observed: 0, expected: 0, pairableValues }
  const distance = distances(level, values, totals)
  let apart = 0
  for (const unit of units) {
    let within = 0
    for (const a of unit.cells)
      for (const b of unit.cells) if (a !== b) within += a.count * b.count * distance(a.category, b.category)
    apart += (unit.times * within) / (ratersOf(unit) - 1)
  }
  const expected = apartOverall(totals, distance) / (pairableValues * (pairableValues - 1))
  return { observed: apart / pairableValues, expected, pairableValues }
}

function totalsOf(units: CountedUnits['units'], categories: number): readonly number[] {
  const totals = new Array<number>(categories).fill(0)
  for (const { cells, times } of units)
    for (const { category, count } of cells) totals[category] = (totals[category] ?? 0) + times * count
  return totals
}

function apartOverall(totals: readonly number[], distance: (a: number, b: number) => number): number {
  let sum = 0
  for (let a = 0; a < totals.length; a++)
    for (let b = 0; b < a; b++) sum += 2 * (totals[a] ?? 0) * (totals[b] ?? 0) * distance(a, b)
  return sum
}
