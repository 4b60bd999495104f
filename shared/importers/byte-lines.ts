/** The lines of a file by its bytes: where each begins and ends (without its line end), and its number for an editor
    where that is not simply its place in the row. */
export interface ByteLines {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly numbers: readonly number[] | null
}

/** Splits bytes at LF, CR and CRLF and, where the text has them (`oddBreaks`), at vertical tabs, form feeds, line and
    paragraph separators. A byte order mark belongs to no line. `encoding` is the canonical name. */
export function byteLines(bytes: Uint8Array, encoding: string, oddBreaks: boolean): ByteLines {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be'
  const found: Found = { from: [], to: [], numbers: oddBreaks ? [] : null, at: 0, number: 1 }
  found.at = markLength(bytes, encoding)
  if (wide) wideLines(bytes, encoding === 'utf-16be', oddBreaks, found)
  else if (oddBreaks) oddLines(bytes, encoding === 'utf-8', found)
  else plainLines(bytes, found)
  addLine(found, Math.max(found.at, bytes.length), 0, true)
  return found
}

interface Found {
  readonly from: number[]
  readonly to: number[]
  readonly numbers: number[] | null
  /** Where the open line begins, and its number. */
  at: number
  number: number
}

function addLine(found: Found, end: number, breakLength: number, isCounted: boolean): void {
  found.from.push(found.at)
  found.to.push(end)
  found.numbers?.push(found.number)
  found.at = end + breakLength
  if (isCounted) found.number += 1
}

function markLength(bytes: Uint8Array, encoding: string): number {
  const [first, second, third] = bytes
  if (encoding === 'utf-8') return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0
  if (encoding === 'utf-16le') return first === 0xff && second === 0xfe ? 2 : 0
  return encoding === 'utf-16be' && first === 0xfe && second === 0xff ? 2 : 0
}

const LF = 10
const CR = 13

/** In all encodings of one or more bytes a sign these two are only ever themselves. */
function plainLines(bytes: Uint8Array, found: Found): void {
  let lf = bytes.indexOf(LF, found.at)
  let cr = bytes.indexOf(CR, found.at)
  while (lf !== -1 || cr !== -1) {
    const end = cr === -1 || (lf !== -1 && lf < cr) ? lf : cr
    const length = end === cr && lf === cr + 1 ? 2 : 1
    addLine(found, end, length, true)
    if (lf !== -1 && lf < found.at) lf = bytes.indexOf(LF, found.at)
    if (cr !== -1 && cr < found.at) cr = bytes.indexOf(CR, found.at)
  }
}

function oddLines(bytes: Uint8Array, isUtf8: boolean, found: Found): void {
  for (let at = found.at; at < bytes.length; at = Math.max(at + 1, found.at)) {
    const byte = bytes[at]
    if (byte === LF) addLine(found, at, 1, true)
    else if (byte === CR) addLine(found, at, bytes[at + 1] === LF ? 2 : 1, true)
    else if (byte === 11 || byte === 12) addLine(found, at, 1, false)
    else if (isUtf8 && byte === 0xe2 && bytes[at + 1] === 0x80 && ((bytes[at + 2] ?? 0) & 0xfe) === 0xa8)
      addLine(found, at, 3, false)
  }
}

function wideLines(bytes: Uint8Array, isBig: boolean, oddBreaks: boolean, found: Found): void {
  const high = isBig ? 0 : 1
  const unitAt = (at: number): number => ((bytes[at + high] ?? 0) << 8) | (bytes[at + 1 - high] ?? 0)
  for (let at = found.at; at + 1 < bytes.length; at = Math.max(at + 2, found.at)) {
    const unit = unitAt(at)
    if (unit === LF) addLine(found, at, 2, true)
    else if (unit === CR) addLine(found, at, at + 3 < bytes.length && unitAt(at + 2) === LF ? 4 : 2, true)
    else if (oddBreaks && (unit === 11 || unit === 12 || unit === 0x2028 || unit === 0x2029))
      addLine(found, at, 2, false)
  }
}
