import { isEastAsianSign } from './pdf-signs.ts'

/** The words of a document in small letters: all of them, and those that stand inside a line and so are whole. */
export interface SeenWords {
  readonly all: ReadonlySet<string>
  readonly whole: ReadonlySet<string>
}

/** Collects the words of all lines. */
export function seenWords(lines: readonly string[]): SeenWords {
  const all = new Set<string>()
  const whole = new Set<string>()
  for (const line of lines) {
    const words = line.toLowerCase().match(/[\p{L}\p{M}’']+/gu) ?? []
    words.forEach((word, i) => {
      all.add(word)
      if (i > 0 && i < words.length - 1) whole.add(word)
    })
  }
  return { all, whole }
}

/** How two lines meet in running text. */
export interface Joint {
  /** How many units at the end of the first line fall away. */
  readonly cut: number
  readonly space: '' | ' '
  /** The word put together over the line's end, where it was parted. */
  readonly word: string | null
}

/** How a line meets the next one: with a space, or, where a word was parted at its end, without its hyphen. A soft
    hyphen always parts a word; a hyphen only where the whole word occurs elsewhere in the document; no hyphen at all
    (they get lost in some files) only where, besides, neither half occurs by itself. */
export function jointOf(line: string, next: string, seen: SeenWords): Joint {
  const end = line.slice(-LONGEST_WORD)
  const halves = /([\p{L}\p{M}’']+)([-\u2010]?\u00ad|[-\u2010])?$/u.exec(end)
  const rest = /^[\p{L}\p{M}’']+/u.exec(next.slice(0, LONGEST_WORD))?.[0]
  if (halves !== null && rest !== undefined) {
    const [, half = '', hyphen = ''] = halves
    const joined: Joint = { cut: hyphen.length, space: '', word: `${half}${rest}` }
    const isSmall = /^\p{Ll}/u.test(rest)
    if (hyphen.endsWith('\u00ad')) return joined
    if (isSmall && isOneWord(half, rest, hyphen !== '', seen)) return joined
    if (hyphen !== '' && (isSmall || /^\p{Lu}/u.test(half))) return { cut: 0, space: '', word: null }
  }
  const unspaced = isEastAsianSign(line.at(-1) ?? '') && isEastAsianSign(next.charAt(0))
  return { cut: 0, space: unspaced || /\s$/.test(end) ? '' : ' ', word: null }
}

const LONGEST_WORD = 80

function isOneWord(half: string, rest: string, hyphened: boolean, { all, whole }: SeenWords): boolean {
  const [a, b] = [half.toLowerCase(), rest.toLowerCase()]
  if (!all.has(a + b)) return false
  return hyphened || (half.length > 1 && !whole.has(a) && !whole.has(b))
}
