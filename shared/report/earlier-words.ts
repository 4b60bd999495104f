import { bareLabel, labelLine } from '../importers/label-lines.ts'
import type { Span } from '../text/positions.ts'

/** What of a passage on a text read no longer may stand as one voice's words. Whose turns it held nobody knows any
    more, so labels are told by how its lines begin: one in front is left off, as it may be a real name; null where
    another line within it begins with one, because then several voices may speak. */
export function earlierWords(content: string, passage: Span): Span | null {
  const { start, end } = passage
  for (let at = content.indexOf('\n', start); at !== -1 && at < end; at = content.indexOf('\n', at + 1))
    if (labelOf(content, at + 1) > 0) return null
  const line = start === 0 ? 0 : content.lastIndexOf('\n', start - 1) + 1
  const from = Math.max(start, line + labelOf(content, line))
  return from < end ? { start: from, end } : null
}

/** How many units at the start of a line are a label, also where a name stands alone above the words; 0 for none. */
function labelOf(content: string, line: number): number {
  const stop = content.indexOf('\n', line)
  const end = stop === -1 ? content.length : stop
  const text = content.slice(line, end)
  const isAbove =
    (line === 0 || content[line - 2] === '\n' || line === 1) && /^\n\S/.test(content.slice(end, end + 2))
  return labelLine(text)?.spoken ?? (isAbove && bareLabel(text) ? text.length : 0)
}
