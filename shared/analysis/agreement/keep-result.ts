import type { KeptAgreement, KeptValue, RoundResult } from '../../model/team-entities.ts'
import type { Moment } from '../../model/units.ts'
import type { Coefficients } from './all-coefficients.ts'
import type { Interval } from './bootstrap-interval.ts'
import type { Coefficient } from './coefficient.ts'
import type { Agreed, Comparison } from './compare-coders.ts'

/** A comparison in the form a round keeps: every value a number, or the reason why there is none. */
export function keptResult(
  comparison: Comparison,
  unitizing: Pick<Coefficients, 'uAlpha' | 'uAlphaBinary' | 'cuAlpha'>,
  told: { readonly disagreements: number; readonly state: string; readonly at: Moment },
): RoundResult {
  const { units, sources, text, notCompared, rareBelow, overall, codes } = comparison
  const { uAlpha, uAlphaBinary, cuAlpha } = unitizing
  return {
    ...told,
    units,
    sources,
    text,
    notCompared,
    rareBelow,
    overall: keptAgreement(overall),
    codes: codes.map((each) => ({ code: each.code, rare: each.rare, ...keptAgreement(each) })),
    unitizing: { uAlpha: kept(uAlpha), uAlphaBinary: kept(uAlphaBinary), cuAlpha: kept(cuAlpha) },
  }
}

function keptAgreement(agreed: Agreed): KeptAgreement {
  const { byCoder, together, anybody, of, codings, interval } = agreed
  return {
    ...{ byCoder, together, anybody, of, codings },
    percentAgreement: kept(agreed.percentAgreement),
    cohenKappa: kept(agreed.cohenKappa),
    scottPi: kept(agreed.scottPi),
    gwetAC1: kept(agreed.gwetAC1),
    brennanPrediger: kept(agreed.brennanPrediger),
    fleissKappa: kept(agreed.fleissKappa),
    krippendorffAlpha: kept(agreed.krippendorffAlpha),
    ...(interval ? { interval: keptInterval(interval) } : {}),
  }
}

function kept(coefficient: Coefficient): KeptValue {
  return coefficient.value ?? { undefined: coefficient.undefined ?? '' }
}

function keptInterval(interval: Interval): NonNullable<KeptAgreement['interval']> {
  const { low, high, draws } = interval
  return low === undefined ? { undefined: interval.undefined } : { low, high, draws }
}
