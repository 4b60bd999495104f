import { whoSpeaks } from '../../shared/analysis/who-speaks.ts'
import type { CodingId, ContentHash, SourceId } from '../../shared/model/ids.ts'
import { codingIn, type Project } from '../../shared/model/project.ts'
import { paragraphAt, paragraphStarts } from '../../shared/text/paragraphs.ts'
import type { Span } from '../../shared/text/positions.ts'
import type { Place } from './places.ts'

/** A stretch of one source's content. */
export type PlacedPassage = Span & { readonly source: SourceId; readonly content: ContentHash }

/** Where a passage is read: at its words, or only its source where they are not in the text read now. */
export function placeOf(project: Project, { source, content, start, end }: PlacedPassage): Place {
  const isRead = project.tables.source.get(source)?.content === content
  return { kind: 'source', source, ...(isRead ? { at: [start, end] as const } : {}) }
}

/** Where a stretch of a coding is read. */
export function placeOfCoding(project: Project, source: SourceId, id: CodingId, { start, end }: Span): Place {
  const coding = codingIn(project, source, id)
  return coding
    ? placeOf(project, { source, content: coding.content, start, end })
    : { kind: 'source', source }
}

/** How a passage is cited: who says it and in which paragraphs ("Noor ¶34", "Noor, Bram ¶3–5"); by the source's name
    where nobody's voice is known. `text` is the passage's content. */
export function citationOf(project: Project, passage: PlacedPassage, text: string): string {
  const { participants } = whoSpeaks(project, passage)
  const who = participants.map((each) => each.pseudonym).join(', ')
  return `${who || (project.tables.source.get(passage.source)?.name ?? 'Source')} ${paragraphsOf(text, passage)}`
}

/** A passage's words with its citation, for pasting elsewhere. */
export function citedQuote(project: Project, passage: PlacedPassage, text: string): string {
  return `“${text.slice(passage.start, passage.end)}” (${citationOf(project, passage, text)})`
}

/** The paragraphs a passage stands in: "¶34" or "¶3–5". */
export function paragraphsOf(text: string, { start, end }: Span): string {
  const starts = paragraphStarts(text)
  const first = Math.max(1, paragraphAt(starts, start))
  const last = Math.max(first, paragraphAt(starts, Math.max(start, end - 1)))
  return first === last ? `¶${first}` : `¶${first}–${last}`
}
