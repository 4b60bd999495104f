import type { QuoteChoice } from '../model/report-entities.ts'
import type { Span } from '../text/positions.ts'
import type { Desk } from './desk.ts'
import type { QuoteCandidate } from './quote-candidates.ts'
import { quoteRule } from './quote-rule.ts'
import type { QuoteTranslation } from './report-document.ts'
import { mayTellTranslation, translatedPassage } from './translated-passage.ts'
import type { QuoteShape } from './whole-quote.ts'

/** What of a passage is quoted, and what the lead chose about it. */
interface Quoted {
  readonly candidate: QuoteCandidate
  readonly shape: QuoteShape
  readonly choice: QuoteChoice | undefined
}

/** The translation of a quote, where the report wants one and all that it says may be quoted. Undefined where the lead
    cut words out, which a translation would tell, and where it is far longer than a quote may be. `shown` is what of
    the source's text is printed. */
export function quoteTranslation(desk: Desk, pick: Quoted, shown: Span): QuoteTranslation | undefined {
  const { project, texts, request } = desk
  const { coding, participant } = pick.candidate
  if (request.translations === undefined || (pick.choice?.cuts?.length ?? 0) > 0) return undefined
  const spans = pick.shape.spans.flatMap(({ start, end }) => {
    const cut = { start: Math.max(start, shown.start), end: Math.min(end, shown.end) }
    return cut.start < cut.end ? [cut] : []
  })
  const found = translatedPassage(project, texts, coding, spans)
  if (!found || found.text.length > longest) return undefined
  if (!mayTellTranslation(project, coding, found, [participant], request.audience)) return undefined
  return {
    text: desk.cover(found.text),
    language: found.language,
    translator: desk.cover(found.translator),
    ...(request.translations === 'instead' ? { instead: true } : {}),
  }
}

/** UTF-16 units. A stretch cannot be cut to a passage, so it may be of the whole turn, in wordier a language. */
const longest = 2 * quoteRule.longest
