/** Counts how many bytes of a line the first units (UTF-16) of its text were read from: given where the line begins and
    ends in the bytes, the byte behind these units. Quick where it is asked in the order of the text. */
export type ByteCounter = (from: number, to: number, units: number) => number

/** The counter for bytes in an encoding (its canonical name), which as a whole read as this many units. */
export function byteCounter(bytes: Uint8Array, encoding: string, all: number): ByteCounter {
  if (encoding.startsWith('utf-16')) return (from, to, units) => Math.min(to, from + 2 * units)
  // No encoding has more units than bytes: as many of both means a byte each.
  if (SINGLE_BYTE.test(encoding) || all === bytes.length)
    return (from, to, units) => Math.min(to, from + units)
  return goingOn(encoding === 'utf-8' ? utf8Walker(bytes) : anyWalker(bytes, encoding))
}

const SINGLE_BYTE = /^(?:windows-|iso-8859-|koi8-|ibm866$|macintosh$|x-mac-)/

/** Goes on from `at`, where `done` units were read, until there are `units`; says where it stands then. */
type Walker = (
  at: number,
  done: number,
  units: number,
  to: number,
) => { readonly at: number; readonly done: number }

/** Remembers where it stood, so that a long line is walked once. */
function goingOn(walk: Walker): ByteCounter {
  let line = -1
  let stood = { at: 0, done: 0 }
  return (from, to, units) => {
    if (from !== line || units < stood.done) stood = { at: from, done: 0 }
    line = from
    stood = walk(stood.at, stood.done, units, to)
    return stood.at
  }
}

function utf8Walker(bytes: Uint8Array): Walker {
  return (start, before, units, to) => {
    let at = start
    let done = before
    while (done < units && at < to) {
      if ((bytes[at] ?? 0) < 0x80) {
        at += 1
        done += 1
      } else {
        const length = signLength(bytes, at, to)
        at += Math.abs(length)
        done += length === 4 ? 2 : 1
      }
    }
    return { at, done }
  }
}

/** Bytes of the sign that begins here; negative where they are broken and read as one U+FFFD (as the WHATWG's Encoding
    Standard decodes UTF-8). */
function signLength(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at] ?? 0
  const more =
    lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  for (let i = 1; i <= more; i += 1) {
    const byte = at + i < to ? (bytes[at + i] ?? 0) : 0
    if (byte < (i === 1 ? lowest : 0x80) || byte > (i === 1 ? highest : 0xbf)) return -i
  }
  return more === 0 ? -1 : more + 1
}

/** Other encodings are read again, byte by byte, from the line's beginning or where it stood last. */
function anyWalker(bytes: Uint8Array, encoding: string): Walker {
  let decoder = new TextDecoder(encoding)
  return (start, before, units, to) => {
    if (before === 0) decoder = new TextDecoder(encoding)
    let at = start
    let done = before
    while (done < units && at < to) {
      done += decoder.decode(bytes.subarray(at, at + 1), { stream: true }).length
      at += 1
    }
    return { at, done }
  }
}
