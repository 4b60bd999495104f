import type { Place } from '../../../shared/importers/origin.ts'
import { number } from '../../../shared/text/counted.ts'

/** Where a passage stands in its file, from its first place to its last: "Lines 12 to 15", "Cell C12 of “Answers”". */
export function placeInWords(places: readonly Place[]): string {
  const [first] = places
  const last = places.at(-1)
  if (!first || !last) return ''
  switch (first.kind) {
    case 'line':
      return fromTo('Line', 'Lines', first.line, last.kind === 'line' ? last.line : first.line)
    case 'cue':
      return last.kind === 'cue' && last.cue !== first.cue
        ? `${fromTo('Entry', 'Entries', first.cue, last.cue)}, from line ${number(first.line)}`
        : `Entry ${number(first.cue)}, line ${number(first.line)}`
    case 'paragraph':
      return fromTo(
        'Paragraph',
        'Paragraphs',
        first.paragraph,
        last.kind === 'paragraph' ? last.paragraph : first.paragraph,
      )
    case 'cell': {
      const sheet = first.sheet ? ` of “${first.sheet}”` : ''
      return last.kind === 'cell' && last.cell !== first.cell
        ? `Cells ${first.cell} to ${last.cell}${sheet}`
        : `Cell ${first.cell}${sheet}`
    }
    case 'page':
      return fromTo('On page', 'On pages', first.page, last.kind === 'page' ? last.page : first.page)
  }
}

function fromTo(one: string, many: string, from: number, to: number): string {
  return from === to ? `${one} ${number(from)}` : `${many} ${number(from)} to ${number(to)}`
}
