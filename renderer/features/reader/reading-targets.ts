import type { Coding, SpeakerRole, Turn } from '../../../shared/model/entities.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { type Project, turnsOf } from '../../../shared/model/project.ts'
import { overlaps, type Span } from '../../../shared/text/positions.ts'
import { turnAt } from './transcript-lines.ts'

/** The words of the turn at a position, or of its paragraph in a text without turns; null where there are none. */
export function turnSpan(text: string, turns: readonly Turn[], at: number): Span | null {
  const turn = turnAt(turns, at)
  if (turn) return turn.start < turn.end ? { start: turn.start, end: turn.end } : null
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  const span = { start, end: end < 0 ? text.length : end }
  return text.slice(span.start, span.end).trim() === '' ? null : span
}

/** The sentence at a position, within its turn. */
export function sentenceSpan(text: string, turns: readonly Turn[], at: number): Span | null {
  const around = turnSpan(text, turns, at)
  if (!around) return null
  const words = text.slice(around.start, around.end)
  const within = Math.max(0, Math.min(at - around.start, words.length - 1))
  const found = sentences.segment(words).containing(within)
  if (!found) return around
  const start = around.start + found.index
  return { start, end: start + found.segment.trimEnd().length }
}

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' })

/** Stretches that somebody could code: what participants and unknown voices say, or paragraphs where nobody speaks. */
export function codableSpans(text: string, project: Project, source: SourceId): Span[] {
  const turns = turnsOf(project, source)
  if (turns.length === 0)
    return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }))
  return turns.filter((turn) => turn.start < turn.end && roleOf(project, turn) !== 'interviewer')
}

/** The next stretch that no coding touches, from a position on (or before it); null when all are touched. */
export function uncodedSpan(
  spans: readonly Span[],
  codings: readonly Pick<Coding, 'start' | 'end'>[],
  at: number,
  towards: 'next' | 'previous',
): Span | null {
  const free = spans.filter((span) => !codings.some((coding) => overlaps(coding, span)))
  const found =
    towards === 'next' ? free.find((span) => span.start > at) : free.findLast((span) => span.end < at)
  return found ?? (towards === 'next' ? free[0] : free.at(-1)) ?? null
}

/** One voice within a passage, and its parts of it. */
export interface VoicePart {
  readonly label: string
  readonly role: SpeakerRole
  readonly spans: readonly Span[]
}

/** Who speaks in a passage and which parts are theirs, in the order they are first heard. */
export function voicesIn(project: Project, source: SourceId, span: Span): VoicePart[] {
  const voices = new Map<string, VoicePart>()
  for (const turn of turnsOf(project, source)) {
    const part = { start: Math.max(turn.start, span.start), end: Math.min(turn.end, span.end) }
    if (part.start >= part.end) continue
    const speaker = turn.speaker === undefined ? undefined : project.tables.speaker.get(turn.speaker)
    const label = speaker?.label ?? 'Somebody'
    const known = voices.get(label)
    voices.set(label, { label, role: speaker?.role ?? 'unknown', spans: [...(known?.spans ?? []), part] })
  }
  return [...voices.values()]
}

function roleOf(project: Project, turn: Turn): SpeakerRole | undefined {
  return turn.speaker === undefined ? undefined : project.tables.speaker.get(turn.speaker)?.role
}
