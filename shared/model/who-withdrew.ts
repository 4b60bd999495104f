import type { Participant, Source } from './entities.ts'
import type { Project } from './project.ts'

/** What of a source was withdrawn: by which of its participants, and how many single passages of it. */
export interface Withdrawn {
  readonly participants: readonly Participant[]
  readonly passages: number
}

/** Tells whether somebody took their words in a source back, for all audiences: then nothing of the file it came from
    is shown unless somebody asks for it. Null where nobody did. */
export function whoWithdrew(project: Project, source: Source): Withdrawn | null {
  const { participant, speaker, restriction } = project.tables
  const ids = new Set(source.participants)
  for (const voice of speaker.values())
    if (voice.source === source.id && voice.participant) ids.add(voice.participant)
  const participants = [...ids].flatMap((id) => participant.get(id) ?? [])
  const withdrawn = participants.filter((each) => each.consent === 'withdrawn')
  const passages = [...restriction.values()].filter(
    (each) => each.source === source.id && each.consent === 'withdrawn' && each.audience === undefined,
  ).length
  return withdrawn.length + passages > 0 ? { participants: withdrawn, passages } : null
}
