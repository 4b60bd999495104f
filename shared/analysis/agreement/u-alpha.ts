import type { Coefficient } from './coefficient.ts'
import { type Continuum, overlay, squaredLess, sumOf, unitizingAlpha } from './unitizing.ts'

/** Said where there is nothing to lay over anything. */
export const withoutContinuum = 'A continuum with a length and at least two coders is needed.'

/** Krippendorff's uα: agreement on where units stand in a continuum and which category they have, gaps included, any
    number of coders. Chance pairs no unit with itself: gaps subtract their length, units its square. Undefined when
    nothing could have been disagreed about.

    Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016; figure 12.11 of Krippendorff 2019 gives .510. It is not the
    α_U of 1995 and 2004. */
export function uAlpha(continuum: Continuum): Coefficient {
  const laid = overlay(continuum)
  if (!laid) return { undefined: withoutContinuum }
  return unitizingAlpha(
    { alike: sumOf(laid.alike) + laid.gapAlike, of: laid.total },
    {
      alike: squaredLess(laid.marked, laid.squares) + laid.gap ** 2 - laid.gap,
      of: laid.total ** 2 - sumOf(laid.squares) - laid.gap,
    },
  )
}
