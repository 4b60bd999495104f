import type { Turn } from '../model/entities.ts'
import { firstIndex } from '../text/positions.ts'

/** A text with a line "Noor, 12:48" before every turn whose label does not stand in it. */
export interface LabelledText {
  readonly text: string
  /** Where lines were put in: pairs of position in `text` and length, in order. UTF-16 units. */
  readonly cuts: readonly number[]
  /** Where a stretch of the original stands now. Its start is behind a line put in there, its end before one. */
  moved(span: { readonly start: number; readonly end: number }): {
    readonly start: number
    readonly end: number
  }
}

/** Puts the lines in. `nameOf` gives the name shown for a turn, undefined where nobody is named. */
export function withLabelLines(
  text: string,
  turns: readonly Turn[],
  nameOf: (turn: Turn) => string | undefined,
): LabelledText {
  const lines = turns.flatMap((turn) => {
    const words = turn.label === turn.start ? labelLine(nameOf(turn), turn.time) : ''
    const ahead = turn.start === 0 || text[turn.start - 1] === '\n' ? '' : '\n'
    return words === '' || turn.start > text.length ? [] : [{ at: turn.start, words: `${ahead}${words}\n` }]
  })
  lines.sort((a, b) => a.at - b.at)
  const parts: string[] = []
  const cuts: number[] = []
  let from = 0
  let written = 0
  for (const { at, words } of lines) {
    parts.push(text.slice(from, at), words)
    written += at - from
    cuts.push(written, words.length)
    written += words.length
    from = at
  }
  parts.push(text.slice(from))
  return { text: parts.join(''), cuts, moved: mover(lines) }
}

/** Takes lines out again. */
export function withoutCuts(text: string, cuts: readonly number[]): string {
  const parts: string[] = []
  let from = 0
  for (let i = 0; i + 1 < cuts.length; i += 2) {
    const at = cuts[i] ?? 0
    parts.push(text.slice(from, at))
    from = at + (cuts[i + 1] ?? 0)
  }
  parts.push(text.slice(from))
  return parts.join('')
}

/** Where a position stands once the lines are taken out; a position inside a line goes to where the line was. */
export function positionWithoutCuts(position: number, cuts: readonly number[]): number {
  let gone = 0
  for (let i = 0; i + 1 < cuts.length; i += 2) {
    const at = cuts[i] ?? 0
    if (at >= position) break
    gone += Math.min(cuts[i + 1] ?? 0, position - at)
  }
  return position - gone
}

/** A time in a recording as people write it: 12:48, 1:02:03. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const end = `:${String(seconds % 60).padStart(2, '0')}`
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}${end}` : `${minutes}${end}`
}

function labelLine(name: string | undefined, time: number | undefined): string {
  const shown = name?.replace(/\s+/g, ' ').trim()
  return [shown, time === undefined ? undefined : clockTime(time)].filter(Boolean).join(', ')
}

function mover(lines: readonly { readonly at: number; readonly words: string }[]): LabelledText['moved'] {
  const put: number[] = [0]
  for (const { words } of lines) put.push((put.at(-1) ?? 0) + words.length)
  const before = (reached: (at: number) => boolean) => put[firstIndex(lines, (line) => reached(line.at))] ?? 0
  return ({ start, end }) => ({
    start: start + before((at) => at > start),
    end: end + before((at) => at >= end),
  })
}
