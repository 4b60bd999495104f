import { translationLabel } from '../model/translations.ts'
import { countWords } from '../text/count-words.ts'
import { counted } from '../text/counted.ts'
import type { Desk } from './desk.ts'
import { ownWords } from './draft.ts'
import { quoteRule } from './quote-rule.ts'
import type { QuoteBlock, ReportBlock } from './report-document.ts'

/** How a report's quotes were chosen, and how much of it they are. */
export function howQuoted(desk: Desk, shown: readonly ReportBlock[]): readonly string[] {
  const quotes = shown.filter((block) => block.kind === 'quote')
  if (quotes.length === 0) return ['Nothing is quoted.']
  return [howMuch(quotes, ownWords(shown)), howOrdered, voices(desk, quotes), marks, ...translators(quotes)]
}

const howOrdered =
  'What the lead of the inquiry chose comes first. After that passages marked as key quotes are taken, then what people tell of themselves before what they tell of others, then voices heard least, whole sentences before fragments, and lengths that tell something. The same words are not shown twice.'

const marks =
  'All words are as they were said. […] stands where words of the same speaker, or of others between, are left out; what stands in other square brackets was put in to say who or what is meant.'

/** Who translated what is shown in translation; nothing where all is shown as it was said. */
function translators(quotes: readonly QuoteBlock[]): readonly string[] {
  const shown = quotes.flatMap((quote) => quote.translation ?? [])
  if (shown.length === 0) return []
  const labels = [...new Set(shown.map(translationLabel))].join('; ')
  const many = `${shown.length} of ${quotes.length}`
  return [
    `Translations stand with ${many} quotes (${labels}). They are the translator’s words, not the speaker’s: nothing is counted from them, and “…” shows that a translation says more than the passage beside it.`,
  ]
}

function howMuch(quotes: readonly QuoteBlock[], own: number): string {
  const words = quotes.reduce((sum, quote) => sum + countWords(quote.text), 0)
  const share = Math.round((100 * words) / Math.max(1, words + own))
  const { shareOfWords, wordsAlways } = quoteRule
  return `${counted(quotes.length, 'quote makes', 'quotes make')} up ${share} % of the words between headings, this appendix aside. The rule allows ${Math.round(shareOfWords * 100)} %, or ${wordsAlways} words where little is written beside them. Barriers show up to two quotes that speak for them and one that speaks against; every other section has a few for the whole of it.`
}

function voices(desk: Desk, quotes: readonly QuoteBlock[]): string {
  const heard = new Set(quotes.map((quote) => quote.participant)).size
  const { shareOfVoice, timesAlways } = quoteRule
  const many = `${heard} of the ${desk.quotes.voices} people whose words may be quoted are quoted.`
  return `${desk.counted ? `${many} ` : ''}No voice is quoted more than ${shareOfVoice} times as often as if all were quoted alike (${timesAlways} times are always allowed), unless the lead chose otherwise.`
}
