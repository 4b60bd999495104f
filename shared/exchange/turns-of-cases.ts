import type { Participant, Speaker, Turn } from '../model/entities.ts'
import type { ParticipantId } from '../model/ids.ts'
import { derivedId } from './fingerprint.ts'
import type { SourceRead } from './read-context.ts'
import type { Voice } from './read-passages.ts'

/** A source with turns where the file knows whose words are where, or when they are heard: passages of cases that do
    not overlap, or a transcript's times at the beginnings of its lines. Times alone make no turns where several cases
    belong to the source, because nobody could then be counted. */
export function withTurns(
  read: SourceRead,
  voices: readonly Voice[],
  people: ReadonlyMap<string, Participant>,
  belonging: readonly ParticipantId[],
  text: string,
): { readonly read: SourceRead; readonly belonging: readonly ParticipantId[] } {
  if (read.turns.length > 0) return { read, belonging }
  const said = inOrder(voices)
  if (said.length === 0)
    return belonging.length > 1
      ? { read, belonging }
      : { read: timedRead(read, text, belonging[0], people), belonging }
  const everyone = [...new Set([...belonging, ...said.map(({ participant }) => participant)])]
  const overlap = said.some(({ start }, i) => i > 0 && start < (said[i - 1]?.end ?? 0))
  if (overlap) return { read, belonging: everyone }
  const turns = said.map(({ start, end, participant }) =>
    turnOf(read, { start, end, speaker: speakerId(read, participant), time: timeAt(read.times, start) }),
  )
  const speakers = speakersOf(read, new Set(said.map(({ participant }) => participant)), people)
  return { read: { ...read, turns, speakers }, belonging: everyone }
}

/** In order of the text, stretches of one person that touch or repeat each other joined. */
function inOrder(voices: readonly Voice[]): Voice[] {
  const sorted = voices
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  const joined: Voice[] = []
  for (const voice of sorted) {
    const last = joined.at(-1)
    if (last && last.participant === voice.participant && voice.start <= last.end)
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, voice.end) }
    else joined.push(voice)
  }
  return joined
}

function timedRead(
  read: SourceRead,
  text: string,
  only: ParticipantId | undefined,
  people: ReadonlyMap<string, Participant>,
): SourceRead {
  const starts: number[] = []
  for (let i = 0; i + 1 < read.times.length; i += 2) {
    const at = read.times[i] ?? 0
    if (at < text.length && (at === 0 || text[at - 1] === '\n')) starts.push(at)
  }
  if (starts.length < 2) return read
  const speaker = only && people.has(only) ? speakerId(read, only) : undefined
  const turns = starts.map((start, i) => {
    const next = starts[i + 1] ?? text.length
    const end = start + text.slice(start, next).trimEnd().length
    return turnOf(read, { start, end, speaker, time: timeAt(read.times, start) })
  })
  return { ...read, turns, speakers: speaker && only ? speakersOf(read, new Set([only]), people) : [] }
}

function turnOf(
  { source }: SourceRead,
  {
    start,
    end,
    speaker,
    time,
  }: { start: number; end: number; speaker: Speaker['id'] | undefined; time: number | undefined },
): Turn {
  return {
    id: derivedId('turn', source.id, String(start), String(end)),
    source: source.id,
    label: start,
    start,
    end,
    ...(speaker ? { speaker } : {}),
    ...(time === undefined ? {} : { time }),
  }
}

function timeAt(times: readonly number[], position: number): number | undefined {
  const at = times.findIndex((each, i) => i % 2 === 0 && each === position)
  return at < 0 ? undefined : times[at + 1]
}

function speakerId({ source }: SourceRead, participant: ParticipantId): Speaker['id'] {
  return derivedId('speaker', source.id, participant)
}

function speakersOf(
  read: SourceRead,
  heard: ReadonlySet<ParticipantId>,
  people: ReadonlyMap<string, Participant>,
): Speaker[] {
  return [...heard].map((participant) => ({
    id: speakerId(read, participant),
    source: read.source.id,
    label: people.get(participant)?.pseudonym ?? 'Somebody',
    role: 'participant',
    participant,
  }))
}
