import type { Gesture } from '../change/change.ts'
import { create, isIdle, update } from '../change/edit.ts'
import type { SpeakerRole } from '../model/entities.ts'
import type { ParticipantId, SpeakerId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'
import { newParticipant } from './change-participant.ts'
import type { Making } from './making.ts'

/** Gives a speaker another role. Whoever becomes a participant is the one whose pseudonym their label is, or someone
    new; whoever stops being one belongs to no participant. Null when nothing changes. */
export function changeSpeakerRole(
  project: Project,
  id: SpeakerId,
  role: SpeakerRole,
  making: Making,
): Gesture | null {
  const speaker = entity(project, 'speaker', id)
  if (speaker.role === role) return null
  const label = `Make ${speaker.label} ${roleWords[role]}`
  if (role !== 'participant')
    return { label, edits: [update('speaker', speaker, { role, participant: undefined })] }
  const known = [...project.tables.participant.values()].find((each) => each.pseudonym === speaker.label)
  if (known) return { label, edits: [update('speaker', speaker, { role, participant: known.id })] }
  const person = newParticipant(project, speaker.label, making)
  return {
    label,
    edits: [create('participant', person), update('speaker', speaker, { role, participant: person.id })],
  }
}

/** Says which participant a speaker is (and that it is one). Null when that stands already. */
export function setSpeakerParticipant(
  project: Project,
  id: SpeakerId,
  participant: ParticipantId,
): Gesture | null {
  const speaker = entity(project, 'speaker', id)
  const person = entity(project, 'participant', participant)
  const edit = update('speaker', speaker, { role: 'participant', participant })
  return isIdle(edit) ? null : { label: `Say that ${speaker.label} is ${person.pseudonym}`, edits: [edit] }
}

/** Says that a speaker is somebody new, with a pseudonym; null when the pseudonym is empty or taken. */
export function speakerIsNew(
  project: Project,
  id: SpeakerId,
  pseudonym: string,
  making: Making,
): Gesture | null {
  const speaker = entity(project, 'speaker', id)
  const wanted = pseudonym.trim()
  const taken = [...project.tables.participant.values()].some((each) => each.pseudonym === wanted)
  if (wanted === '' || taken) return null
  const person = newParticipant(project, wanted, making)
  return {
    label: `Say that ${speaker.label} is ${wanted}, a new participant`,
    edits: [
      create('participant', person),
      update('speaker', speaker, { role: 'participant', participant: person.id }),
    ],
  }
}

const roleWords = {
  participant: 'a participant',
  interviewer: 'an interviewer',
  unknown: 'an unknown voice',
} as const satisfies Record<SpeakerRole, string>
