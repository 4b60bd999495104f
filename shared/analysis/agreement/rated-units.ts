import { type CountedUnits, unitsOfRatings } from './counted-units.ts'

/** Ratings as categories numbered from 0. */
export interface CategorisedRatings {
  /** For each rater one category for each unit, null where there is none. */
  readonly raters: readonly (readonly (number | null)[])[]
  /** How many categories were used. */
  readonly categories: number
  /** The categories' values in ascending order, where ratings are numbers; empty for names. */
  readonly values: readonly number[]
}

/** Numbers the categories of ratings that are numbers or names. */
export function categorise(raters: readonly (readonly (number | string | null)[])[]): CategorisedRatings {
  const used = new Set(raters.flat().filter((value) => value !== null))
  const values = [...used].filter((value) => typeof value === 'number').sort((a, b) => a - b)
  const names = [...used].filter((value) => typeof value === 'string').sort()
  const at = new Map<number | string, number>()
  for (const value of [...values, ...names]) at.set(value, at.size)
  return {
    raters: raters.map((given) => given.map((value) => (value === null ? null : (at.get(value) ?? null)))),
    categories: at.size,
    values: names.length > 0 ? [] : values,
  }
}

/** The same as counted units. */
export function unitsOfCategorised({ raters, categories }: CategorisedRatings): CountedUnits {
  return unitsOfRatings(raters, categories)
}

/** The square table of the first two raters, over units both rated. */
export function tableOfTwo({ raters, categories }: CategorisedRatings): readonly (readonly number[])[] {
  const table = Array.from({ length: categories }, () => new Array<number>(categories).fill(0))
  const [first = [], second = []] = raters
  for (const [u, a] of first.entries()) {
    const b = second[u] ?? null
    const row = a === null ? undefined : table[a]
    if (row && b !== null) row[b] = (row[b] ?? 0) + 1
  }
  return table
}
