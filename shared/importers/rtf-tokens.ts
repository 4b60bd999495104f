/** What happens on the way through a Rich Text document. */
export interface RtfVisitor {
  readonly open: () => void
  readonly close: () => void
  /** A control word with its number, or a control sign such as `*` or `~`. */
  readonly word: (name: string, value: number | null) => void
  /** One byte of text; `escaped` where it was written as `\'xx`. */
  readonly byte: (byte: number, escaped: boolean) => void
}

/** Walks the bytes of a Rich Text document from start to end; line ends of the file are no text, binary data is
    passed over. */
export function walkRtf(bytes: Uint8Array, visitor: RtfVisitor): void {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    at += 1
    if (byte === BACKSLASH) at = control(bytes, at, visitor)
    else if (byte === 0x7b) visitor.open()
    else if (byte === 0x7d) visitor.close()
    else if (byte === 9) visitor.word('tab', null)
    else if (byte !== 10 && byte !== 13 && byte !== 0) visitor.byte(byte, false)
  }
}

const BACKSLASH = 0x5c

/** Reads what follows a backslash; the position behind it. */
function control(bytes: Uint8Array, from: number, visitor: RtfVisitor): number {
  const sign = bytes[from] ?? 0
  if (isLetter(sign)) return controlWord(bytes, from, visitor)
  if (sign === 0x27) {
    const value = Number.parseInt(latin(bytes, from + 1, from + 3), 16)
    if (!Number.isNaN(value)) visitor.byte(value, true)
    return from + 3
  }
  if (sign === BACKSLASH || sign === 0x7b || sign === 0x7d) visitor.byte(sign, true)
  else if (sign === 10 || sign === 13) visitor.word('par', null)
  else if (from < bytes.length) visitor.word(String.fromCharCode(sign), null)
  return from + 1
}

function controlWord(bytes: Uint8Array, from: number, visitor: RtfVisitor): number {
  let at = from
  while (at < bytes.length && at - from < 40 && isLetter(bytes[at] ?? 0)) at += 1
  const name = latin(bytes, from, at)
  const numberAt = at
  if (bytes[at] === 0x2d) at += 1
  while (at < bytes.length && at - numberAt < 12 && isDigit(bytes[at] ?? 0)) at += 1
  const written = latin(bytes, numberAt, at)
  const value = /\d/.test(written) ? Number(written) : null
  if (value === null) at = numberAt
  if (bytes[at] === 0x20) at += 1
  if (name === 'bin') return at + Math.max(0, value ?? 0)
  visitor.word(name, value)
  return at
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function latin(bytes: Uint8Array, from: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(from, end))
}
