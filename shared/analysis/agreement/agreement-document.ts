import type {
  AgreedCode,
  AgreementDisagreement,
  AgreementDocument,
  ProjectAgreementDocument,
} from '../../cli.ts'
import { entity, type Project } from '../../model/project.ts'
import { type Coefficients, coefficientNames } from './all-coefficients.ts'
import type { Coefficient } from './coefficient.ts'
import type { Agreed, Comparison } from './compare-coders.ts'
import { comparisonInWords } from './comparison-in-words.ts'
import type { CoderDisagreement } from './disagreements.ts'
import { readAlpha, readKappa } from './reading.ts'

/** Coefficients as the command line prints them: numbers, or null with the reasons beside them. */
export function agreementDocument(coefficients: Coefficients): AgreementDocument {
  return { ...inNumbers(coefficients), undefined: reasons(coefficients) }
}

/** A comparison as the command line prints it: over all codes at the top, then code by code. */
export function projectAgreementDocument(
  project: Project,
  { comparison, unitizing }: { readonly comparison: Comparison; readonly unitizing: Coefficients },
): ProjectAgreementDocument {
  const { wish, overall, codes, units, text, notCompared, sources, rareBelow } = comparison
  const { uAlpha, uAlphaBinary, cuAlpha } = unitizing
  const coders = wish.coders.map((id) => entity(project, 'coder', id))
  return {
    ...agreementDocument({ ...seven(overall), uAlpha, uAlphaBinary, cuAlpha }),
    coders: coders.map(({ name, initials }) => ({ name, initials })),
    unit: wish.unit,
    uncoded: wish.unit === 'passages' ? 'left out' : (wish.uncoded ?? 'counted'),
    basis: comparisonInWords(comparison),
    sources: sources.length,
    units,
    coverage: { coded: text.coded, of: text.length },
    notCompared,
    rareBelow,
    readings: readings(overall),
    overall: agreed(overall, false),
    codes: codes.map((each) => ({
      code: entity(project, 'code', each.code).name,
      ...agreed(each, each.rare),
    })),
  }
}

/** Disagreements with names instead of identities. */
export function disagreementsWithNames(
  project: Project,
  disagreements: readonly CoderDisagreement[],
): readonly AgreementDisagreement[] {
  const initials = (id: CoderDisagreement['by'][number]) => entity(project, 'coder', id).initials
  return disagreements.map(({ source, start, end, code, by, notBy }) => ({
    source: entity(project, 'source', source).name,
    start,
    end,
    code: entity(project, 'code', code).name,
    by: by.map(initials),
    notBy: notBy.map(initials),
  }))
}

function readings({ krippendorffAlpha, cohenKappa }: Agreed): ProjectAgreementDocument['readings'] {
  const [alpha, kappa] = [krippendorffAlpha.value, cohenKappa.value]
  return [
    ...(alpha === undefined ? [] : [{ of: 'krippendorffAlpha' as const, ...readAlpha(alpha) }]),
    ...(kappa === undefined ? [] : [{ of: 'cohenKappa' as const, ...readKappa(kappa) }]),
  ]
}

function agreed(each: Agreed, rare: boolean): Omit<AgreedCode, 'code'> {
  const { byCoder, together, anybody, of, codings, interval } = each
  const alpha = each.krippendorffAlpha.value
  return {
    byCoder,
    together,
    anybody,
    of,
    codings,
    rare,
    ...sevenNumbers(each),
    undefined: reasons(seven(each)),
    interval:
      interval?.low === undefined ? null : { low: interval.low, high: interval.high, draws: interval.draws },
    noInterval: interval?.undefined ?? null,
    reading: rare ? 'Too rare to judge' : alpha === undefined ? null : readAlpha(alpha).words,
  }
}

function inNumbers(coefficients: Coefficients) {
  const { uAlpha, uAlphaBinary, cuAlpha } = coefficients
  return {
    ...sevenNumbers(coefficients),
    uAlpha: uAlpha.value ?? null,
    uAlphaBinary: uAlphaBinary.value ?? null,
    cuAlpha: cuAlpha.value ?? null,
  }
}

type Seven = Pick<Agreed & Coefficients, keyof Agreed & keyof Coefficients>

function seven(each: Seven): Seven {
  const { percentAgreement, cohenKappa, scottPi, gwetAC1, brennanPrediger, fleissKappa, krippendorffAlpha } =
    each
  return { percentAgreement, cohenKappa, scottPi, gwetAC1, brennanPrediger, fleissKappa, krippendorffAlpha }
}

function sevenNumbers(each: Seven) {
  return {
    percentAgreement: each.percentAgreement.value ?? null,
    cohenKappa: each.cohenKappa.value ?? null,
    scottPi: each.scottPi.value ?? null,
    gwetAC1: each.gwetAC1.value ?? null,
    brennanPrediger: each.brennanPrediger.value ?? null,
    fleissKappa: each.fleissKappa.value ?? null,
    krippendorffAlpha: each.krippendorffAlpha.value ?? null,
  }
}

function reasons(coefficients: Readonly<Record<string, Coefficient>>): Readonly<Record<string, string>> {
  const names: readonly string[] = coefficientNames
  return Object.fromEntries(
    names.flatMap((name) => {
      const reason = coefficients[name]?.undefined
      return reason === undefined ? [] : [[name, reason]]
    }),
  )
}
