import type { CodeId, SourceId } from '../../model/ids.ts'
import type { Project, Texts } from '../../model/project.ts'
import { codeTree } from '../code-tree.ts'
import type { AgreementWish } from './agreement-wish.ts'
import { bootstrapIntervals, type Interval, type IntervalWish } from './bootstrap-interval.ts'
import { brennanPrediger } from './brennan-prediger.ts'
import { type CodeTallies, patternAt, sumTallies, tallyCodes, unitsOfSums } from './code-tallies.ts'
import type { Coefficient } from './coefficient.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { type CountedUnits, ratersOf } from './counted-units.ts'
import { fleissKappa } from './fleiss-kappa.ts'
import { gwetAC1 } from './gwet-ac1.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'
import type { NotCompared } from './mark-units.ts'
import { percentAgreement } from './percent-agreement.ts'
import { scottPi } from './scott-pi.ts'

/** What coders' own layers come to beside one another. */
export interface Comparison {
  readonly wish: AgreementWish
  /** The sources compared: those that at least two of the coders read. */
  readonly sources: readonly SourceId[]
  /** Units (or characters) compared. */
  readonly units: number
  /** Characters of text compared, labels left out, and how many of them any of the coders coded. */
  readonly text: { readonly length: number; readonly coded: number }
  readonly notCompared: NotCompared
  /** Below so many codings of it, by all coders together, a code is too rare to judge. */
  readonly rareBelow: number
  /** Each code of the wish in the codebook's order: present or absent in each unit. Without a choice of codes, those
      that only group others are there only where somebody used them. */
  readonly codes: readonly CodeComparison[]
  /** All codes somebody used, each unit and code a decision of its own. */
  readonly overall: Agreed
}

/** One code by two coders or more. */
export interface CodeComparison extends Agreed {
  readonly code: CodeId
  /** Used by any of the coders in fewer units than `rareBelow` (characters: in fewer codings): too rare to judge. */
  readonly rare: boolean
}

export interface Agreed {
  /** Units (or characters) of each coder, in the wish's order. */
  readonly byCoder: readonly number[]
  /** Units where everybody who read them used it. */
  readonly together: number
  /** Units where anybody did. */
  readonly anybody: number
  /** Units compared (over all codes: units times codes used). */
  readonly of: number
  /** Codings compared. */
  readonly codings: number
  readonly percentAgreement: Coefficient
  readonly cohenKappa: Coefficient
  readonly scottPi: Coefficient
  readonly gwetAC1: Coefficient
  readonly brennanPrediger: Coefficient
  readonly fleissKappa: Coefficient
  readonly krippendorffAlpha: Coefficient
  /** Of Krippendorff's α; absent where none was wished for. */
  readonly interval?: Interval
}

export type Compared =
  | { readonly ok: true; readonly comparison: Comparison }
  | { readonly ok: false; readonly problem: string }

/** A code used in fewer units is too rare to judge, where nothing else is said. */
export const rareBelow = 5

/** Compares coders over the units of their wish. Codings on earlier texts and text nobody can have meant are told as
    numbers, not compared. On failure one sentence. */
export function compareCoders(
  project: Project,
  texts: Texts,
  wish: AgreementWish,
  how: { readonly interval?: IntervalWish; readonly rareBelow?: number } = {},
): Compared {
  const problem = problemOf(wish)
  if (problem) return { ok: false, problem }
  const codes = codesOf(project, wish)
  const tallies = tallyCodes(project, texts, wish, codes)
  if (tallies.sources.length === 0) return { ok: false, problem: nothingShared(tallies.notCompared) }
  const rare = how.rareBelow ?? rareBelow
  const sums = new Float64Array(codes.size * patternAt(tallies.coders + 1, 0))
  sumTallies(tallies, null, sums)
  const used = [...codes.values()].filter((c) => (tallies.codings[c] ?? 0) > 0)
  const plain = Array.from(codes, ([code, c]): CodeComparison => {
    const agreed = agreedOn(tallies, sums, [c])
    return { code, ...agreed, rare: (wish.unit === 'characters' ? agreed.codings : agreed.anybody) < rare }
  })
  const common = [...plain.keys()].filter((c) => plain[c]?.rare === false)
  const groups = [...common.map((c) => [c]), used]
  const intervals = how.interval && intervalsOf(tallies, sums.length, groups, how.interval)
  const compared = plain.map((each, c) => ({
    ...each,
    ...(intervals ? intervalOf(c, common, intervals) : {}),
  }))
  const { sources, units, text, notCompared } = tallies
  const whole = agreedOn(tallies, sums, used)
  const interval = intervals?.at(-1)
  const overall = { ...whole, ...(interval ? { interval } : {}) }
  return {
    ok: true,
    comparison: {
      ...{ wish, sources, units, text, notCompared, rareBelow: rare, overall },
      codes: compared.filter((each) => each.codings > 0 || isWished(project, wish, each.code)),
    },
  }
}

/** The codes of a wish in the codebook's order, numbered from 0. */
export function codesOf(project: Project, { codes }: AgreementWish): ReadonlyMap<CodeId, number> {
  const among = codes && new Set(codes)
  const chosen = codeTree(project).inOrder.filter(({ id }) => among?.has(id) ?? true)
  return new Map(chosen.map(({ id }, i) => [id, i]))
}

function isWished({ tables }: Project, { codes }: AgreementWish, code: CodeId): boolean {
  return codes !== undefined || tables.code.get(code)?.codable !== false
}

function problemOf({ coders }: AgreementWish): string | null {
  if (new Set(coders).size < 2) return 'Choose at least two coders to compare.'
  if (new Set(coders).size < coders.length) return 'Choose each coder once.'
  return coders.length > 30 ? 'At most 30 coders can be compared at once.' : null
}

function nothingShared({ withoutText }: NotCompared): string {
  return withoutText > 0
    ? 'The texts of the sources these coders coded are not at hand.'
    : 'There is no source that at least two of these coders coded.'
}

function intervalsOf(
  tallies: CodeTallies,
  length: number,
  groups: readonly (readonly number[])[],
  wish: IntervalWish,
): readonly Interval[] {
  const sums = new Float64Array(length)
  return bootstrapIntervals(tallies.sources.length, wish, (times) => {
    sumTallies(tallies, times, sums)
    return groups.map((codes) => krippendorffAlpha(unitsOfSums(sums, tallies.coders, codes)))
  })
}

function intervalOf(
  code: number,
  common: readonly number[],
  intervals: readonly Interval[],
): { readonly interval: Interval } {
  const at = common.indexOf(code)
  return { interval: (at < 0 ? undefined : intervals[at]) ?? { undefined: 'Too rare for an interval.' } }
}

function agreedOn(tallies: CodeTallies, sums: Float64Array, codes: readonly number[]): Agreed {
  const { coders } = tallies
  const counted = unitsOfSums(sums, coders, codes)
  const byCoder = Array.from({ length: coders }, (_, coder) =>
    codes.reduce((sum, c) => sum + (tallies.byCoder[c * coders + coder] ?? 0), 0),
  )
  const codings = codes.reduce((sum, c) => sum + (tallies.codings[c] ?? 0), 0)
  const agreed = { byCoder, codings, ...presence(counted) }
  return { ...agreed, ...(codings === 0 ? unused : coefficients(counted, tableOf(agreed))) }
}

function presence({ units }: CountedUnits): Pick<Agreed, 'together' | 'anybody' | 'of'> {
  let [together, anybody, of] = [0, 0, 0]
  for (const unit of units) {
    const present = unit.cells.find(({ category }) => category === 1)?.count ?? 0
    of += unit.times
    if (present > 0) anybody += unit.times
    if (present === ratersOf(unit)) together += unit.times
  }
  return { together, anybody, of }
}

/** The table of exactly two coders, absent before present; null for more. */
function tableOf({
  byCoder,
  together,
  anybody,
  of,
}: Pick<Agreed, 'byCoder' | 'together' | 'anybody' | 'of'>) {
  const [first = 0, second = 0, third] = byCoder
  if (third !== undefined) return null
  return [
    [of - anybody, second - together],
    [first - together, together],
  ]
}

function coefficients(counted: CountedUnits, table: readonly (readonly number[])[] | null) {
  const forTwo = (name: string): Coefficient => ({ undefined: `${name} is for two coders.` })
  return {
    percentAgreement: percentAgreement(counted),
    cohenKappa: table ? cohenKappa(table) : forTwo('Cohen’s κ'),
    scottPi: table ? scottPi(table) : forTwo('Scott’s π'),
    gwetAC1: gwetAC1(counted),
    brennanPrediger: brennanPrediger(counted),
    fleissKappa: fleissKappa(counted),
    krippendorffAlpha: krippendorffAlpha(counted),
  }
}

const neverUsed: Coefficient = { undefined: 'None of these coders used it here.' }
const unused = {
  percentAgreement: neverUsed,
  cohenKappa: neverUsed,
  scottPi: neverUsed,
  gwetAC1: neverUsed,
  brennanPrediger: neverUsed,
  fleissKappa: neverUsed,
  krippendorffAlpha: neverUsed,
}
