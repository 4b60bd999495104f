import type { Participant } from '../model/entities.ts'
import type { ContentHash, ParticipantId } from '../model/ids.ts'
import { inOrder, type Project, type Texts } from '../model/project.ts'
import { paragraphAt, paragraphStarts } from '../text/paragraphs.ts'

/** Gives "P07 ¶34" for a participant's words at a position. */
export type Cite = (participant: ParticipantId, content: ContentHash, position: number) => string

/** Participants' numbers, P01 on, in their order; nobody's number moves when somebody withdraws. */
export function participantNumbers(project: Project): ReadonlyMap<ParticipantId, string> {
  const all = inOrder(project.tables.participant)
  const digits = Math.max(2, String(all.length).length)
  return new Map(all.map((each: Participant, i) => [each.id, `P${String(i + 1).padStart(digits, '0')}`]))
}

/** Cites passages of a project by participant and paragraph; each text's paragraphs are looked for once. */
export function citations(project: Project, texts: Texts): Cite {
  const numbers = participantNumbers(project)
  const paragraphs = new Map<ContentHash, readonly number[]>()
  return (participant, content, position) => {
    const starts = paragraphs.get(content) ?? paragraphStarts(texts(content) ?? '')
    paragraphs.set(content, starts)
    return `${numbers.get(participant) ?? '?'} ¶${Math.max(1, paragraphAt(starts, position))}`
  }
}
