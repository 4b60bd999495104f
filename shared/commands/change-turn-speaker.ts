import type { Edit, Gesture } from '../change/change.ts'
import { create, isIdle, update } from '../change/edit.ts'
import type { Participant, Speaker, SpeakerRole, Turn } from '../model/entities.ts'
import type { ParticipantId, SourceId, SpeakerId, TurnId } from '../model/ids.ts'
import { entity, type Project, turnIn, turnsOf } from '../model/project.ts'
import { newParticipant } from './change-participant.ts'
import type { Making } from './making.ts'

/** Somebody already heard in the source, or a label not heard so far. A new participant's voice without a
    `participant` is the one whose pseudonym the label is, or someone new. */
export type SpeakerChoice =
  | { readonly kind: 'known'; readonly speaker: SpeakerId }
  | {
      readonly kind: 'new'
      readonly label: string
      readonly role: SpeakerRole
      readonly participant?: ParticipantId
    }

/** Says that somebody else speaks a turn. A label that is already in the source is that speaker.
    Null when the turn is gone, the label empty, or nothing changes. */
export function changeTurnSpeaker(
  project: Project,
  source: SourceId,
  id: TurnId,
  choice: SpeakerChoice,
  making: Making,
): Gesture | null {
  const turn = turnIn(project, source, id)
  const voice = turn && voiceOf(project, source, choice, making)
  if (!turn || !voice) return null
  const edits = given(project, source, [turn], voice)
  return edits && { label: `Change speaker of a turn to ${voice.speaker.label}`, edits }
}

/** Says who speaks every turn of a source that has no name yet, as captions come. Null when there are none, or the
    label is empty. */
export function nameTurns(
  project: Project,
  source: SourceId,
  choice: SpeakerChoice,
  making: Making,
): Gesture | null {
  const nameless = turnsOf(project, source).filter((turn) => turn.speaker === undefined)
  const voice = voiceOf(project, source, choice, making)
  const edits = voice && given(project, source, nameless, voice)
  if (!edits) return null
  const turns = nameless.length === 1 ? 'a turn' : `${nameless.length} turns`
  return { label: `Say that ${voice.speaker.label} speaks ${turns} without a name`, edits }
}

/** A speaker, and what has to be made for there to be one. */
interface Voice {
  readonly speaker: Speaker
  readonly making: readonly Edit[]
}

/** The edits that give turns to a voice; null when all are its own already. */
function given(project: Project, source: SourceId, turns: readonly Turn[], voice: Voice): Edit[] | null {
  const { content } = entity(project, 'source', source)
  const edits = turns
    .map((turn) => update('turn', turn, { speaker: voice.speaker.id }))
    .filter((edit) => !isIdle(edit))
  return edits.length > 0 ? [...voice.making, ...edits.map((edit) => ({ ...edit, content }))] : null
}

function voiceOf(project: Project, source: SourceId, choice: SpeakerChoice, making: Making): Voice | null {
  if (choice.kind === 'known') {
    const speaker = project.tables.speaker.get(choice.speaker)
    return speaker ? { speaker, making: [] } : null
  }
  const label = choice.label.trim()
  if (label === '') return null
  const known = [...project.tables.speaker.values()].find(
    (each) => each.source === source && each.label === label,
  )
  if (known) return { speaker: known, making: [] }
  const person = choice.role === 'participant' ? personOf(project, label, choice.participant, making) : null
  const speaker = {
    id: making.newId<'speaker'>(),
    source,
    label,
    role: choice.role,
    ...(person ? { participant: person.id } : {}),
  }
  const isNew = person && !project.tables.participant.has(person.id)
  return { speaker, making: [...(isNew ? [create('participant', person)] : []), create('speaker', speaker)] }
}

function personOf(
  project: Project,
  label: string,
  id: ParticipantId | undefined,
  making: Making,
): Participant {
  const people = project.tables.participant
  return (
    (id === undefined ? undefined : people.get(id)) ??
    [...people.values()].find((each) => each.pseudonym === label) ??
    newParticipant(project, label, making)
  )
}
