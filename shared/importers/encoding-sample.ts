import { readingOf } from './guess-encoding.ts'

/** Up to three lines of a text that tell an encoding by how they read: the same lines in each, those with signs
    beyond ASCII; failing these the first line. Lines are joined by LF. Null for an unknown encoding. */
export function encodingSample(bytes: Uint8Array, name: string): string | null {
  const isWide = name.startsWith('utf-16')
  const pieces = isWide ? [bytes.subarray(0, 65_536)] : tellingLines(bytes)
  const read = (pieces.length > 0 ? pieces : [bytes.subarray(0, 400)]).map((piece) => readingOf(piece, name))
  const lines: string[] = []
  for (const text of read) {
    if (text === null) return null
    lines.push(
      ...text
        .replace(/^\uFEFF/, '')
        .split(/\r\n?|\n/)
        .map((line) => line.trim()),
    )
  }
  const telling = isWide ? lines.filter((line) => /[^\0-\x7f]/.test(line)) : lines
  return (telling.length > 0 ? telling : lines)
    .filter((line) => line !== '')
    .slice(0, pieces.length > 0 ? 3 : 1)
    .map((line) => line.slice(0, WIDTH).toWellFormed())
    .join('\n')
}

/** Shown at most of one line, in UTF-16 units. */
const WIDTH = 160

/** Below this many bytes a line tells little: it only stands in where there are not enough longer ones. */
const SHORT = 24

/** Lines with bytes beyond ASCII. Long ones begin at a word not far before the first such byte. */
function tellingLines(bytes: Uint8Array): readonly Uint8Array[] {
  const long: Uint8Array[] = []
  const short: Uint8Array[] = []
  for (let at = startOf(bytes); at < bytes.length && long.length < 3; ) {
    const end = lineEnd(bytes, at)
    const line = bytes.subarray(at, end)
    const high = line.findIndex((byte) => byte > 127)
    if (high >= 0)
      (line.length < SHORT ? short : long).push(line.subarray(wordBefore(line, high), high + 4 * WIDTH))
    at = end + 1
  }
  return [...long, ...short].slice(0, 3)
}

/** Behind the mark of UTF-8. */
function startOf(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}

function lineEnd(bytes: Uint8Array, from: number): number {
  let end = from
  while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end += 1
  return end
}

function wordBefore(line: Uint8Array, high: number): number {
  if (high <= 60) return 0
  const space = line.subarray(0, high - 40).lastIndexOf(32)
  return space < 0 ? Math.max(0, high - 60) : space + 1
}
