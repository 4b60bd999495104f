import { asId } from './counted-ids.ts'
import { type Draft, given } from './project-draft.ts'
import type { ParticipantSpec, ProjectSpec } from './project-spec.ts'

/** Adds the inquiry, its coders and its attributes. */
export function addTeam(draft: Draft, spec: ProjectSpec): void {
  const { name = 'A test inquiry', approach = 'codebook', coders = ['Ada'] } = spec
  const id = draft.newId<'project'>()
  draft.tables.inquiry.set(id, {
    id,
    name,
    approach,
    madeAt: 0,
    ...given(spec, ['description', 'aims', 'positionality', 'period', 'audiences']),
  })
  for (const coder of coders) {
    const coderId = draft.newId<'coder'>()
    draft.tables.coder.set(coderId, { id: coderId, name: coder, initials: coder.slice(0, 2).toUpperCase() })
  }
  for (const [i, attribute] of (spec.attributes ?? []).entries()) {
    const attributeId = asId<'attribute'>(attribute.id)
    draft.tables.attribute.set(attributeId, {
      ...attribute,
      id: attributeId,
      order: draft.key('attribute', i, spec.attributes?.length ?? 0),
    })
  }
}

/** Adds those who took part. */
export function addParticipants(draft: Draft, specs: readonly (string | ParticipantSpec)[]): void {
  for (const [i, each] of specs.entries()) {
    const spec: ParticipantSpec = typeof each === 'string' ? { name: each } : each
    const id = draft.newId<'participant'>()
    draft.tables.participant.set(id, {
      id,
      pseudonym: spec.name,
      consent: spec.consent ?? 'quote',
      order: draft.key('participant', i, specs.length),
      ...(spec.realName !== undefined ? { name: spec.realName } : {}),
      ...given(spec, ['consentFor', 'consentNote', 'attributes']),
    })
  }
}

/** Adds the questions of the guide. */
export function addQuestions(draft: Draft, texts: readonly string[]): void {
  for (const [i, text] of texts.entries()) {
    const id = draft.newId<'question'>()
    draft.tables.question.set(id, { id, text, version: 1, order: draft.key('question', i, texts.length) })
  }
}
