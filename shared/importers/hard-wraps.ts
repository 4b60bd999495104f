import { labelLine } from './label-lines.ts'
import { type TextLine, textLines } from './text-lines.ts'

/** A text with its paragraphs on one line each, and how many line breaks were taken out. */
export interface UnwrappedText {
  readonly text: string
  readonly joined: number
  /** Where each line of the wrapped text begins in this one; null where nothing was joined. */
  readonly starts: readonly number[] | null
}

/** Joins lines that were broken at a fixed width, and only when that is clear: at nine of ten breaks inside
    paragraphs the next word would not have fitted. Lines that begin with a label or a list sign stay. */
export function unwrapLines(text: string): UnwrappedText {
  const lines = textLines(text)
  const longest = lines.reduce((width, line) => Math.max(width, line.text.trimEnd().length), 0)
  if (longest > 110 || longest < 40) return { text, joined: 0, starts: null }
  const breaks = lines.flatMap((line, i) => (isInnerBreak(line, lines[i + 1]) ? [i] : []))
  const forced = breaks.filter((i) => isForced(lines[i], lines[i + 1], longest))
  if (forced.length < 8 || forced.length < breaks.length * 0.9) return { text, joined: 0, starts: null }
  const joinAt = new Set(forced)
  const pieces = lines.map((line, i) =>
    joinAt.has(i) ? joinable(line.text, lines[i + 1]?.text ?? '') : `${line.text}\n`,
  )
  let length = 0
  const starts = pieces.map((piece) => {
    length += piece.length
    return length - piece.length
  })
  return { text: pieces.join('').slice(0, -1), joined: forced.length, starts }
}

function isInnerBreak(line: TextLine, next: TextLine | undefined): boolean {
  return (
    next !== undefined &&
    !line.blank &&
    !next.blank &&
    !/^\s*(?:[-*•–]|\d{1,3}[.)]|>|\[|#)\s?/.test(next.text) &&
    labelLine(next.text) === null &&
    !(labelLine(line.text)?.alone ?? false)
  )
}

/** The first word of the next line would have gone past the width of the widest line. */
function isForced(line: TextLine | undefined, next: TextLine | undefined, width: number): boolean {
  const word = /^\s*(\S+)/.exec(next?.text ?? '')?.[1] ?? ''
  return (line?.text.trimEnd().length ?? 0) + 1 + word.length > width - 2
}

function joinable(line: string, next: string): string {
  const bare = line.trimEnd()
  const unspaced =
    /[\p{L}]-$/u.test(bare) ||
    (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、]$/u.test(bare) &&
      /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(next))
  return unspaced ? bare : `${bare} `
}
