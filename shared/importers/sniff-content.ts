/** What bytes are, seen from their first and last signs only. */
export type Content =
  | { readonly kind: 'text' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'compound' }
  /** Rich Text, whose bytes are read by the code pages it names. */
  | { readonly kind: 'rtf' }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'named'; readonly what: string }
  | { readonly kind: 'binary' }

/** Tells text, ZIP containers, Rich Text and old Office files from everything else; `named` says what it is in words ("a PNG picture"). */
export function sniffContent(bytes: Uint8Array): Content {
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return { kind: 'zip' }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { kind: 'compound' }
  if (startsWith(bytes, signsOf('{\\rtf'))) return { kind: 'rtf' }
  if (startsWith(bytes, signsOf('%PDF'))) return { kind: 'pdf' }
  const signature = SIGNATURES.find((each) => startsWith(bytes, each.signs, each.at ?? 0))
  if (signature !== undefined) return { kind: 'named', what: signature.what }
  if (hasLatin(bytes, '%PDF-', 1024)) return { kind: 'pdf' }
  return looksBinary(bytes) ? { kind: 'binary' } : { kind: 'text' }
}

/** Whether ASCII letters occur within the first `within` bytes. */
export function hasLatin(bytes: Uint8Array, wanted: string, within: number): boolean {
  const signs = signsOf(wanted)
  const last = Math.min(bytes.length, within) - signs.length
  for (let at = 0; at <= last; at += 1)
    if (bytes[at] === signs[0] && startsWith(bytes, signs, at)) return true
  return false
}

interface Signature {
  readonly signs: readonly number[]
  readonly at?: number
  readonly what: string
}

const SIGNATURES: readonly Signature[] = [
  { signs: [0x89, ...signsOf('PNG')], what: 'a PNG picture' },
  { signs: [0xff, 0xd8, 0xff], what: 'a JPEG picture' },
  { signs: signsOf('GIF8'), what: 'a GIF picture' },
  { signs: signsOf('WEBP'), at: 8, what: 'a WebP picture' },
  { signs: signsOf('WAVE'), at: 8, what: 'a WAV recording' },
  { signs: signsOf('AVI '), at: 8, what: 'an AVI video' },
  { signs: [0x49, 0x49, 0x2a, 0], what: 'a TIFF picture' },
  { signs: [0x4d, 0x4d, 0, 0x2a], what: 'a TIFF picture' },
  { signs: signsOf('ftypheic'), at: 4, what: 'a HEIC picture' },
  { signs: signsOf('ftypM4A'), at: 4, what: 'an M4A recording' },
  { signs: signsOf('ftypqt'), at: 4, what: 'a QuickTime video' },
  { signs: signsOf('ftyp'), at: 4, what: 'an MP4 video or recording' },
  { signs: signsOf('ID3'), what: 'an MP3 recording' },
  { signs: [0xff, 0xfb], what: 'an MP3 recording' },
  { signs: [0xff, 0xf3], what: 'an MP3 recording' },
  { signs: [0xff, 0xf1], what: 'an AAC recording' },
  { signs: signsOf('OggS'), what: 'an OGG recording' },
  { signs: signsOf('fLaC'), what: 'a FLAC recording' },
  { signs: signsOf('#!AMR'), what: 'an AMR recording' },
  { signs: [0x1a, 0x45, 0xdf, 0xa3], what: 'a WebM or Matroska video' },
  { signs: signsOf('Rar!'), what: 'a RAR archive' },
  { signs: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7z archive' },
  { signs: [0x1f, 0x8b], what: 'a gzip archive' },
  { signs: signsOf('SQLite format 3'), what: 'a database' },
  { signs: signsOf('ooBinaryFile'), what: 'a Praat file in binary form' },
  { signs: [0xdb, 0xa5, 0x2d, 0], what: 'a Word 2 document' },
]

/** Text has hardly any control signs; and nothing so short that it could be anything is taken for text on a guess. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536)
  const wide = wideEncoding(head)
  if (wide !== null) return !readsAsText(new TextDecoder(wide).decode(head))
  const controls = head.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0)
  if (isUtf8(head)) return controls * 10 > head.length
  return bytes.length < FEWEST_BYTES_OF_OLD_TEXT || controls * 50 > head.length
}

/** Below this many bytes an older encoding cannot be told from rubbish. */
const FEWEST_BYTES_OF_OLD_TEXT = 6

/** UTF-16 by its mark, or by NULs at every other place. */
function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be'
  if (!head.includes(0)) return null
  const nuls = [0, 0]
  for (const [i, byte] of head.entries()) if (byte === 0) nuls[i & 1] = (nuls[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  const lopsided = Math.max(even, odd) > Math.min(even, odd) * 5 && Math.max(even, odd) > head.length / 100
  return lopsided ? (odd > even ? 'utf-16le' : 'utf-16be') : null
}

function readsAsText(text: string): boolean {
  const signs = Array.from(text).filter((sign) => !/\s/.test(sign))
  const strange = signs.filter((sign) => STRANGE.test(sign)).length
  if (signs.length === 0) return true
  return signs.length > 2 && strange <= 1 + signs.length / 20 && (signs.length > 16 || scripts(signs) < 2)
}

/** How many scripts besides Latin. A few words are written in one; a few random numbers fall into several. */
function scripts(signs: readonly string[]): number {
  const letters = signs.filter((sign) => /[^\P{L}\p{Script=Latin}]/u.test(sign))
  return new Set(letters.map((letter) => SCRIPTS.findIndex((script) => script.test(letter)))).size
}

const SCRIPTS = [
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Devanagari}/u,
]

/** Control signs, halves of characters, and places where no character is. */
const STRANGE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\uFFFD]/u

function isControl(byte: number): boolean {
  return byte < 32 && !(byte >= 8 && byte <= 13) && byte !== 26 && byte !== 27 && byte !== 21
}

/** A character cut off at the end of what is looked at is no fault. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: head.length === 65_536 })
    return true
  } catch {
    return false
  }
}

function startsWith(bytes: Uint8Array, signs: readonly number[], at = 0): boolean {
  return signs.every((sign, i) => bytes[at + i] === sign)
}

function signsOf(letters: string): readonly number[] {
  return Array.from(letters, (letter) => letter.charCodeAt(0))
}
