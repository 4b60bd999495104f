import { marks, type PoolEntry } from './quote-pool.ts'
import { isShown, type QuoteTally } from './quote-tally.ts'
import type { QuoteShape } from './whole-quote.ts'

/** Why a quote was chosen, in words: "key quote; first time this voice is quoted". */
export function quoteReason(tally: QuoteTally, entry: PoolEntry, shape: QuoteShape): string {
  const { coding, voice, choice } = entry
  const times = tally.times[voice] ?? 0
  const reasons = [
    choice?.use === 'show' ? 'chosen by hand' : '',
    (entry.marks & marks.against) > 0 ? 'speaks against' : '',
    coding.star ? 'key quote' : '',
    (entry.marks & marks.overcome) > 0 ? 'tells how it was overcome' : '',
    times === 0
      ? 'first time this voice is quoted'
      : times === 1
        ? 'voice quoted once before'
        : `voice quoted ${times} times before`,
    isShown(tally, coding.content, coding) ? 'these words are quoted elsewhere too' : '',
    coding.stance === 'reports' ? 'tells of others' : '',
    shape.kind === 'widened' ? 'a fragment was coded, shown with the rest of its sentence' : '',
  ]
  return reasons.filter((each) => each !== '').join('; ')
}
