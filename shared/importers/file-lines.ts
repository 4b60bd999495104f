import { byteCounter } from './byte-counter.ts'
import { byteLines } from './byte-lines.ts'

/** Where a stretch of a text file stands: the line it begins in (from 1, as an editor counts: line feed, carriage return
    or both end one) and its bytes (from 0, end exclusive). */
export interface FileStretch {
  readonly line: number
  readonly bytes: readonly [number, number]
}

/** The lines of a text file: where in it any stretch of its decoded text was read from. */
export interface FileLines {
  /** The index (from 0) of the line of the decoded text that a position stands in. */
  readonly indexAt: (position: number) => number
  /** Whole lines of the decoded text by index (from 0), the last one included, without its line end. */
  readonly lines: (first: number, last: number) => FileStretch
  /** From one position of the decoded text to another; quick where stretches are asked for in their order. */
  readonly stretch: (from: number, to: number) => FileStretch
}

/** What is known of a file's text: `text` is what `bytes` read as in `encoding` (a WHATWG label), with LF line ends, some
    of which (`oddBreaks`) an editor does not take for one. */
export interface DecodedFile {
  readonly bytes: Uint8Array
  readonly text: string
  readonly encoding: string
  readonly oddBreaks: boolean
  /** Units (UTF-16) the bytes were read as, before line ends were made one. */
  readonly units: number
}

/** Finds the lines of a text file. Where the line ends of bytes and text do not agree, as in a damaged file of a shifting
    encoding, a stretch stands somewhere in the whole file. */
export function fileLines({ bytes, text, encoding, oddBreaks, units }: DecodedFile): FileLines {
  const starts = lineStarts(text)
  const name = new TextDecoder(encoding).encoding
  const { from, to, numbers } = byteLines(bytes, name, oddBreaks)
  const agree = from.length === starts.length
  const count = byteCounter(bytes, name, units)
  let near = 0
  const indexAt = (position: number): number => {
    near = indexNear(starts, position, near)
    return near
  }
  const byteAt = (position: number): number => {
    const i = indexAt(position)
    return count(from[i] ?? 0, to[i] ?? 0, position - (starts[i] ?? 0))
  }
  const numberOf = (i: number): number => (agree ? (numbers?.[i] ?? i + 1) : i + 1)
  const whole = [0, bytes.length] as const
  return {
    indexAt,
    lines: (first, last) => ({
      line: numberOf(first),
      bytes: agree ? [from[first] ?? 0, to[last] ?? bytes.length] : whole,
    }),
    stretch: (start, end) => ({
      line: numberOf(indexAt(start)),
      bytes: agree ? [byteAt(start), byteAt(end)] : whole,
    }),
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The line a position stands in: mostly the one asked for last or the next, otherwise found by halves. */
function indexNear(starts: readonly number[], position: number, near: number): number {
  const past = (i: number): boolean => (starts[i] ?? Number.POSITIVE_INFINITY) > position
  for (let i = near; i < near + 3; i += 1) if (!past(i) && past(i + 1)) return i
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (past(middle)) high = middle
    else low = middle + 1
  }
  return Math.max(0, low - 1)
}
