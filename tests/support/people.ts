import type { Archive } from '../../shared/model/archive.ts'
import type { SourceId } from '../../shared/model/ids.ts'

/** A voice of one source: its role, and the pseudonym of whoever it is. */
export interface ToldSpeaker {
  readonly role: string
  readonly pseudonym: string | undefined
}

/** Who speaks in a source of a saved project, by label. */
export function speakersOf({ project }: Archive, source: string): ReadonlyMap<string, ToldSpeaker> {
  const { source: sources, speaker: speakers, participant: people } = project.tables
  const id = [...sources.values()].find((each) => each.name === source)?.id
  const here = [...speakers.values()].filter((speaker) => speaker.source === id)
  return new Map(
    here.map(({ label, role, participant }) => [
      label,
      { role, pseudonym: participant && people.get(participant)?.pseudonym },
    ]),
  )
}

/** Where words stand in a saved project. */
export interface Place {
  readonly source: SourceId
  readonly start: number
  readonly end: number
}

/** The first place in any source's text where these words stand as they are; null when they stand nowhere. */
export function placeOf({ project, contents }: Archive, words: string): Place | null {
  for (const source of project.tables.source.values()) {
    const start = contents.get(source.content)?.text.indexOf(words) ?? -1
    if (start >= 0) return { source: source.id, start, end: start + words.length }
  }
  return null
}

/** The roles of those who speak at a place. */
export function whoSpeaksOf({ project }: Archive, { source, start, end }: Place): readonly string[] {
  const turns = (project.turns.get(source) ?? []).filter((turn) => turn.start < end && start < turn.end)
  const roles = turns.map(
    (turn) => (turn.speaker && project.tables.speaker.get(turn.speaker)?.role) ?? 'nobody',
  )
  return [...new Set(roles)]
}
