import { analyse } from 'chardet'
import { type Alphabet, alphabetsOf, COMMON_HAN, LEGACY_ENCODINGS } from './encoding-alphabets.ts'

/** The older encodings a file is probably in, best first (WHATWG labels, five at most).
    Each is judged by how plausible the text reads in it; the statistics of chardet break near ties. */
export function guessEightBit(bytes: Uint8Array): readonly string[] {
  const sample = tellingBytes(bytes)
  const hints = chardetHints(sample)
  const scored = LEGACY_ENCODINGS.map((name, order) => {
    const text = readingOf(sample, name)
    const score = text === null ? -10 : plausibility(text, name)
    return { name, score: score + (hints.get(name) ?? 0) * 0.05 - order * 0.001 }
  })
  const best = scored.toSorted((a, b) => b.score - a.score)
  const top = best[0]?.score ?? 0
  return best
    .filter((each, rank) => rank < 3 || each.score > top - 0.5)
    .slice(0, 5)
    .map((each) => each.name)
}

/** The bytes read in an encoding with U+FFFD where they cannot be; null for an unknown encoding. */
export function readingOf(bytes: Uint8Array, name: string): string | null {
  try {
    return new TextDecoder(name).decode(bytes)
  } catch {
    return null
  }
}

/** Lines with bytes beyond ASCII, 64 KB at most: the rest reads the same in every encoding. */
function tellingBytes(bytes: Uint8Array): Uint8Array {
  const limit = 65_536
  const out = new Uint8Array(Math.min(limit, bytes.length))
  let filled = 0
  let at = 0
  while (at < bytes.length && filled < out.length) {
    const end = endOfPiece(bytes, at)
    const piece = bytes.subarray(at, end)
    if (piece.some((byte) => byte > 127)) {
      out.set(piece.subarray(0, out.length - filled), filled)
      filled += Math.min(piece.length, out.length - filled)
    }
    at = end
  }
  return out.subarray(0, filled)
}

function endOfPiece(bytes: Uint8Array, from: number): number {
  let end = from
  while (end < bytes.length && end - from < 2000 && bytes[end] !== 10 && bytes[end] !== 13) end += 1
  return Math.min(bytes.length, end + 1)
}

function chardetHints(sample: Uint8Array): ReadonlyMap<string, number> {
  const hints = new Map<string, number>()
  for (const match of analyse(sample)) {
    const name = match.name
      .toLowerCase()
      .replace(/^iso-8859-1$/, 'windows-1252')
      .replace(/^iso-8859-9$/, 'windows-1254')
      .replace(/^iso-8859-7$/, 'windows-1253')
      .replace(/^iso-8859-8(?:-i)?$/, 'windows-1255')
      .replace(/^iso-8859-6$/, 'windows-1256')
    hints.set(name, Math.max(hints.get(name) ?? 0, match.confidence / 100))
  }
  return hints
}

/** 1 reads like a language, 0 or less does not. */
function plausibility(text: string, name: string): number {
  const shape = shapeOf(text)
  if (shape.beyondAscii === 0) return 0
  const broken = (shape.impossible * 4 + shape.oddCase * 1.5 + shape.oddSigns) / shape.beyondAscii
  return languageFit(text, name) - broken
}

interface Shape {
  readonly beyondAscii: number
  /** Control characters and undecodable bytes. */
  readonly impossible: number
  /** Capitals after small letters, and two scripts in one word. */
  readonly oddCase: number
  /** Signs such as ¤ ¦ ¬ touching letters. */
  readonly oddSigns: number
}

function shapeOf(text: string): Shape {
  return {
    beyondAscii: matches(text, /[^\0-\x7f]/gu),
    impossible: matches(text, /[\u0080-\u009f\ufffd\ue000-\uf8ff]/gu),
    oddCase:
      matches(text, /\p{Ll}(?=[^\0-\x7f])\p{Lu}|(?:\p{Ll}[A-Z])(?=[^\0-\x7f])/gu) +
      matches(text, /[a-z](?=[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}])/giu) +
      matches(text, /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}](?=[a-z])/giu),
    oddSigns:
      matches(text, /\p{L}[¤¦¬±³¹²¼½¾¶¸µ¨¯´×÷\u2500-\u259f](?=\p{L})|[\u2500-\u259f]/gu) +
      matches(text, /[¤¦¬¼½¾¶¸¨¯]/gu),
  }
}

function languageFit(text: string, name: string): number {
  const letters = text.match(/[^\0-\x7f]/gu)?.filter((sign) => /[\p{L}\p{M}]/u.test(sign)) ?? []
  if (letters.length === 0) return 0.5
  const counts = new Map<string, number>()
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  const asian = asianFit(letters, name)
  if (asian !== null) return asian
  return Math.max(...alphabetsOf(name).map((alphabet) => coverage(counts, letters.length, alphabet)))
}

function coverage(counts: ReadonlyMap<string, number>, total: number, alphabet: Alphabet): number {
  let covered = 0
  let common = 0
  for (const [letter, count] of counts) {
    if (alphabet.letters.includes(letter) || alphabet.letters.includes(letter.toLowerCase())) covered += count
    if (alphabet.common.includes(letter)) common += count
  }
  const usual = alphabet.common === '' ? 1 : Math.min(1, common / total / 0.45)
  return (covered / total) * (0.5 + 0.5 * usual)
}

/** For encodings of East Asia: the share of signs such a text is full of; null for all others. */
function asianFit(letters: readonly string[], name: string): number | null {
  const share = (test: (sign: string) => boolean): number => letters.filter(test).length / letters.length
  if (name === 'shift_jis' || name === 'euc-jp') {
    return share((sign) => sign >= '\u3041' && sign < '\u3100') > 0.25 ? 0.95 : -0.5
  }
  if (name === 'euc-kr') return share((sign) => sign >= '\uac00' && sign < '\ud7a4') > 0.7 ? 0.95 : -0.5
  if (name === 'gb18030' || name === 'big5')
    return share((sign) => COMMON_HAN.includes(sign)) > 0.12 ? 0.95 : -0.5
  return null
}

function matches(text: string, pattern: RegExp): number {
  let count = 0
  while (pattern.test(text)) count += 1
  return count
}
