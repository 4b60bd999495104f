/** What ratings are: names, ranks, numbers, or numbers with a true zero. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** The squared distance of two categories, by their positions in `values` (ascending). `totals` say how often each was
    given, which ranks depend on.

    Source: Krippendorff 2004, chapter 11: nominal 0 or 1; interval (a − b)²; ratio ((a − b) / (a + b))²; ordinal the square
    of how many ratings lie between, each end by half. */
export function distances(
  level: MeasurementLevel,
  values: readonly number[],
  totals: readonly number[],
): (a: number, b: number) => number {
  const value = (category: number) => values[category] ?? category
  switch (level) {
    case 'nominal':
      return (a, b) => (a === b ? 0 : 1)
    case 'interval':
      return (a, b) => (value(a) - value(b)) ** 2
    case 'ratio':
      return (a, b) => (a === b ? 0 : ((value(a) - value(b)) / (value(a) + value(b))) ** 2)
    case 'ordinal':
      return betweenRanks(totals)
  }
}

function betweenRanks(totals: readonly number[]): (a: number, b: number) => number {
  const middles: number[] = []
  let below = 0
  for (const total of totals) {
    middles.push(below + total / 2)
    below += total
  }
  return (a, b) => ((middles[a] ?? 0) - (middles[b] ?? 0)) ** 2
}
