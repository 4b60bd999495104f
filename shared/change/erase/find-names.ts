import type { Span } from '../../text/positions.ts'

/** Names or other strings to be found wherever they stand. */
export interface NamesToFind {
  readonly names: readonly string[]
  /** Only where no letter goes on before or after; scripts that are written without spaces are found anywhere. */
  readonly wholeWords: boolean
  readonly matchCase: boolean
}

/** Places in a text, in order and apart. */
export type FindSpans = (text: string) => readonly Span[]

/** Finds names in texts, in any of their Unicode spellings, also over a line's end. Finds nothing without names. */
export function nameFinder({ names, wholeWords, matchCase }: NamesToFind): FindSpans {
  const given = [...new Set(names.map((name) => name.trim().replace(/\s+/gu, ' ')))].filter(
    (name) => name !== '',
  )
  if (given.length === 0) return () => []
  // The longest first, so that a whole name goes as one.
  const spellings = given.flatMap((name) => [
    ...new Set([name, name.normalize('NFC'), name.normalize('NFD')]),
  ])
  const patterns = spellings.sort((a, b) => b.length - a.length).map((each) => pattern(each, wholeWords))
  const expression = new RegExp(patterns.join('|'), matchCase ? 'gu' : 'giu')
  return (text) => {
    const found: Span[] = []
    for (const match of text.matchAll(expression))
      found.push({ start: match.index, end: match.index + match[0].length })
    return found
  }
}

function pattern(name: string, wholeWords: boolean): string {
  const escaped = name
    .replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')
    .replace(/ /gu, '\\s+')
    .replace(/['’‘ʼ]/gu, "['’‘ʼ]")
  const [first = '', last = ''] = [[...name][0], [...name].at(-1)]
  return wholeWords ? `${border(first, '<!')}${escaped}${border(last, '!')}` : escaped
}

/** No letter may stand beside a letter, no digit beside a digit: a file called "Amina_2.docx" has a name in it. */
function border(sign: string, look: '<!' | '!'): string {
  if (unspaced.test(sign)) return ''
  if (/\p{N}/u.test(sign)) return `(?${look}\\p{N})`
  return /[\p{L}\p{M}]/u.test(sign) ? `(?${look}[\\p{L}\\p{M}])` : ''
}

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
