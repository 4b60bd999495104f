import type { DocxParagraph } from './walk-docx.ts'

/** A paragraph being put together from stretches of text, bold or not. */
export interface ParagraphPieces {
  readonly add: (text: string, bold: boolean) => void
  /** How many units it holds so far. */
  readonly length: () => number
  /** Whether it holds nothing, or a space or line break stands last. */
  readonly endsInSpace: () => boolean
  /** The paragraph so far; the next one begins empty. `outline` is its heading level, 0 for the highest, `number` its
      number in the document. */
  readonly take: (outline: number | null, number?: number) => DocxParagraph
}

/** Puts paragraphs together and keeps how many units at their start are bold. */
export function paragraphPieces(): ParagraphPieces {
  let pieces: string[] = []
  let length = 0
  let boldUnits = 0
  let boldOver = false
  return {
    add: (text, bold) => {
      if (text === '') return
      pieces.push(text)
      length += text.length
      if (bold && !boldOver) boldUnits = length
      else if (text.trim() !== '') boldOver = true
    },
    length: () => length,
    endsInSpace: () => /^$|\s$/.test(pieces.at(-1) ?? ''),
    take: (outline, number) => {
      const known = number === undefined ? {} : { number }
      const paragraph = { text: pieces.join(''), style: '', outline, bold: boldUnits, ...known }
      pieces = []
      length = 0
      boldUnits = 0
      boldOver = false
      return paragraph
    },
  }
}
