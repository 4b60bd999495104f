import type { Coefficient } from './coefficient.ts'
import { withoutContinuum } from './u-alpha.ts'
import { type Continuum, overlay, sumOf, unitizingAlpha } from './unitizing.ts'

/** Krippendorff's |uα: agreement on which stretches of a continuum matter at all, whatever category they were given.
    Undefined when nothing could have been disagreed about.

    Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016; figure 12.11 of Krippendorff 2019 prints .413 (.41360). */
export function uAlphaBinary(continuum: Continuum): Coefficient {
  const laid = overlay(continuum)
  if (!laid) return { undefined: withoutContinuum }
  const [marked, squares] = [sumOf(laid.marked), sumOf(laid.squares)]
  return unitizingAlpha(
    { alike: sumOf(laid.pairable) + laid.gapAlike, of: laid.total },
    {
      alike: marked ** 2 - squares + laid.gap ** 2 - laid.gap,
      of: laid.total ** 2 - squares - laid.gap,
    },
  )
}
