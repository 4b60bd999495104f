import { capital } from '../../text/capital.ts'
/** How a value may be read, in words, and by whose measure. */
export interface Reading {
  readonly words: string
  readonly source: string
  /** What to bear in mind. */
  readonly caveat: string
}

/** Krippendorff's reading of α: .800 and above to rely on, .667 to .800 for tentative conclusions only.

    Source: Krippendorff 2004, chapter 11. */
export function readAlpha(alpha: number): Reading {
  const words =
    alpha >= 0.8
      ? 'Reliable enough to build on'
      : alpha >= 0.667
        ? 'Good for tentative conclusions only'
        : alpha > 0
          ? 'Not reliable enough to build on'
          : 'No better than chance'
  return {
    words,
    source: 'Krippendorff 2004',
    caveat: 'What is enough depends on what a wrong coding costs.',
  }
}

/** Landis and Koch's names for κ, from "poor" below 0 to "almost perfect" above .80.

    Source: Landis & Koch 1977, page 165. */
export function readKappa(kappa: number): Reading {
  const [, name] = landisKoch.find(([least]) => kappa > least) ?? [0, kappa === 0 ? 'slight' : 'poor']
  return {
    words: `${capital(name)} agreement`,
    source: 'Landis & Koch 1977',
    caveat: 'Its authors call these bounds arbitrary; κ also falls where a code is very rare or very common.',
  }
}

const landisKoch = [
  [0.8, 'almost perfect'],
  [0.6, 'substantial'],
  [0.4, 'moderate'],
  [0.2, 'fair'],
  [0, 'slight'],
] as const
