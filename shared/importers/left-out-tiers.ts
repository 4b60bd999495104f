import { notice } from './notice.ts'
import type { ImportNotice } from './source-draft.ts'

/** A layer of a transcript that is not taken as speech, and how much stands on it. */
export interface FurtherTier {
  readonly name: string
  readonly count: number
}

/** The line of the loss report for tiers that are not speech: translations, words, gestures, notes. */
export function leftOutTiers(tiers: readonly FurtherTier[]): readonly ImportNotice[] {
  const filled = tiers.filter((tier) => tier.count > 0)
  const count = filled.reduce((sum, tier) => sum + tier.count, 0)
  const many = filled.length === 1 ? 'a further tier' : `${filled.length} further tiers`
  const where = `on ${many} (such as translations, single words or notes) left out`
  const samples = filled.map((tier) => `${tier.name.slice(0, 80)} (${tier.count})`)
  return notice('dropped', count, [`entry ${where}`, `entries ${where}`], samples)
}
