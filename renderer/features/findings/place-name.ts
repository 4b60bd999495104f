import type { ProseBlock } from '../../../shared/report/report-document.ts'
import type { Section } from './sections.ts'

/** What a person calls a place of a report: by the heading it stands under. */
export function placeName({ heading }: Section, { place }: Pick<ProseBlock, 'place'>): string {
  return place.endsWith('/after') ? `${heading.text}, closing words` : heading.text
}
