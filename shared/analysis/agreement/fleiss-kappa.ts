import { beyondChance, type Coefficient, withoutPairs, withoutVariation } from './coefficient.ts'
import { type CountedUnits, isUniform, pairable, ratersOf, shareOfCategories } from './counted-units.ts'
import { percentAgreement } from './percent-agreement.ts'

/** Fleiss' κ of any number of raters who may differ from unit to unit: agreement beyond what their common distribution
    would give by chance; with two raters it is Scott's π. Undefined when every rating is the same.

    Source: Fleiss 1971, whose 30 patients give .430; units with fewer ratings as in Gwet 2014. */
export function fleissKappa(counted: CountedUnits): Coefficient {
  const observed = percentAgreement(counted)
  if (observed.undefined !== undefined) return observed
  if (isUniform(pairable(counted.units))) return { undefined: withoutVariation }
  return beyondChance(observed.value, commonChance(counted))
}

/** Agreement that raters drawing from their common distribution would reach: Σ π². */
export function commonChance(counted: CountedUnits): number {
  let expected = 0
  for (const share of shareOfCategories(counted)) expected += share ** 2
  return expected
}

/** Fleiss' κ of one category against all others. For units that all have the same number of ratings (Fleiss 1971). */
export function fleissKappaOf(counted: CountedUnits, category: number): Coefficient {
  const units = pairable(counted.units)
  const share = shareOfCategories({ ...counted, units })[category] ?? 0
  if (units.length === 0) return { undefined: withoutPairs }
  if (share === 0 || share === 1) return { undefined: withoutVariation }
  let alike = 0
  let given = 0
  for (const unit of units) {
    const count = unit.cells.find((cell) => cell.category === category)?.count ?? 0
    alike += (unit.times * count * (count - 1)) / (ratersOf(unit) - 1)
    given += unit.times * count
  }
  return beyondChance(alike / given, share)
}
