import { beyondChance, type Coefficient, withoutVariation } from './coefficient.ts'
import { type CountedUnits, isUniform, pairable, shareOfCategories } from './counted-units.ts'
import { percentAgreement } from './percent-agreement.ts'

/** Gwet's AC1 of any number of raters, missing ratings allowed: agreement beyond the chance that raters guess on units
    hard to rate; stays high where nearly everything is one category. Undefined when all of it is.

    Source: Gwet 2008, with missing ratings as in Gwet 2014, whose four raters give .775. */
export function gwetAC1(counted: CountedUnits): Coefficient {
  const observed = percentAgreement(counted)
  if (observed.undefined !== undefined) return observed
  if (isUniform(pairable(counted.units))) return { undefined: withoutVariation }
  return beyondChance(observed.value, guessedAgreement(counted))
}

/** Agreement that guessing alone would give: Σ π(1 − π) / (categories − 1), π being each category's share. */
export function guessedAgreement(counted: CountedUnits): number {
  let spread = 0
  for (const share of shareOfCategories(counted)) spread += share * (1 - share)
  return spread / (counted.categories - 1)
}
