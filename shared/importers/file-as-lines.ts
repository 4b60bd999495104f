import { firstIndex } from '../text/positions.ts'
import { readingOf } from './guess-encoding.ts'

/** A text file as an editor shows it, and where a byte of it stands there. */
export interface FileAsLines {
  /** As decoded, without byte order mark and line ends. */
  readonly lines: readonly string[]
  /** The line (from 1) and the column in it (UTF-16 units, from 0) that a byte (from 0) begins. */
  readonly place: (byte: number) => { readonly line: number; readonly column: number }
}

/** Reads a file's bytes as lines in an encoding (WHATWG label). Lines end at LF, CR LF and a lone CR, as in every
    editor. Null for an unknown encoding. */
export function fileAsLines(bytes: Uint8Array, encoding: string): FileAsLines | null {
  const text = readingOf(bytes, encoding)
  if (text === null) return null
  const starts = lineStarts(bytes, unitOf(encoding))
  return {
    lines: text.split(/\r\n?|\n/),
    place: (byte) => {
      const at = Math.max(0, Math.min(byte, bytes.length))
      const line = firstIndex(starts, (start) => start > at)
      const head = readingOf(bytes.subarray(starts[line - 1] ?? 0, at), encoding) ?? ''
      return { line, column: head.length }
    },
  }
}

interface Unit {
  readonly width: 1 | 2
  /** Which of its bytes tells line ends. */
  readonly low: 0 | 1
}

function unitOf(encoding: string): Unit {
  const { encoding: name } = new TextDecoder(encoding)
  if (name === 'utf-16le') return { width: 2, low: 0 }
  return name === 'utf-16be' ? { width: 2, low: 1 } : { width: 1, low: 0 }
}

/** No encoding of text has the bytes of LF or CR inside another character, but UTF-16, which goes in twos. */
function lineStarts(bytes: Uint8Array, { width, low }: Unit): readonly number[] {
  const starts = [0]
  const signAt = (at: number): number | undefined =>
    width === 2 && bytes[at + 1 - low] !== 0 ? undefined : bytes[at + low]
  for (let at = 0; at < bytes.length; at += width) {
    const sign = signAt(at)
    if (sign === 10 || (sign === 13 && signAt(at + width) !== 10)) starts.push(at + width)
  }
  return starts
}
