import type { Edit } from '../change/change.ts'
import { create, isIdle, update } from '../change/edit.ts'
import type { DraftAsked, DraftRespondent, DraftSpeaker, SourceDraft } from '../importers/source-draft.ts'
import type { Asked, Attribute, AttributeValues, Participant, Question, Source } from '../model/entities.ts'
import type { ParticipantId, QuestionId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { inOrder, type Project } from '../model/project.ts'
import { attributesOf } from './attributes.ts'
import { readValue } from './attributes-written.ts'
import type { Making } from './making.ts'

/** What surveys bring into a project besides their sources: who answered, what is known about them, what was asked. */
export interface SurveyMembers {
  readonly edits: readonly Edit[]
  readonly surveys: ReadonlyMap<DraftAsked, SurveyMade>
}

interface SurveyMade {
  readonly questions: readonly QuestionId[]
  /** By the pseudonym in the draft. */
  readonly people: ReadonlyMap<string, ParticipantId>
}

/** What one source of a survey takes from it. */
export interface SourceMembers {
  readonly questions: readonly QuestionId[]
  readonly participant: (speaker: DraftSpeaker) => ParticipantId | undefined
  /** Everything was put to everyone; who answered nothing in words took part all the same. */
  readonly ofSource: Pick<Source, 'asked' | 'participants'>
}

/** Makes participants of respondents, attributes of closed columns and questions of the guide of open ones. Attributes
    and questions of the same words are those that are there; so is a participant whose id the survey states. What is
    already known about somebody stays. */
export function surveyMembers(
  project: Project,
  drafts: readonly { readonly draft: SourceDraft }[],
  making: Making,
): SurveyMembers {
  const bySurvey = new Map<DraftAsked, DraftRespondent[]>()
  for (const { draft } of drafts) {
    if (!draft.asked) continue
    const those = bySurvey.get(draft.asked) ?? []
    bySurvey.set(draft.asked, those)
    for (const { respondent } of draft.speakers) if (respondent) those.push(respondent)
  }
  if (bySurvey.size === 0) return { edits: [], surveys: new Map() }
  const all = [...bySurvey.keys()]
  const guide = guideWith(project, all, making)
  const attributes = attributesWith(project, bySurvey, making)
  const people = peopleOf(project, bySurvey, attributes.of, making)
  return {
    edits: [...guide.edits, ...attributes.edits, ...people.edits],
    surveys: new Map(
      all.map((asked) => [
        asked,
        { questions: asked.questions.map(guide.of), people: people.of.get(asked) ?? new Map() },
      ]),
    ),
  }
}

/** What a draft takes from its survey; null where it is none. */
export function membersOf({ surveys }: SurveyMembers, draft: SourceDraft): SourceMembers | null {
  const made = draft.asked && surveys.get(draft.asked)
  if (!made) return null
  const participant = ({ respondent }: DraftSpeaker) => respondent && made.people.get(respondent.pseudonym)
  const silent = draft.speakers.flatMap((speaker) =>
    speaker.turns === 0 ? (participant(speaker) ?? []) : [],
  )
  const asked = Object.fromEntries(made.questions.map((id): [string, Asked] => [id, 'asked']))
  return {
    questions: made.questions,
    participant,
    ofSource: { asked, ...(silent.length > 0 ? { participants: silent } : {}) },
  }
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim().toLowerCase()
}

function guideWith(project: Project, surveys: readonly DraftAsked[], making: Making) {
  const known = new Map<string, QuestionId>()
  for (const { id, text } of project.tables.question.values()) known.set(plain(text), id)
  const fresh = new Map<string, string>()
  for (const { questions } of surveys)
    for (const text of questions)
      if (!known.has(plain(text)) && !fresh.has(plain(text))) fresh.set(plain(text), text)
  const keys = keysBetween(inOrder(project.tables.question).at(-1)?.order ?? null, null, fresh.size)
  const made = [...fresh.values()].map((text, i): Question => {
    const id = making.newId<'question'>()
    known.set(plain(text), id)
    return { id, text, version: 1, order: keys[i] ?? 'V' }
  })
  const of = (text: string): QuestionId => {
    const id = known.get(plain(text))
    if (!id) throw new Error('A question of the survey was not made')
    return id
  }
  return { edits: made.map((question) => create('question', question)), of }
}

function attributesWith(project: Project, bySurvey: Respondents, making: Making) {
  const known = new Map(attributesOf(project, 'participant').map((each) => [plain(each.name), each]))
  const wished = new Map<string, DraftAsked['attributes'][number]>()
  for (const { attributes } of bySurvey.keys())
    for (const each of attributes) if (!wished.has(plain(each.name))) wished.set(plain(each.name), each)
  const longer = [...known].flatMap(([name, each]) => withMoreChoices(each, name, bySurvey) ?? [])
  const fresh = [...wished].filter(([name]) => !known.has(name))
  const keys = keysBetween(inOrder(project.tables.attribute).at(-1)?.order ?? null, null, fresh.length)
  const made = fresh.map(([name, { name: heading, kind, choices = [] }], i) => {
    const id = making.newId<'attribute'>()
    const head = { id, of: 'participant' as const, name: heading, kind, order: keys[i] ?? 'V' }
    const attribute: Attribute = choices.length > 0 ? { ...head, choices } : head
    known.set(name, attribute)
    return create('attribute', attribute)
  })
  const of = (name: string): Attribute | undefined => known.get(plain(name))
  return { edits: [...made, ...longer], of }
}

/** A choice that is there already takes in what respondents chose besides; null where nothing is new. */
function withMoreChoices(attribute: Attribute, name: string, bySurvey: Respondents): Edit | null {
  if (attribute.kind !== 'choice') return null
  const choices = new Set(attribute.choices ?? [])
  for (const [{ attributes }, respondents] of bySurvey) {
    const at = attributes.findIndex((each) => plain(each.name) === name)
    for (const { facts } of respondents) if (at >= 0 && facts[at]) choices.add(facts[at])
  }
  const edit = update('attribute', attribute, { choices: [...choices] })
  return isIdle(edit) ? null : edit
}

type Respondents = ReadonlyMap<DraftAsked, readonly DraftRespondent[]>

function peopleOf(
  project: Project,
  bySurvey: Respondents,
  attributeOf: (name: string) => Attribute | undefined,
  making: Making,
) {
  const known = new Map<string, Participant>()
  for (const person of project.tables.participant.values()) known.set(plain(person.pseudonym), person)
  const facts = new Map<ParticipantId, AttributeValues>()
  const fresh: Omit<Participant, 'order'>[] = []
  const of = new Map<DraftAsked, Map<string, ParticipantId>>()
  const stated = new Map<string, ParticipantId>()
  for (const person of known.values()) stated.set(plain(person.pseudonym), person.id)
  const taken = new Set(known.keys())
  for (const [asked, respondents] of bySurvey) {
    const columns = asked.attributes.map(({ name }) => attributeOf(name))
    const ids = new Map<string, ParticipantId>()
    of.set(asked, ids)
    for (const each of respondents) {
      if (ids.has(each.pseudonym)) continue
      const before = each.isStated ? stated.get(plain(each.pseudonym)) : undefined
      const id = before ?? making.newId<'participant'>()
      ids.set(each.pseudonym, id)
      facts.set(id, { ...valuesOf(each, columns), ...facts.get(id) })
      if (before) continue
      const pseudonym = each.isStated ? each.pseudonym : freePseudonym(each.pseudonym, asked.survey, taken)
      taken.add(plain(pseudonym))
      if (each.isStated) stated.set(plain(pseudonym), id)
      fresh.push({ id, pseudonym, ...(each.name === undefined ? {} : { name: each.name }), consent: 'quote' })
    }
  }
  return { edits: personEdits(project, fresh, facts), of }
}

/** A number counts the rows of one survey, so where it is taken somebody else is meant. */
function freePseudonym(wanted: string, survey: string, taken: ReadonlySet<string>): string {
  if (!taken.has(plain(wanted))) return wanted
  const named = `${wanted} (${survey})`
  for (let again = 1; ; again += 1) {
    const tried = again === 1 ? named : `${named} ${again}`
    if (!taken.has(plain(tried))) return tried
  }
}

function valuesOf(respondent: DraftRespondent, columns: readonly (Attribute | undefined)[]): AttributeValues {
  const values: Record<string, AttributeValues[string]> = {}
  for (const [i, attribute] of columns.entries()) {
    const written = respondent.facts[i] ?? ''
    const value = attribute && written !== '' ? readValue(written, attribute.kind) : null
    if (attribute && value !== null) values[attribute.id] = value
  }
  return values
}

function personEdits(
  project: Project,
  fresh: readonly Omit<Participant, 'order'>[],
  facts: ReadonlyMap<ParticipantId, AttributeValues>,
): readonly Edit[] {
  const keys = keysBetween(inOrder(project.tables.participant).at(-1)?.order ?? null, null, fresh.length)
  const made = fresh.map((person, i) => {
    const attributes = facts.get(person.id) ?? {}
    const order = keys[i] ?? 'V'
    const all = Object.keys(attributes).length > 0 ? { ...person, attributes, order } : { ...person, order }
    return create('participant', all)
  })
  const told = [...facts].flatMap(([id, attributes]) => {
    const before = project.tables.participant.get(id)
    if (!before || Object.keys(attributes).length === 0) return []
    const edit = update('participant', before, { attributes: { ...attributes, ...before.attributes } })
    return isIdle(edit) ? [] : [edit]
  })
  return [...made, ...told]
}
