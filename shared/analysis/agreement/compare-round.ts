import type { Project, Texts } from '../../model/project.ts'
import type { RoundResult } from '../../model/team-entities.ts'
import type { Moment } from '../../model/units.ts'
import type { AgreementWish } from './agreement-wish.ts'
import { coefficientsOfSpans } from './all-coefficients.ts'
import { compareCoders } from './compare-coders.ts'
import { disagreementsOf } from './disagreements.ts'
import { keptResult } from './keep-result.ts'
import { layEndToEnd } from './lay-end-to-end.ts'
import { seededRandom } from './seeded-random.ts'

/** What comparing a round came to, or one sentence that says why nothing can be said. */
export type RoundCompared =
  | { readonly ok: true; readonly result: RoundResult }
  | { readonly ok: false; readonly problem: string }

/** How many times sources are drawn anew for an interval. */
export const roundDraws = 1000

/** Everything a round keeps: agreement code by code and over all, intervals (their seed is fixed, so that the same
    coding gives the same bounds), the unitizing family, and how many disagreements there are. `state` is the coding's
    (`codingState`). */
export function compareRound(
  project: Project,
  texts: Texts,
  wish: AgreementWish,
  told: { readonly at: Moment; readonly state: string },
  drawn: (count: number) => void = () => {},
): RoundCompared {
  const interval = { draws: roundDraws, random: seededRandom(1), drawn }
  const compared = compareCoders(project, texts, wish, { interval })
  if (!compared.ok) return compared
  const unitizing = coefficientsOfSpans(layEndToEnd(project, texts, wish))
  const disagreements = disagreementsOf(project, texts, wish).length
  return { ok: true, result: keptResult(compared.comparison, unitizing, { ...told, disagreements }) }
}
