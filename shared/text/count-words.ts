/** How many words a text holds: runs between spaces with a letter or digit in them, as word processors count.
    Scripts written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) are cut into words by dictionary. */
export function countWords(text: string): number {
  let words = 0
  let inWord = false
  let runs = ''
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    const kind = code < 128 ? ASCII_KINDS[code] : kindOf(code)
    if (kind === SPACE) inWord = false
    else if (kind === LETTER) {
      if (!inWord) words += 1
      inWord = true
    } else if (kind === UNSPACED) {
      const end = endOfUnspaced(text, i)
      runs += `${text.slice(i, end)}\n`
      if (runs.length >= LONGEST_RUN) {
        words += countUnspaced(runs)
        runs = ''
      }
      inWord = false
      i = end - 1
    }
  }
  return runs === '' ? words : words + countUnspaced(runs)
}

const SPACE = 0
const LETTER = 1
const OTHER = 2
const UNSPACED = 3

const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) =>
  code <= 32 ? SPACE : /[0-9A-Za-z]/.test(String.fromCharCode(code)) ? LETTER : OTHER,
)

function kindOf(code: number): number {
  if (code < 0x0e00) return kindByProperty(code)
  if (code < 0x0f00 || (code >= 0x1000 && code < 0x10a0) || (code >= 0x1780 && code < 0x1800)) return UNSPACED
  if (code >= 0x3005 && code < 0x3130 && code !== 0x3030)
    return code < 0x3041 && code > 0x3007 ? OTHER : UNSPACED
  if (code >= 0x31f0 && code < 0x3200) return UNSPACED
  if ((code >= 0x3400 && code < 0x4dc0) || (code >= 0x4e00 && code < 0xa000)) return UNSPACED
  if ((code >= 0xf900 && code < 0xfb00) || (code >= 0xff66 && code < 0xffa0)) return UNSPACED
  if (code >= 0xd840 && code < 0xd8c0) return UNSPACED
  if (code >= 0xd800 && code < 0xd83b) return LETTER
  if (code >= 0xac00 && code < 0xd7a4) return LETTER
  return kindByProperty(code)
}

function kindByProperty(code: number): number {
  if (code < 0x250) return code === 0xa0 || code === 0x85 ? SPACE : LATIN_LETTER.has(code) ? LETTER : OTHER
  if (code >= 0x370 && code < 0x700) return WORD_SIGN.test(String.fromCharCode(code)) ? LETTER : OTHER
  const sign = String.fromCharCode(code)
  return WORD_SIGN.test(sign) ? LETTER : /\s/.test(sign) ? SPACE : OTHER
}

const WORD_SIGN = /[\p{L}\p{N}]/u
const LATIN_LETTER = new Set(
  Array.from({ length: 0x250 }, (_, code) => code).filter((code) =>
    WORD_SIGN.test(String.fromCharCode(code)),
  ),
)

function endOfUnspaced(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    const code = text.charCodeAt(end)
    const lowHalf = code >= 0xdc00 && code < 0xe000
    if (code < 128 || !(lowHalf || kindOf(code) === UNSPACED)) break
    end += 1
    // A dictionary cut of an endless run would take more than linear time.
    if (end - start >= LONGEST_RUN) break
  }
  return end
}

const LONGEST_RUN = 2000

/** Runs a line each. They are cut many at a time: each cutting takes memory that is given back late. */
function countUnspaced(runs: string): number {
  if (runs.length === 2) return WORD_SIGN.test(runs) ? 1 : 0
  let words = 0
  for (const segment of SEGMENTER.segment(runs)) if (segment.isWordLike === true) words += 1
  return words
}

const SEGMENTER = new Intl.Segmenter('und', { granularity: 'word' })
