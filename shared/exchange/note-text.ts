import { normaliseText } from '../text/normalise-text.ts'
import type { StandardContext } from './read-context.ts'
import { rawText } from './read-texts.ts'
import { childOf, type XmlElement } from './read-xml.ts'

/** The words of a note, what its description says before them; empty where the file does not hold them, which the
    receipt then tells. */
export function noteText(context: StandardContext, element: XmlElement): string {
  const said = childOf(element, 'Description')?.text ?? ''
  const text = rawText(context, element)
  if (text === null) {
    const { attributes } = element
    const isElsewhere = ['plainTextPath', 'richTextPath'].some((path) => attributes.get(path) !== undefined)
    if (said.trim() === '' && isElsewhere)
      context.tally.repaired(
        attributes.get('plainTextPath') === undefined
          ? 'notes are in the file only as formatted documents, and came in empty'
          : 'texts of notes are missing from the file, and the notes came in empty',
      )
    return said
  }
  if (context.ours) return text
  return [said, normaliseText(text).text].filter((part) => part.trim() !== '').join('\n\n')
}
