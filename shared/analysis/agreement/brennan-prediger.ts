import { beyondChance, type Coefficient, withoutVariation } from './coefficient.ts'
import { type CountedUnits, isUniform, pairable } from './counted-units.ts'
import { percentAgreement } from './percent-agreement.ts'

/** Brennan and Prediger's κ (Bennett's S) of any number of raters: agreement beyond a chance of one in as many as there
    are categories. How many are on offer decides its value, so `categories` counts those nobody used as well.
    Undefined when every rating is the same.

    Source: Brennan & Prediger 1981; example 2 of Artstein & Poesio 2008 gives S = .820. MAXQDA's κ over segments is this
    with the number of codes. */
export function brennanPrediger(counted: CountedUnits): Coefficient {
  const observed = percentAgreement(counted)
  if (observed.undefined !== undefined) return observed
  if (isUniform(pairable(counted.units))) return { undefined: withoutVariation }
  return beyondChance(observed.value, 1 / counted.categories)
}
