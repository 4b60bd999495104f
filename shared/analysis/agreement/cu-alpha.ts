import type { Coefficient } from './coefficient.ts'
import { withoutContinuum } from './u-alpha.ts'
import { type Continuum, type Overlay, overlay, squaredLess, sumOf, unitizingAlpha } from './unitizing.ts'

const apart = 'No stretch was marked by two coders, so what they called it cannot be compared.'

/** Krippendorff's cuα: agreement on categories where coders' units overlap; gaps are left out. A unit's own share in
    chance is the square of its mean pairable overlap, (Σ overlap / (coders − 1))². Undefined when no units overlap or
    all that do have one category.

    Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016; figure 12.11 of Krippendorff 2019 gives .724. */
export function cuAlpha(continuum: Continuum): Coefficient {
  const laid = overlay(continuum)
  if (!laid) return { undefined: withoutContinuum }
  const of = sumOf(laid.pairable)
  if (of === 0) return { undefined: apart }
  return unitizingAlpha(
    { alike: sumOf(laid.alike), of },
    {
      alike: squaredLess(laid.pairable, laid.pairableSquares),
      of: of ** 2 - sumOf(laid.pairableSquares),
    },
  )
}

/** Krippendorff's (k)uα: how far overlapping units of one category agree, against all others. Undefined when no unit of
    that category overlaps another coder's.

    Source: as for cuα; in figure 12.11 categories 1, 5 and 6 give 1, those only one coder used 0, and 7 none. */
export function kuAlpha(continuum: Continuum, category: string): Coefficient {
  const laid = overlay(continuum)
  if (!laid) return { undefined: withoutContinuum }
  const of = laid.pairable.get(category) ?? 0
  if (of === 0) return { undefined: apart }
  const square = laid.pairableSquares.get(category) ?? 0
  return unitizingAlpha(
    { alike: laid.alike.get(category) ?? 0, of },
    { alike: of ** 2 - square, of: of * sumOf(laid.pairable) - square },
  )
}

/** Share of the continuum, summed over coders, that cuα can speak of, 0 to 1: stretches that other coders marked too. */
export function cuCoverage(laid: Overlay): number {
  return sumOf(laid.pairable) / laid.total
}

/** Share of what was marked with one category that others marked too, 0 to 1; null when nobody used it. */
export function kuCoverage(laid: Overlay, category: string): number | null {
  const marked = laid.marked.get(category) ?? 0
  return marked === 0 ? null : (laid.pairable.get(category) ?? 0) / marked
}
