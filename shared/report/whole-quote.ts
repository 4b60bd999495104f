import { turnsIn } from '../analysis/who-speaks.ts'
import { passageConsent } from '../model/consent.ts'
import { turnsOf } from '../model/project.ts'
import type { Span } from '../text/positions.ts'
import type { Desk } from './desk.ts'
import type { QuoteCandidate } from './quote-candidates.ts'
import { quoteRule } from './quote-rule.ts'
import { isShown } from './quote-tally.ts'
import { beginsSentence, endsSentence, wholeSentences } from './sentence-bounds.ts'

/** How a quote stands to its sentences. */
export interface QuoteShape {
  /** The stretches to show: the candidate's, or widened to whole sentences of the same turn. */
  readonly spans: readonly Span[]
  /** Whole as coded; widened to be whole; or a fragment, shown with […] where words are missing. */
  readonly kind: 'whole' | 'widened' | 'fragment'
  readonly wantsBefore: boolean
  readonly wantsAfter: boolean
}

/** Makes a fragment whole where its speaker, the passage and the length allow and the words are not shown already. */
export function quoteShape(desk: Desk, candidate: QuoteCandidate): QuoteShape {
  const { coding, spans } = candidate
  const content = desk.texts(coding.content) ?? ''
  const first = spans[0]
  const last = spans.at(-1)
  if (!first || !last) return asCoded(spans)
  const wantsBefore = !beginsSentence(content, first.start)
  const wantsAfter = !endsSentence(content, last.end)
  if (!wantsBefore && !wantsAfter) return asCoded(spans)
  const wider = widened(desk, content, candidate)
  return wider && isAllowed(desk, candidate, wider)
    ? asCoded(wider, 'widened')
    : { spans, kind: 'fragment', wantsBefore, wantsAfter }
}

/** A quote shown just as it is. */
export function asCoded(spans: readonly Span[], kind: QuoteShape['kind'] = 'whole'): QuoteShape {
  return { spans, kind, wantsBefore: false, wantsAfter: false }
}

function widened(desk: Desk, content: string, { coding, spans }: QuoteCandidate): readonly Span[] | null {
  return spans.map((span, i) => {
    const bounds = boundsOf(desk, content, coding, span)
    const whole = wholeSentences(content, span, bounds)
    return {
      start: i === 0 ? whole.start : span.start,
      end: i === spans.length - 1 ? whole.end : span.end,
    }
  })
}

/** The turn a stretch lies in; in a text without turns its paragraph. */
function boundsOf(desk: Desk, content: string, coding: QuoteCandidate['coding'], span: Span): Span {
  const turns = turnsOf(desk.project, coding.source)
  const current = desk.project.tables.source.get(coding.source)?.content === coding.content
  const turn = turns.length > 0 && current ? turnsIn(turns, span)[0] : undefined
  if (turn) return turn
  // On a text read no longer, a paragraph may begin with a label that is nobody's words.
  if (turns.length > 0 && !current) return span
  const stop = content.indexOf('\n', span.end)
  return { start: content.lastIndexOf('\n', span.start - 1) + 1, end: stop < 0 ? content.length : stop }
}

function isAllowed(
  desk: Desk,
  { coding, participant, spans, length }: QuoteCandidate,
  wider: readonly Span[],
) {
  const start = wider[0]?.start ?? coding.start
  const end = wider.at(-1)?.end ?? coding.end
  const added = (spans[0]?.start ?? start) - start + end - (spans.at(-1)?.end ?? end)
  return (
    added > 0 &&
    added <= quoteRule.widenedBy &&
    length + added <= quoteRule.longest &&
    !isShown(desk.quotes, coding.content, { start, end }) &&
    passageConsent(desk.project, { ...coding, start, end }, [participant], desk.request.audience) === 'quote'
  )
}
