/** What bytes are, seen from their first and last signs only. */
export type Content =
  | { readonly kind: 'text' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'compound' }
  | { readonly kind: 'named'; readonly what: string }
  | { readonly kind: 'binary' }

/** Tells text, ZIP containers and old Office files from everything else; `named` says what it is in words ("a PNG picture"). */
export function sniffContent(bytes: Uint8Array): Content {
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return { kind: 'zip' }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { kind: 'compound' }
  const signature = SIGNATURES.find((each) => startsWith(bytes, each.signs, each.at ?? 0))
  if (signature !== undefined) return { kind: 'named', what: signature.what }
  if (hasLatin(bytes, '%PDF-', 1024)) return { kind: 'named', what: 'a PDF' }
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
  { signs: signsOf('{\\rtf'), what: 'a Rich Text (RTF) document' },
  { signs: [0xdb, 0xa5, 0x2d, 0], what: 'a Word 2 document' },
]

function looksBinary(bytes: Uint8Array): boolean {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (marked) return false
  const length = Math.min(bytes.length, 65_536)
  const nuls = [0, 0]
  let controls = 0
  for (let i = 0; i < length; i += 1) {
    const byte = bytes[i] ?? 0
    if (byte === 0) nuls[i & 1] = (nuls[i & 1] ?? 0) + 1
    else if (byte < 32 && !(byte >= 8 && byte <= 13) && byte !== 26 && byte !== 27 && byte !== 21)
      controls += 1
  }
  const [even = 0, odd = 0] = nuls
  const lopsided = Math.max(even, odd) > Math.min(even, odd) * 5 && Math.max(even, odd) > length / 100
  return !lopsided && (controls + even + odd) * 10 > length
}

function startsWith(bytes: Uint8Array, signs: readonly number[], at = 0): boolean {
  return signs.every((sign, i) => bytes[at + i] === sign)
}

function signsOf(letters: string): readonly number[] {
  return Array.from(letters, (letter) => letter.charCodeAt(0))
}
