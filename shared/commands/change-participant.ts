import type { Edit, Gesture } from '../change/change.ts'
import { create, isIdle, remove, update } from '../change/edit.ts'
import { stricter } from '../model/consent.ts'
import type { Consent, Participant } from '../model/entities.ts'
import type { ParticipantId } from '../model/ids.ts'
import { keyBetween } from '../model/order.ts'
import { entity, inOrder, type Project } from '../model/project.ts'
import type { Making } from './making.ts'

/** A change of participants, or one sentence that says why it cannot be. */
export type ParticipantChange =
  | { readonly ok: true; readonly gesture: Gesture | null }
  | { readonly ok: false; readonly problem: string }

/** Adds someone who took part. A pseudonym names one person only. */
export function addParticipant(project: Project, pseudonym: string, making: Making): ParticipantChange {
  const problem = pseudonymProblem(project, pseudonym)
  if (problem !== null) return { ok: false, problem }
  const person = newParticipant(project, pseudonym, making)
  return {
    ok: true,
    gesture: { label: `Add participant ${person.pseudonym}`, edits: [create('participant', person)] },
  }
}

/** A participant at the end of the list, whose words may be quoted until something else is said. */
export function newParticipant(project: Project, pseudonym: string, making: Making): Participant {
  const last = inOrder(project.tables.participant).at(-1)?.order ?? null
  const id = making.newId<'participant'>()
  return { id, pseudonym: pseudonym.trim(), consent: 'quote', order: keyBetween(last, null) }
}

/** What may be said about a participant besides attributes; empty texts take a field away. */
export interface ParticipantFacts {
  readonly pseudonym?: string
  readonly name?: string
  readonly consent?: Consent
  readonly consentNote?: string
}

/** Changes facts about a participant. */
export function changeParticipant(
  project: Project,
  id: ParticipantId,
  facts: ParticipantFacts,
): ParticipantChange {
  const person = entity(project, 'participant', id)
  const pseudonym = facts.pseudonym?.trim()
  const problem =
    pseudonym === undefined || pseudonym === person.pseudonym ? null : pseudonymProblem(project, pseudonym)
  if (problem !== null) return { ok: false, problem }
  const edit = update('participant', person, {
    ...(pseudonym === undefined ? {} : { pseudonym }),
    ...(facts.name === undefined ? {} : { name: facts.name.trim() || undefined }),
    ...(facts.consent === undefined ? {} : { consent: facts.consent }),
    ...(facts.consentNote === undefined ? {} : { consentNote: facts.consentNote.trim() || undefined }),
  })
  return { ok: true, gesture: isIdle(edit) ? null : { label: labelOf(person, facts), edits: [edit] } }
}

/** Says what a participant allows one audience, where that differs; null takes the difference away. */
export function setConsentFor(
  project: Project,
  id: ParticipantId,
  audience: string,
  consent: Consent | null,
): Gesture | null {
  const person = entity(project, 'participant', id)
  const { [audience]: _, ...others } = person.consentFor ?? {}
  const wanted = consent === null ? others : { ...others, [audience]: consent }
  const consentFor = Object.keys(wanted).length > 0 ? wanted : undefined
  const edit = update('participant', person, { consentFor })
  return isIdle(edit) ? null : { label: `Set what ${person.pseudonym} allows “${audience}”`, edits: [edit] }
}

/** Joins two participants who are one person: voices, sources and memos go to the first, blanks are filled from
    the second, and the stricter consent holds. */
export function mergeParticipants(
  project: Project,
  keep: ParticipantId,
  gone: ParticipantId,
): Gesture | null {
  if (keep === gone) return null
  const kept = entity(project, 'participant', keep)
  const other = entity(project, 'participant', gone)
  return {
    label: `Merge ${other.pseudonym} into ${kept.pseudonym}`,
    edits: [
      update('participant', kept, united(kept, other)),
      ...handOver(project, gone, keep),
      remove('participant', other),
    ],
  }
}

/** Takes a participant away. Their voices stay in the sources and belong to nobody; memos about them go too. */
export function removeParticipant(project: Project, id: ParticipantId): Gesture {
  const person = entity(project, 'participant', id)
  return {
    label: `Delete participant ${person.pseudonym}`,
    edits: [...handOver(project, id, null), remove('participant', person)],
  }
}

function pseudonymProblem(project: Project, pseudonym: string): string | null {
  const wanted = pseudonym.trim()
  if (wanted === '') return 'Give the participant a pseudonym.'
  const taken = [...project.tables.participant.values()].some((each) => each.pseudonym === wanted)
  return taken ? `There is already a participant called ${wanted}. If they are one person, merge them.` : null
}

function labelOf(person: Participant, facts: ParticipantFacts): string {
  if (facts.pseudonym !== undefined) return `Rename ${person.pseudonym} to ${facts.pseudonym.trim()}`
  if (facts.consent !== undefined) return `Set what ${person.pseudonym} allows`
  if (facts.consentNote !== undefined) return `Note on what ${person.pseudonym} allows`
  return `Set the name behind ${person.pseudonym}`
}

function united(kept: Participant, other: Participant): Partial<Participant> {
  const audiences = new Set([...Object.keys(kept.consentFor ?? {}), ...Object.keys(other.consentFor ?? {})])
  const consentFor = [...audiences].map((audience) => {
    const mine = kept.consentFor?.[audience] ?? kept.consent
    return [audience, stricter(mine, other.consentFor?.[audience] ?? other.consent)] as const
  })
  const notes = [kept.consentNote, other.consentNote].filter((note) => note !== undefined)
  const name = kept.name ?? other.name
  const attributes = { ...other.attributes, ...kept.attributes }
  return {
    consent: stricter(kept.consent, other.consent),
    ...(audiences.size > 0 ? { consentFor: Object.fromEntries(consentFor) } : {}),
    ...(notes.length > 0 ? { consentNote: [...new Set(notes)].join('\n') } : {}),
    ...(name === undefined ? {} : { name }),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  }
}

/** Whatever named one participant names another; null: nobody. */
function handOver(project: Project, from: ParticipantId, to: ParticipantId | null): Edit[] {
  const { speaker, source, memo } = project.tables
  const voices = [...speaker.values()].filter((each) => each.participant === from)
  const sources = [...source.values()].filter((each) => each.participants?.includes(from))
  const memos = [...memo.values()].filter(
    (each) => each.about.kind === 'participant' && each.about.participant === from,
  )
  return [
    ...voices.map((each) => update('speaker', each, { participant: to ?? undefined })),
    ...sources.map((each) =>
      update('source', each, { participants: handedOver(each.participants ?? [], from, to) }),
    ),
    ...memos.map((each) =>
      to === null
        ? remove('memo', each)
        : update('memo', each, { about: { kind: 'participant', participant: to } }),
    ),
  ]
}

function handedOver(people: readonly ParticipantId[], from: ParticipantId, to: ParticipantId | null) {
  const left = [...new Set(people.flatMap((id) => (id === from ? (to ?? []) : id)))]
  return left.length > 0 ? left : undefined
}
