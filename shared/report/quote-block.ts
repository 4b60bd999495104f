import type { Code, Coding } from '../model/entities.ts'
import type { QuoteChoice } from '../model/report-entities.ts'
import type { Span } from '../text/positions.ts'
import { attributeText } from './attribute-text.ts'
import type { Desk } from './desk.ts'
import type { QuoteCandidate } from './quote-candidates.ts'
import { quoteRule } from './quote-rule.ts'
import { isVerbatim, quoteText } from './quote-text.ts'
import { quoteTranslation } from './quote-translation.ts'
import type { QuoteBlock } from './report-document.ts'
import type { QuoteShape } from './whole-quote.ts'

/** A quote chosen for a code, and why. */
export interface QuotePick {
  readonly candidate: QuoteCandidate
  readonly shape: QuoteShape
  /** In words: "key quote; first time this voice is quoted". */
  readonly reason: string
  readonly choice: QuoteChoice | undefined
}

/** A chosen quote as a block. Null when nothing of it can be printed word for word. */
export function quoteBlock(desk: Desk, code: Code, pick: QuotePick): QuoteBlock | null {
  const { coding, participant, time } = pick.candidate
  const { spans, wantsBefore, wantsAfter } = pick.shape
  const content = desk.texts(coding.content) ?? ''
  const over = pick.choice?.use === 'show' ? [] : overlong(content, spans)
  const cuts = [...(pick.choice?.cuts ?? []), ...over]
  const quoted = quoteText(content, spans, cuts, pick.choice?.clarifications, desk.cover)
  if (!quoted || !isVerbatim(quoted.text, content.slice(spans[0]?.start, spans.at(-1)?.end))) return null
  const translation = quoteTranslation(desk, pick, quoted)
  const role = desk.isPublic ? undefined : attributeText(desk, participant, desk.roleAttribute)
  return {
    kind: 'quote',
    coding: coding.id,
    code: code.id,
    text: marked(quoted.text, wantsBefore, wantsAfter),
    participant: participant.pseudonym,
    ...(role ? { role } : {}),
    source: coding.source,
    sourceName: sourceName(desk, coding),
    start: quoted.start,
    end: quoted.end,
    citation: desk.cite(participant.id, coding.content, quoted.start),
    against: coding.stance === 'denies',
    reason: pick.reason,
    ...(time === undefined || desk.isPublic ? {} : { time }),
    ...(translation ? { translation } : {}),
  }
}

function marked(text: string, before: boolean, after: boolean): string {
  const opened = before && !text.startsWith('[…]') ? `[…] ${text}` : text
  return after && !text.endsWith('[…]') ? `${opened} […]` : opened
}

function sourceName(desk: Desk, coding: Coding): string {
  return desk.cover(desk.project.tables.source.get(coding.source)?.name ?? '')
}

/** What a quote leaves off at its end to stay within the longest length, after the last whole sentence that fits. */
function overlong(content: string, spans: readonly Span[]): readonly Span[] {
  const last = spans.at(-1)
  let room: number = quoteRule.longest
  for (const span of spans) {
    const length = span.end - span.start
    if (length > room && last)
      return [{ start: span.start + cutPoint(content.slice(span.start, span.start + room)), end: last.end }]
    room -= length
  }
  return []
}

function cutPoint(text: string): number {
  const sentences = [...text.matchAll(/[.!?…]["'”’)]*(?=\s)/g)].map((end) => end.index + end[0].length)
  const words = text.lastIndexOf(' ')
  return sentences.findLast((end) => end >= quoteRule.shortest) ?? (words > 0 ? words : text.length)
}
