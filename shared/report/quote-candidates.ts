import { speakerOf, turnsIn, whoSpeaks } from '../analysis/who-speaks.ts'
import { consentOf, passageConsent } from '../model/consent.ts'
import type { Coding, Participant, Turn } from '../model/entities.ts'
import { type Project, type Texts, turnsOf } from '../model/project.ts'
import { type Span, trimSpan } from '../text/positions.ts'
import { earlierWords } from './earlier-words.ts'

/** One participant's own words in one coded passage, allowed to be quoted. */
export interface QuoteCandidate {
  readonly coding: Coding
  readonly participant: Participant
  /** Their stretches of the passage, trimmed, in order; others' words and labels lie between. */
  readonly spans: readonly Span[]
  /** UTF-16 units in the stretches together. */
  readonly length: number
  /** Begin of the recording's turn in milliseconds, where known. */
  readonly time: number | undefined
}

/** What of some codings may be quoted to an audience, by whom. A passage over several participants gives each one's
    own part; a text without turns is quoted only when it is one participant's. Restrictions count for the whole
    passage they touch. */
export function quoteCandidates(
  project: Project,
  texts: Texts,
  codings: readonly Coding[],
  audience?: string,
): readonly QuoteCandidate[] {
  const restricted = new Set([...project.tables.restriction.values()].map((each) => each.source))
  const open = new Map<Participant, boolean>()
  const mayQuote = (participant: Participant, coding: Coding) => {
    const known = open.get(participant) ?? consentOf(participant, audience) === 'quote'
    open.set(participant, known)
    return (
      known &&
      (!restricted.has(coding.source) || passageConsent(project, coding, [participant], audience) === 'quote')
    )
  }
  const candidates: QuoteCandidate[] = []
  for (const coding of codings) {
    const content = texts(coding.content)
    if (content === undefined) continue
    for (const part of ownParts(project, coding, content)) {
      const found = mayQuote(part.participant, coding) ? candidate(content, coding, part) : null
      if (found) candidates.push(found)
    }
  }
  return candidates
}

interface OwnPart {
  readonly participant: Participant
  readonly spans: readonly Span[]
  readonly time: number | undefined
}

function ownParts(project: Project, coding: Coding, content: string): readonly OwnPart[] {
  const turns = turnsOf(project, coding.source)
  const current = project.tables.source.get(coding.source)?.content === coding.content
  if (turns.length === 0 || !current) {
    const { participants, several } = whoSpeaks(project, coding)
    const words = turns.length === 0 ? coding : earlierWords(content, coding)
    return several || words === null
      ? []
      : participants.map((participant) => ({ participant, spans: [words], time: undefined }))
  }
  const here = turnsIn(turns, coding)
  const only = here.length === 1 ? here[0] : undefined
  return only ? partOf(project, coding, only) : partsOf(project, coding, here)
}

/** Nearly every passage lies within one turn. */
function partOf(project: Project, coding: Coding, turn: Turn): readonly OwnPart[] {
  const id = speakerOf(project, turn)
  const participant = id && project.tables.participant.get(id)
  return participant ? [{ participant, spans: [within(turn, coding)], time: turn.time }] : []
}

function partsOf(project: Project, coding: Coding, turns: readonly Turn[]): readonly OwnPart[] {
  const parts = new Map<Participant, { participant: Participant; spans: Span[]; time: number | undefined }>()
  for (const turn of turns) {
    for (const { participant, spans, time } of partOf(project, coding, turn)) {
      const part = parts.get(participant) ?? { participant, spans: [], time }
      part.spans.push(...spans)
      parts.set(participant, part)
    }
  }
  return [...parts.values()]
}

function within(turn: Turn, coding: Coding): Span {
  return { start: Math.max(turn.start, coding.start), end: Math.min(turn.end, coding.end) }
}

function candidate(
  content: string,
  coding: Coding,
  { participant, spans: own, time }: OwnPart,
): QuoteCandidate | null {
  const spans: Span[] = []
  let length = 0
  for (const span of own) {
    const trimmed = trimSpan(content, span)
    if (!trimmed) continue
    spans.push(trimmed)
    length += trimmed.end - trimmed.start
  }
  return spans.length === 0 ? null : { coding, participant, spans, length, time }
}
