import { consentOf } from '../model/consent.ts'
import type { Participant, Source, Turn } from '../model/entities.ts'
import type { ContentHash, ParticipantId, SourceId } from '../model/ids.ts'
import { inOrder, type Project, turnsOf } from '../model/project.ts'
import { firstIndex, type Span } from '../text/positions.ts'

/** A stretch of one source's content. */
export type Passage = Span & { readonly source: SourceId; readonly content: ContentHash }

/** Whose words a passage is. */
export interface WhoSpeaks {
  /** In the order they speak, each once, withdrawn ones among them. Empty: an interviewer or an unknown voice. */
  readonly participants: readonly Participant[]
  /** More than one participant speaks in it, so somebody should say whose words are meant. */
  readonly several: boolean
}

/** The participants whose turns a passage overlaps, never interviewers or unknown voices; in a source without turns,
    the participants it belongs to. A passage on a text read no longer has no turns: it belongs to the source's
    participant when there is only one, else to nobody. */
export function whoSpeaks(project: Project, passage: Passage): WhoSpeaks {
  const source = project.tables.source.get(passage.source)
  const turns = turnsOf(project, passage.source)
  if (!source) return { participants: [], several: false }
  if (turns.length > 0 && passage.content === source.content) {
    return answer(
      project,
      turnsIn(turns, passage).map((turn) => speakerOf(project, turn)),
    )
  }
  const all = new Set([
    ...(source.participants ?? []),
    ...turns.flatMap((turn) => speakerOf(project, turn) ?? []),
  ])
  return answer(project, turns.length > 0 && all.size > 1 ? [] : [...all])
}

/** The participant a turn belongs to; undefined for interviewers and unknown voices. */
export function speakerOf(project: Project, turn: Turn): ParticipantId | undefined {
  const speaker = turn.speaker === undefined ? undefined : project.tables.speaker.get(turn.speaker)
  return speaker?.role === 'participant' ? speaker.participant : undefined
}

/** The turns a passage shares words with (labels are not words), in order. */
export function turnsIn(turns: readonly Turn[], passage: Span): readonly Turn[] {
  const found: Turn[] = []
  for (let i = firstIndex(turns, (turn) => turn.end > passage.start); i < turns.length; i++) {
    const turn = turns[i]
    if (!turn || turn.start >= passage.end) break
    if (turn.end > turn.start) found.push(turn)
  }
  return found
}

function answer(project: Project, ids: readonly (ParticipantId | undefined)[]): WhoSpeaks {
  const participants = [...new Set(ids)].flatMap((id) => (id && project.tables.participant.get(id)) ?? [])
  return { participants, several: participants.length > 1 }
}

/** Stands for an interviewer or an unknown voice. */
export const nobody = -1
/** Stands for somebody withdrawn. */
export const gone = -2

/** Who speaks where in a whole project, in numbers, for counting many passages. */
export interface Voices {
  /** All participants in their order; an index below counts in this list. */
  readonly participants: readonly Participant[]
  /** 1 for those who count; 0 for those withdrawn from the audience. */
  readonly counts: Uint8Array
  readonly bySource: ReadonlyMap<SourceId, SourceVoices>
}

export interface SourceVoices {
  readonly source: Source
  readonly turns: readonly Turn[]
  /** For each turn its participant's index, or `nobody`, or `gone`. */
  readonly speakers: Int32Array
  /** Everybody who takes part in the source and counts: by turns, or by the source as a whole. */
  readonly present: readonly number[]
  /** Somebody withdrawn takes part in it. */
  readonly withdrawn: boolean
}

/** Reads every source's voices. Whoever withdrew, altogether or from the audience, is gone. */
export function readVoices(project: Project, audience?: string): Voices {
  const participants = inOrder(project.tables.participant)
  const counts = Uint8Array.from(participants, (each) => (consentOf(each, audience) === 'withdrawn' ? 0 : 1))
  const index = new Map(participants.map((each, i) => [each.id, counts[i] ? i : gone]))
  const bySpeaker = new Map<string, number>()
  for (const speaker of project.tables.speaker.values()) {
    const voice =
      speaker.role === 'participant' && speaker.participant ? index.get(speaker.participant) : nobody
    bySpeaker.set(speaker.id, voice ?? nobody)
  }
  const bySource = new Map<SourceId, SourceVoices>()
  for (const source of project.tables.source.values()) {
    bySource.set(source.id, sourceVoices(source, turnsOf(project, source.id), bySpeaker, index))
  }
  return { participants, counts, bySource }
}

const fewSpeakers = 30

function sourceVoices(
  source: Source,
  turns: readonly Turn[],
  bySpeaker: ReadonlyMap<string, number>,
  index: ReadonlyMap<ParticipantId, number>,
): SourceVoices {
  const speakers = new Int32Array(turns.length)
  const present = new Set<number>()
  const met: (string | undefined)[] = []
  const voices: number[] = []
  for (let i = 0; i < turns.length; i++) {
    const speaker = turns[i]?.speaker
    // A conversation has few speakers, and looking through them is fastest; a survey has one for each answer.
    let at = met.length <= fewSpeakers ? met.indexOf(speaker) : -1
    if (at < 0) {
      at = met.push(speaker) - 1
      voices.push(speaker === undefined ? nobody : (bySpeaker.get(speaker) ?? nobody))
      present.add(voices[at] ?? nobody)
    }
    speakers[i] = voices[at] ?? nobody
  }
  for (const id of source.participants ?? []) present.add(index.get(id) ?? nobody)
  const withdrawn = present.has(gone)
  present.delete(nobody)
  present.delete(gone)
  return { source, turns, speakers, present: [...present], withdrawn }
}
