import type { Participant } from '../../model/entities.ts'
import type { Project } from '../../model/project.ts'
import { erasedWords } from './cut-text.ts'
import { fieldKey } from './erasure-plan.ts'

/** Whether nothing is left of a participant but a place in the list: reports number people by it. */
export function isErased({ pseudonym, consent }: Pick<Participant, 'pseudonym' | 'consent'>): boolean {
  return pseudonym === erasedWords && consent === 'withdrawn'
}

/** Ids of the participants who were erased. */
export function erasedPeople({ tables }: Project): ReadonlySet<string> {
  return new Set([...tables.participant.values()].filter(isErased).map(({ id }) => id))
}

/** What is known of erased participants, and of voices that were theirs: nothing. By `fieldKey`. */
export function fieldsOfNobody(people: Iterable<string>, voices: Iterable<string>): [string, unknown][] {
  return [
    ...[...people].flatMap((id): [string, unknown][] => [
      [fieldKey('participant', id, 'pseudonym'), erasedWords],
      [fieldKey('participant', id, 'consent'), 'withdrawn'],
      ...['name', 'attributes', 'consentFor', 'consentNote'].map((field): [string, unknown] => [
        fieldKey('participant', id, field),
        undefined,
      ]),
    ]),
    ...[...voices].flatMap((id): [string, unknown][] => [
      [fieldKey('speaker', id, 'label'), erasedWords],
      [fieldKey('speaker', id, 'role'), 'unknown'],
      [fieldKey('speaker', id, 'participant'), undefined],
    ]),
  ]
}
