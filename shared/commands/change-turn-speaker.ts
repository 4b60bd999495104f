import type { Gesture } from '../change/change.ts'
import { create, isIdle, update } from '../change/edit.ts'
import type { Speaker, SpeakerRole } from '../model/entities.ts'
import type { ParticipantId, SourceId, SpeakerId, TurnId } from '../model/ids.ts'
import { type Project, turnIn } from '../model/project.ts'
import type { Making } from './making.ts'

/** Somebody already heard in the source, or a label not heard so far. */
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
  if (!turn) return null
  const known = knownSpeaker(project, source, choice)
  const fresh = known || choice.kind === 'known' ? null : newSpeaker(source, choice, making)
  const speaker = known ?? fresh
  if (!speaker) return null
  const edit = update('turn', turn, { speaker: speaker.id })
  if (isIdle(edit)) return null
  return {
    label: `Change speaker of a turn to ${speaker.label}`,
    edits: [...(fresh ? [create('speaker', fresh)] : []), { ...edit, content: contentOf(project, source) }],
  }
}

function contentOf(project: Project, source: SourceId) {
  const content = project.tables.source.get(source)?.content
  if (!content) throw new Error(`There is no source ${source}`)
  return content
}

function knownSpeaker(project: Project, source: SourceId, choice: SpeakerChoice): Speaker | undefined {
  if (choice.kind === 'known') return project.tables.speaker.get(choice.speaker)
  const label = choice.label.trim()
  return [...project.tables.speaker.values()].find((each) => each.source === source && each.label === label)
}

function newSpeaker(
  source: SourceId,
  choice: Extract<SpeakerChoice, { kind: 'new' }>,
  making: Making,
): Speaker | null {
  const label = choice.label.trim()
  if (label === '') return null
  const voice = choice.role === 'participant' && choice.participant ? { participant: choice.participant } : {}
  return { id: making.newId<'speaker'>(), source, label, role: choice.role, ...voice }
}
