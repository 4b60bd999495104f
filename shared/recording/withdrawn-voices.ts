import type { Participant, Source } from '../model/entities.ts'
import type { Project } from '../model/project.ts'

/** Participants heard in a source who have withdrawn from the inquiry: their voice is not played without asking. */
export function withdrawnVoices(project: Project, source: Source): readonly Participant[] {
  const heard = new Set<string>(source.participants ?? [])
  for (const speaker of project.tables.speaker.values())
    if (speaker.source === source.id && speaker.participant !== undefined) heard.add(speaker.participant)
  return [...project.tables.participant.values()].filter(
    (person) => heard.has(person.id) && person.consent === 'withdrawn',
  )
}
