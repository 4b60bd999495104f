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
  /** The line opens a turn: who speaks, when, and the label in the text to hide (empty where there is none). */
  readonly opens?: { readonly who: string; readonly time: string; readonly label: Span }
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
  const opening = new Map(turns.map((turn) => [lineStart(text, turn.label), turn]))
  const lines: TranscriptLine[] = []
  for (let at = 0; at <= text.length; ) {
    const turn = opening.get(at)
    const words = turn ? turn.start : at
    const end = lineEnd(text, words)
    const blank = text.slice(words, end).trim() === ''
    lines.push({
      at,
      look: blank && !turn ? 'blank' : (blockLook(blocks, at) ?? voiceLook(turns, speakers, words)),
      ...(blank ? {} : { paragraph: paragraphAt(starts, words) }),
      ...(turn ? { opens: opensTurn(turn, speakers) } : {}),
    })
    at = end + 1
  }
  return lines
}

/** A time as it is spoken of: 12:48, or 1:02:03 from an hour on. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

function opensTurn(turn: Turn, speakers: ReadonlyMap<string, Speaker>): NonNullable<TranscriptLine['opens']> {
  return {
    who: (turn.speaker && speakers.get(turn.speaker)?.label) ?? '',
    time: turn.time === undefined ? '' : clockTime(turn.time),
    label: { start: turn.label, end: turn.start },
  }
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
