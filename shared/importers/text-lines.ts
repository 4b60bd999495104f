/** A line of a text: positions in UTF-16 units, the end without its line end. */
export interface TextLine {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly blank: boolean
}

/** All lines of a text with LF line ends. */
export function textLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const line = text.slice(start, end)
    lines.push({ start, end, text: line, blank: !/\S/.test(line) })
    start = end + 1
  }
  return lines
}
