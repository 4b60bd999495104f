import type { FileLines } from './file-lines.ts'
import type { Origin } from './origin.ts'
import type { TextLine } from './text-lines.ts'
import type { Uncut } from './uncut.ts'

/** The origins of a text whose lines are, one for one, those of the file; blank lines have none. */
export function lineOrigins(lines: readonly TextLine[], file: FileLines): readonly Origin[] {
  const origins: Origin[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]
    if (line !== undefined && !line.blank) origins.push(lineOrigin(line.start, file, i, i))
  }
  return origins
}

/** The origins of a text that was cut: `starts` says where its lines now begin, if they were changed besides. */
export function cutLineOrigins(
  lines: readonly TextLine[],
  file: FileLines,
  before: Uncut,
  starts?: readonly number[],
): readonly Origin[] {
  return lines.flatMap((line, i) => {
    if (line.blank) return []
    const first = file.indexAt(before(line.start))
    const last = Math.max(first, file.indexAt(before(line.end, true)))
    return [lineOrigin(starts?.[i] ?? line.start, file, first, last)]
  })
}

function lineOrigin(start: number, file: FileLines, first: number, last: number): Origin {
  const { line, bytes } = file.lines(first, last)
  return { start, place: { kind: 'line', line, bytes } }
}
