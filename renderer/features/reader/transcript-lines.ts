import type { Speaker, SpeakerRole, Turn } from '../../../shared/model/entities.ts'
import { paragraphAt, paragraphStarts } from '../../../shared/text/paragraphs.ts'
import { firstIndex, type Span } from '../../../shared/text/positions.ts'

/** How one line of a transcript is set: whose it is, and what stands beside it. */
export interface TranscriptLine {
  /** Where the line begins in the text. */
  readonly at: number
  readonly look: 'say' | 'ask' | 'heading' | 'direction' | 'beside' | 'blank'
  /** Number of the paragraph, from 1; absent on blank lines. */
  readonly paragraph?: number
  /** The turn that the line opens with. */
  readonly opens?: OpenedTurn
  /** Turns that begin further on in the line, after somebody else's words. */
  readonly within?: readonly (OpenedTurn & { readonly look: 'say' | 'ask' })[]
}

/** Where a turn opens: who speaks, when, the label in the text to hide (empty where there is none), and its end. */
interface OpenedTurn {
  readonly who: string
  readonly time: string
  readonly label: Span
  readonly end: number
  /** Then its time can be pressed: a recording is open. */
  readonly isTimed?: boolean
}

/** Reads a transcript's lines once, so that the view only has to draw them. A label that takes a line of its own
    is one line with the words below it. `blocks` are a source's headings and directions (see `Source.blocks`). */
export function transcriptLines(
  text: string,
  blocks: readonly number[],
  turns: readonly Turn[],
  speakers: ReadonlyMap<string, Speaker>,
): TranscriptLine[] {
  const starts = paragraphStarts(text)
  const opening = Map.groupBy(turns, (turn) => lineStart(text, turn.label))
  const lines: TranscriptLine[] = []
  for (let at = 0; at <= text.length; ) {
    const inLine = opening.get(at) ?? []
    const [first] = inLine
    const turn = first && isAtLineStart(text, turns, first, at) ? first : undefined
    const later = turn ? inLine.slice(1) : inLine
    const words = turn ? turn.start : at
    const end = lineEnd(text, words)
    const blank = text.slice(words, end).trim() === ''
    lines.push({
      at,
      look: blank && !turn ? 'blank' : (blockLook(blocks, at) ?? voiceLook(turns, speakers, words)),
      ...(blank ? {} : { paragraph: paragraphAt(starts, words) }),
      ...(turn ? { opens: opensTurn(turn, speakers) } : {}),
      ...(later.length > 0 ? { within: later.map((each) => opensWithin(each, speakers)) } : {}),
    })
    at = end + 1
  }
  return lines
}

/** The lines with times that can be pressed, as while a recording is open. */
export function withTimes(lines: readonly TranscriptLine[]): TranscriptLine[] {
  return lines.map(({ opens, within, ...line }) => ({
    ...line,
    ...(opens ? { opens: { ...opens, isTimed: true } } : {}),
    ...(within ? { within: within.map((turn) => ({ ...turn, isTimed: true })) } : {}),
  }))
}

/** False where a turn before reaches into the line, as after a split in the middle of a paragraph. */
function isAtLineStart(text: string, turns: readonly Turn[], turn: Turn, at: number): boolean {
  if (text.slice(at, turn.label).trim() === '') return true
  const before = turns[turns.indexOf(turn) - 1]
  return !before || before.end <= at
}

/** A time as it is spoken of: 12:48, or 1:02:03 from an hour on. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

function opensTurn(turn: Turn, speakers: ReadonlyMap<string, Speaker>): OpenedTurn {
  return {
    who: (turn.speaker && speakers.get(turn.speaker)?.label) ?? '',
    time: turn.time === undefined ? '' : clockTime(turn.time),
    label: { start: turn.label, end: turn.start },
    end: turn.end,
  }
}

function opensWithin(turn: Turn, speakers: ReadonlyMap<string, Speaker>) {
  const role = turn.speaker === undefined ? undefined : speakers.get(turn.speaker)?.role
  return { ...opensTurn(turn, speakers), look: role === 'interviewer' ? 'ask' : 'say' } as const
}

function blockLook(blocks: readonly number[], at: number): 'heading' | 'direction' | null {
  for (let i = 0; i + 2 < blocks.length; i += 3) {
    const [kind, start = 0, end = 0] = blocks.slice(i, i + 3)
    if (start <= at && at < end) return kind === 0 ? 'heading' : 'direction'
  }
  return null
}

/** Beside: what stands in a transcript though nobody says it, such as a title page. */
function voiceLook(
  turns: readonly Turn[],
  speakers: ReadonlyMap<string, Speaker>,
  at: number,
): 'say' | 'ask' | 'beside' {
  if (turns.length > 0 && !turnAt(turns, at)) return 'beside'
  return roleAt(turns, speakers, at) === 'interviewer' ? 'ask' : 'say'
}

function roleAt(
  turns: readonly Turn[],
  speakers: ReadonlyMap<string, Speaker>,
  at: number,
): SpeakerRole | undefined {
  const turn = turnAt(turns, at)
  return turn?.speaker === undefined ? undefined : speakers.get(turn.speaker)?.role
}

/** The turn that a position is in, its label and its very end included. */
export function turnAt(turns: readonly Turn[], at: number): Turn | undefined {
  const turn = turns[firstIndex(turns, (each) => each.end >= at)]
  return turn && turn.label <= at ? turn : undefined
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
