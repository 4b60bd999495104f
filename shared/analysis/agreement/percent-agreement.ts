import type { Coefficient } from './coefficient.ts'
import { withoutPairs } from './coefficient.ts'
import { type CountedUnits, pairable, ratersOf } from './counted-units.ts'

/** Share of agreeing pairs of raters, 0 to 1: for each unit of the pairs that rated it, then the mean over units with
    two ratings or more. With two raters the plain share of units they agree on. Not corrected for chance.

    Source: Fleiss 1971 (P̄), with missing ratings as in Gwet 2014. Cohen 1960's second table: .70. */
export function percentAgreement({ units }: CountedUnits): Coefficient {
  let agreed = 0
  let rated = 0
  for (const unit of pairable(units)) {
    const raters = ratersOf(unit)
    let pairs = 0
    for (const { count } of unit.cells) pairs += count * (count - 1)
    agreed += (unit.times * pairs) / (raters * (raters - 1))
    rated += unit.times
  }
  return rated === 0 ? { undefined: withoutPairs } : { value: agreed / rated }
}
