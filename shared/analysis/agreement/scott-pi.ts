import { beyondChance, type Coefficient, withoutPairs } from './coefficient.ts'
import { tableMargins } from './table-margins.ts'

/** Scott's π of two raters, from a square table of units by the first's (rows) and the second's category: agreement
    beyond what the two raters' common distribution would give by chance. Undefined when one category was used.

    Source: Scott 1955; example 2 of Artstein & Poesio 2008 gives .7995. */
export function scottPi(table: readonly (readonly number[])[]): Coefficient {
  const margins = tableMargins(table)
  if (!margins) return { undefined: withoutPairs }
  let expected = 0
  for (const [k, share] of margins.first.entries()) expected += ((share + (margins.second[k] ?? 0)) / 2) ** 2
  return beyondChance(margins.observed, expected)
}
