/** A text cut into words and signs, white space left out: what is compared when two texts are aligned.
    Token n stands at `starts[n]` to `ends[n]` (UTF-16 units, end exclusive); equal words have equal `ids`. */
export interface TextTokens {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly ids: Int32Array
}

/** Cuts texts into tokens that can be compared with each other. In scripts written without spaces every character
    is a token. */
export function textTokens(...texts: readonly string[]): TextTokens[] {
  const known = new Map<string, number>()
  return texts.map((text) => {
    const starts: number[] = []
    const ends: number[] = []
    const ids: number[] = []
    for (const match of text.matchAll(TOKEN)) {
      const word = match[0]
      const id = known.get(word) ?? known.size
      if (id === known.size) known.set(word, id)
      starts.push(match.index)
      ends.push(match.index + word.length)
      ids.push(id)
    }
    return { starts: Int32Array.from(starts), ends: Int32Array.from(ends), ids: Int32Array.from(ids) }
  })
}

const UNSPACED =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u30ff\\u31f0-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}'
const LETTER = `(?:[a-zA-Z0-9]|(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])`
const TOKEN = new RegExp(`${LETTER}+(?:['’]${LETTER}+)*|\\S`, 'gu')
