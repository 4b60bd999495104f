/** How two codes go together, from the number of passages with each and with both. */
export interface CooccurrenceCoefficient {
  /** Null when neither code was used. */
  readonly value: number | null
  /** What to say beside it, in plain words; empty when there is nothing. */
  readonly cautions: readonly string[]
}

/** The c-coefficient n12 / (n1 + n2 − n12): on sets Jaccard's index, 0 to 1; above 1 when passages of one code overlap
    several of the other, which is said, and so is a ratio of frequencies above 5 to 1, which presses it down.

    Source: ATLAS.ti 22 manual, co-occurrence table; 100, 10 and 5 give .048. */
export function cCoefficient(first: number, second: number, both: number): CooccurrenceCoefficient {
  const either = first + second - both
  if (first + second === 0) return { value: null, cautions: ['Neither code was used.'] }
  if (either <= 0) return { value: null, cautions: [outOfRange] }
  const value = both / either
  const [fewer, more] = [Math.min(first, second), Math.max(first, second)]
  const cautions = [
    ...(value > 1 ? [outOfRange] : []),
    ...(more > 5 * fewer ? ['One code is used more than five times as often as the other.'] : []),
  ]
  return { value, cautions }
}

/** Share of the rarer code's passages that the other code has too (Szymkiewicz–Simpson); null when it was not used.
    100, 10 and 5 give .5. */
export function overlapOfSmaller(first: number, second: number, both: number): number | null {
  const fewer = Math.min(first, second)
  return fewer === 0 ? null : both / fewer
}

const outOfRange = 'Passages of the two codes overlap more than once, so this is no share of passages.'
