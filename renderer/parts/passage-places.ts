import { whoSpeaks } from '../../shared/analysis/who-speaks.ts'
import type { ContentHash, SourceId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { paragraphAt, paragraphStarts } from '../../shared/text/paragraphs.ts'
import type { Span } from '../../shared/text/positions.ts'

/** A stretch of one source's content. */
export type PlacedPassage = Span & { readonly source: SourceId; readonly content: ContentHash }

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
