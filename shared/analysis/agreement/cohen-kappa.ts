import { beyondChance, type Coefficient, withoutPairs, withoutVariation } from './coefficient.ts'
import { tableMargins } from './table-margins.ts'

/** Cohen's κ of two raters, from a square table of units by the first's (rows) and the second's category: agreement
    beyond what their own two distributions would give by chance. Undefined when both used one and the same category.

    Source: Cohen 1960; his second table gives .492. */
export function cohenKappa(table: readonly (readonly number[])[]): Coefficient {
  const margins = tableMargins(table)
  if (!margins) return { undefined: withoutPairs }
  return beyondChance(margins.observed, byChance(margins.first, margins.second))
}

/** The highest κ that two raters with these distributions could reach (Cohen 1960; his second table: .831). */
export function greatestKappa(table: readonly (readonly number[])[]): Coefficient {
  const margins = tableMargins(table)
  if (!margins) return { undefined: withoutPairs }
  const expected = byChance(margins.first, margins.second)
  if (expected >= 1) return { undefined: withoutVariation }
  const reachable = margins.first.map((share, k) => Math.min(share, margins.second[k] ?? 0))
  return beyondChance(
    reachable.reduce((sum, share) => sum + share, 0),
    expected,
  )
}

function byChance(first: readonly number[], second: readonly number[]): number {
  let expected = 0
  for (const [k, share] of first.entries()) expected += share * (second[k] ?? 0)
  return expected
}
