/** A text with one kind of line end, and what had to be changed for it. */
export interface NormalisedText {
  readonly text: string
  /** Line and paragraph separators, vertical tabs and form feeds that became line ends. */
  readonly oddBreaks: number
  /** Halves of characters and NUL characters that became U+FFFD. */
  readonly brokenCharacters: number
}

/** The text as it is kept for good: LF line ends, no byte order mark, nothing half a character; otherwise as it arrived. */
export function normaliseText(raw: string): NormalisedText {
  const bare = raw.startsWith('\uFEFF') ? raw.slice(1) : raw
  const broken = countMatches(bare, /\0/g) + (bare.isWellFormed() ? 0 : countMatches(bare, LONE_SURROGATE))
  const whole = broken === 0 ? bare : bare.toWellFormed().replaceAll('\0', '\uFFFD')
  const oddBreaks = countMatches(whole, ODD_BREAK)
  const plain = whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
  const text = oddBreaks === 0 ? plain : plain.replace(ODD_BREAK, '\n')
  return { text, oddBreaks, brokenCharacters: broken }
}

const ODD_BREAK = /[\v\f\u2028\u2029]/g
const LONE_SURROGATE = /\p{Surrogate}/gu

function countMatches(text: string, pattern: RegExp): number {
  pattern.lastIndex = 0
  let count = 0
  while (pattern.test(text)) count += 1
  return count
}
