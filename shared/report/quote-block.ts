import type { Coding } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import type { Span } from '../text/positions.ts'
import { attributeText } from './attribute-text.ts'
import { type QuotePick, quoteLength } from './choose-quotes.ts'
import type { Desk } from './desk.ts'
import { isVerbatim, quoteText } from './quote-text.ts'
import type { QuoteBlock } from './report-document.ts'

/** A chosen quote as a block. Null when nothing of it can be printed word for word. */
export function quoteBlock(desk: Desk, code: CodeId, pick: QuotePick): QuoteBlock | null {
  const { coding, participant, spans, time } = pick.candidate
  const content = desk.texts(coding.content) ?? ''
  const cuts = [
    ...(pick.choice?.cuts ?? []),
    ...(pick.choice?.use === 'show' ? [] : overlong(content, spans)),
  ]
  const quoted = quoteText(content, spans, cuts, pick.choice?.clarifications, desk.cover)
  if (!quoted || !isVerbatim(quoted.text, content)) return null
  const role = desk.isPublic ? undefined : attributeText(desk, participant, desk.roleAttribute)
  return {
    kind: 'quote',
    coding: coding.id,
    code,
    text: quoted.text,
    participant: participant.pseudonym,
    ...(role ? { role } : {}),
    source: coding.source,
    sourceName: sourceName(desk, coding),
    start: quoted.start,
    end: quoted.end,
    citation: desk.cite(participant.id, coding.content, quoted.start),
    against: pick.against,
    reason: pick.reason,
    ...(time === undefined || desk.isPublic ? {} : { time }),
  }
}

function sourceName(desk: Desk, coding: Coding): string {
  return desk.cover(desk.project.tables.source.get(coding.source)?.name ?? '')
}

/** What a quote leaves off at its end to stay within the longest length, after the last whole sentence that fits. */
function overlong(content: string, spans: readonly Span[]): readonly Span[] {
  const last = spans.at(-1)
  let room: number = quoteLength.longest
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
  return sentences.findLast((end) => end >= quoteLength.shortest) ?? (words > 0 ? words : text.length)
}
