/** Units rated by any number of raters, told as how many raters gave each category: all that coefficients need which
    treat raters alike. */
export interface CountedUnits {
  /** How many categories there are; a category is a number from 0. */
  readonly categories: number
  readonly units: readonly CountedUnit[]
}

/** One unit, or several rated in the same way. */
export interface CountedUnit {
  /** The categories somebody gave, each once; counts are 1 or more. */
  readonly cells: readonly Cell[]
  /** How many units are rated so (for text by length: characters). */
  readonly times: number
}

export interface Cell {
  readonly category: number
  readonly count: number
}

/** Units from a square table of two raters: the first's categories in rows, the second's in columns. */
export function unitsOfTable(table: readonly (readonly number[])[]): CountedUnits {
  const units = table.flatMap((row, a) =>
    row.flatMap((times, b): CountedUnit[] => {
      if (times === 0) return []
      const apart = [
        { category: a, count: 1 },
        { category: b, count: 1 },
      ]
      return [{ cells: a === b ? [{ category: a, count: 2 }] : apart, times }]
    }),
  )
  return { categories: table.length, units }
}

/** Units from rows that say how many raters gave each category. */
export function unitsOfCounts(counts: readonly (readonly number[])[]): CountedUnits {
  return {
    categories: Math.max(0, ...counts.map((row) => row.length)),
    units: counts.map((row) => ({
      cells: row.flatMap((count, category) => (count > 0 ? [{ category, count }] : [])),
      times: 1,
    })),
  }
}

/** Units from each rater's categories, one for each unit, null where a rater gave none. */
export function unitsOfRatings(
  raters: readonly (readonly (number | null)[])[],
  categories: number,
): CountedUnits {
  const length = Math.max(0, ...raters.map((given) => given.length))
  const units = Array.from({ length }, (_, u): CountedUnit => {
    const counts = new Map<number, number>()
    for (const given of raters) {
      const category = given[u] ?? null
      if (category !== null) counts.set(category, (counts.get(category) ?? 0) + 1)
    }
    return { cells: Array.from(counts, ([category, count]) => ({ category, count })), times: 1 }
  })
  return { categories, units }
}

/** How many raters rated a unit. */
export function ratersOf({ cells }: CountedUnit): number {
  let raters = 0
  for (const { count } of cells) raters += count
  return raters
}

/** The units that at least two raters rated: only those can show agreement. */
export function pairable(units: readonly CountedUnit[]): readonly CountedUnit[] {
  return units.filter((unit) => unit.times > 0 && ratersOf(unit) >= 2)
}

/** True when all ratings of these units are of one category. */
export function isUniform(units: readonly CountedUnit[]): boolean {
  const [first] = units
  const category = first?.cells[0]?.category
  return units.every(({ cells }) => cells.every((cell) => cell.category === category))
}

/** For each category the mean over units of the share of its raters who gave it (adds up to 1). Units with one rating
    count too: they say how common a category is (Gwet 2014). */
export function shareOfCategories({ categories, units }: CountedUnits): readonly number[] {
  const shares = new Array<number>(categories).fill(0)
  let rated = 0
  for (const unit of units) {
    const raters = ratersOf(unit)
    if (raters === 0 || unit.times === 0) continue
    rated += unit.times
    for (const { category, count } of unit.cells)
      shares[category] = (shares[category] ?? 0) + (unit.times * count) / raters
  }
  return rated === 0 ? shares : shares.map((share) => share / rated)
}
