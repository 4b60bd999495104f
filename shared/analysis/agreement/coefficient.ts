/** What a coefficient comes to: a number, or in plain words why there is none. Never 1 or 0 in place of a reason. */
export type Coefficient =
  | { readonly value: number; readonly undefined?: never }
  | { readonly undefined: string; readonly value?: never }

/** Said wherever raters used one category throughout: agreement cannot be told from habit then. */
export const withoutVariation =
  'Every rating is the same, so nothing could have been disagreed about: agreement beyond chance is undefined.'

/** Said where no unit was rated twice. */
export const withoutPairs = 'No unit was rated by two raters.'

/** Agreement corrected for chance, (observed − expected) / (1 − expected), both shares of 1. Where chance alone gives
    complete agreement there is no number. */
export function beyondChance(observed: number, expected: number): Coefficient {
  if (expected >= 1) return { undefined: withoutVariation }
  return { value: (observed - expected) / (1 - expected) }
}
