import { readAlpha } from '../../../shared/analysis/agreement/reading.ts'
import type { Project } from '../../../shared/model/project.ts'
import type {
  AgreementRound,
  KeptAgreement,
  KeptValue,
  RoundResult,
} from '../../../shared/model/team-entities.ts'
import { counted } from '../../../shared/text/counted.ts'

/** A coefficient as it is printed: two decimals without the leading zero, three where two would read differently or
    look complete. */
export function coefficientText(value: number): string {
  const short = Math.round(value * 100) / 100
  const isTelling = readAlpha(short).words === readAlpha(value).words && (short < 1 || value >= 1)
  // Cut, not rounded: what is below a bound must not look as if it stood on it.
  const text = isTelling ? short.toFixed(2) : (Math.floor(value * 1000) / 1000).toFixed(3)
  return text.replace(/^(-?)0\./, '$1.').replace('-', '−')
}

/** A share of 1 in percent, with its sign; what is nearly all is not called all. */
export function percentText(value: number): string {
  const whole = Math.round(value * 100)
  return `${whole === 100 && value < 1 ? (Math.floor(value * 1000) / 10).toFixed(1) : whole} %`
}

/** The number of a kept value; null where there is none. */
export function numberIn(value: KeptValue): number | null {
  return typeof value === 'number' ? value : null
}

/** Why a kept value has no number; null where it has one. */
export function reasonIn(value: KeptValue): string | null {
  return typeof value === 'number' ? null : value.undefined
}

/** The bounds of α: "[.66, .81]"; empty where there are none. */
export function intervalText({ interval }: Pick<KeptAgreement, 'interval'>): string {
  return interval && 'low' in interval
    ? `[${coefficientText(interval.low)}, ${coefficientText(interval.high)}]`
    : ''
}

/** α with its interval, as in a list: ".74 [.66, .81]", or "undefined". */
export function alphaText(agreement: KeptAgreement): string {
  const alpha = numberIn(agreement.krippendorffAlpha)
  if (alpha === null) return 'undefined'
  return [coefficientText(alpha), intervalText(agreement)].filter((part) => part !== '').join(' ')
}

/** What a result comes to, in one sentence. */
export function headlineOf({ overall }: Pick<RoundResult, 'overall'>): string {
  const alpha = numberIn(overall.krippendorffAlpha)
  if (alpha === null)
    return `Krippendorff’s α is undefined. ${reasonIn(overall.krippendorffAlpha) ?? ''}`.trim()
  const { words, source } = readAlpha(alpha)
  return `Krippendorff’s α ${alphaText(overall)}: ${words.charAt(0).toLowerCase()}${words.slice(1)} (${source})`
}

/** Why there is no interval, as a sentence; null where there is one. */
export function noIntervalText({ overall }: Pick<RoundResult, 'overall'>): string | null {
  const { interval } = overall
  return interval && 'undefined' in interval ? `No interval: ${startingSmall(interval.undefined)}` : null
}

/** The names of a round's coders: "Ada Lind and Bo Fisk". */
export function codersText(project: Project, { coders }: Pick<AgreementRound, 'coders'>): string {
  const names = coders.map((id) => project.tables.coder.get(id)?.name ?? 'somebody who is gone')
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

/** What a round samples: "5 sources drawn from 14", "3 of 14 sources", "every source two of them coded". */
export function sampleText(project: Project, { sources, drawn }: AgreementRound): string {
  if (!sources) return 'every source that two of them coded'
  if (drawn) return `${counted(sources.length, 'source')} drawn from ${drawn.of}`
  return `${sources.length} of ${counted(project.tables.source.size, 'source')}`
}

export const unitNames = {
  turns: 'turns',
  characters: 'characters',
  passages: 'coded passages',
} as const satisfies Record<AgreementRound['unit'], string>

function startingSmall(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
}
