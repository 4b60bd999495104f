import type { ProseBlock } from '../../../shared/report/report-document.ts'
import type { Section } from './sections.ts'

/** What a person calls a place of a report: by the code it is about, where the section tells it, else by the heading
    it stands under. */
export function placeName({ heading, blocks }: Section, { place }: Pick<ProseBlock, 'place'>): string {
  const about = place.split('/')[1]
  const told = blocks.find((block) => block.kind === 'prevalence' && block.code === about)
  const name = told?.kind === 'prevalence' ? told.codeName : heading.text
  return place.endsWith('/after') ? `${name}, closing words` : name
}
