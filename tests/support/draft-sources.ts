import type { Speaker } from '../../shared/model/entities.ts'
import type { SourceId, SpeakerId } from '../../shared/model/ids.ts'
import { countWords } from '../../shared/text/count-words.ts'
import { standInHash } from './counted-ids.ts'
import { type Draft, given, named, person } from './project-draft.ts'
import type { SourceSpec } from './project-spec.ts'

/** Adds a source with its text, its speakers and its turns. */
export function addSource(draft: Draft, spec: SourceSpec, order: string): void {
  const id = draft.newId<'source'>()
  const laid = layOut(spec)
  // The name makes equal texts of two sources two contents, as tests expect of separate sources.
  const content = standInHash(`${spec.name}\n${laid.text}`)
  draft.contents.set(content, laid.text)
  const asked = Object.entries(spec.asked ?? {}).map(
    ([text, value]) => [named(draft.tables.question, (q) => q.text, text).id, value] as const,
  )
  draft.tables.source.set(id, {
    id,
    name: spec.name,
    kind: spec.kind ?? 'interview',
    status: 'done',
    content,
    firstContent: content,
    words: countWords(laid.spoken),
    format: 'Test text',
    importedAt: 0,
    order,
    ...given(spec, ['attributes']),
    ...(asked.length > 0 ? { asked: Object.fromEntries(asked) } : {}),
    ...(spec.participants ? { participants: spec.participants.map((name) => person(draft, name).id) } : {}),
  })
  addTurns(draft, id, spec, laid.turns)
}

interface Laid {
  readonly text: string
  readonly spoken: string
  readonly turns: readonly {
    readonly label: number
    readonly start: number
    readonly end: number
    readonly who: string
    readonly time?: number
  }[]
}

function layOut(spec: SourceSpec): Laid {
  if (!spec.turns) return { text: spec.text ?? '', spoken: spec.text ?? '', turns: [] }
  let text = ''
  const turns = spec.turns.map(([who, words, time]) => {
    if (text !== '') text += '\n'
    const label = text.length
    if (spec.labels !== 'beside') text += `${who}: `
    const start = text.length
    text += words
    return { label, start, end: text.length, who, ...(time !== undefined ? { time } : {}) }
  })
  return { text, spoken: spec.turns.map(([, words]) => words).join('\n'), turns }
}

function addTurns(draft: Draft, source: SourceId, spec: SourceSpec, turns: Laid['turns']): void {
  if (turns.length === 0) return
  const speakers = new Map<string, SpeakerId>()
  for (const label of new Set(turns.map((turn) => turn.who))) {
    const speaker = speakerOf(draft, source, spec, label)
    draft.tables.speaker.set(speaker.id, speaker)
    speakers.set(label, speaker.id)
  }
  draft.turns.set(
    source,
    turns.map(({ who, ...turn }) => {
      const speaker = speakers.get(who)
      return { id: draft.newId<'turn'>(), source, ...turn, ...(speaker ? { speaker } : {}) }
    }),
  )
}

function speakerOf(draft: Draft, source: SourceId, spec: SourceSpec, label: string): Speaker {
  const pseudonym = spec.voices?.[label] ?? label
  const participant = [...draft.tables.participant.values()].find((each) => each.pseudonym === pseudonym)
  const role =
    spec.roles?.[label] ??
    (participant ? 'participant' : /^(i|interviewer|q|int)$/i.test(label) ? 'interviewer' : 'unknown')
  return {
    id: draft.newId<'speaker'>(),
    source,
    label,
    role,
    ...(participant && role === 'participant' ? { participant: participant.id } : {}),
  }
}
