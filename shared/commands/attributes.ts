import type { Edit, Gesture } from '../change/change.ts'
import { create, isIdle, remove, update } from '../change/edit.ts'
import type { Attribute, AttributeKind, AttributeValue, AttributeValues } from '../model/entities.ts'
import type { AttributeId, ParticipantId, SourceId } from '../model/ids.ts'
import { keyBetween } from '../model/order.ts'
import { entity, inOrder, type Project } from '../model/project.ts'
import { asKind } from './attributes-written.ts'
import type { Making } from './making.ts'

/** Whom an attribute tells something about. */
export type AttributeOf = Attribute['of']

/** What an attribute is called, what kind of values it takes and, for a choice, from which. */
export interface AttributeWish {
  readonly name: string
  readonly kind: AttributeKind
  readonly choices?: readonly string[]
}

/** A change of attributes, or one sentence that says why it cannot be. */
export type AttributeChange =
  | { readonly ok: true; readonly gesture: Gesture | null }
  | { readonly ok: false; readonly problem: string }

/** Adds an attribute at the end of those of participants or of sources. */
export function addAttribute(
  project: Project,
  of: AttributeOf,
  wish: AttributeWish,
  making: Making,
): AttributeChange {
  const problem = nameProblem(project, of, wish.name)
  if (problem !== null) return { ok: false, problem }
  const attribute = newAttribute(project, of, wish, making)
  return {
    ok: true,
    gesture: { label: `Add attribute ${attribute.name}`, edits: [create('attribute', attribute)] },
  }
}

/** An attribute after all others; `after` is the order key to come after instead of the last one's. */
export function newAttribute(
  project: Project,
  of: AttributeOf,
  wish: AttributeWish,
  making: Making,
  after = lastKey(project),
): Attribute {
  const choices = cleanChoices(wish)
  const id = making.newId<'attribute'>()
  return {
    id,
    of,
    name: wish.name.trim(),
    kind: wish.kind,
    ...(choices ? { choices } : {}),
    order: keyBetween(after, null),
  }
}

/** Changes an attribute's name, kind or choices. Values that do not fit another kind are taken away, and the gesture
    holds them for undo; `valuesThatDoNotFit` counts them beforehand. */
export function changeAttribute(project: Project, id: AttributeId, wish: AttributeWish): AttributeChange {
  const attribute = entity(project, 'attribute', id)
  const name = wish.name.trim()
  const problem = name === attribute.name ? null : nameProblem(project, attribute.of, name)
  if (problem !== null) return { ok: false, problem }
  const changed = update('attribute', attribute, { name, kind: wish.kind, choices: cleanChoices(wish) })
  const edits = [changed, ...valueEdits(project, attribute, (value) => asKind(value, wish.kind))]
  const telling = edits.filter((edit) => !isIdle(edit))
  return {
    ok: true,
    gesture: telling.length > 0 ? { label: `Change attribute ${attribute.name}`, edits: telling } : null,
  }
}

/** How many values would be lost if an attribute took values of another kind. */
export function valuesThatDoNotFit(project: Project, id: AttributeId, kind: AttributeKind): number {
  return holders(project, entity(project, 'attribute', id)).filter(
    ({ value }) => asKind(value, kind) === null,
  ).length
}

/** Takes an attribute away with all its values. */
export function removeAttribute(project: Project, id: AttributeId): Gesture {
  const attribute = entity(project, 'attribute', id)
  return {
    label: `Delete attribute ${attribute.name}`,
    edits: [...valueEdits(project, attribute, () => null), remove('attribute', attribute)],
  }
}

/** How many participants or sources have a value of an attribute. */
export function valuesOf(project: Project, id: AttributeId): number {
  return holders(project, entity(project, 'attribute', id)).length
}

/** Says something about a participant; null takes the value away. Null when that stands already. */
export function setParticipantValue(
  project: Project,
  id: ParticipantId,
  attribute: AttributeId,
  value: AttributeValue | null,
): Gesture | null {
  const person = entity(project, 'participant', id)
  const { name } = entity(project, 'attribute', attribute)
  const edit = update('participant', person, { attributes: withValue(person.attributes, attribute, value) })
  return isIdle(edit) ? null : { label: `Set ${name} of ${person.pseudonym}`, edits: [edit] }
}

/** Says something about a source. An attribute that is not there yet (such as Date in a new project) is added in the
    same change. Null when that stands already. */
export function setSourceValue(
  project: Project,
  id: SourceId,
  attribute: AttributeId | AttributeWish,
  value: AttributeValue | null,
  making: Making,
): Gesture | null {
  const source = entity(project, 'source', id)
  const known =
    typeof attribute === 'string'
      ? entity(project, 'attribute', attribute)
      : named(project, 'source', attribute.name)
  const made =
    known ?? (typeof attribute === 'string' ? null : newAttribute(project, 'source', attribute, making))
  if (!made) return null
  const edit = update('source', source, { attributes: withValue(source.attributes, made.id, value) })
  if (isIdle(edit)) return null
  return {
    label: `Set ${made.name} of ${source.name}`,
    edits: [...(known ? [] : [create('attribute', made)]), edit],
  }
}

/** What a source is usually asked for, offered before anyone adds an attribute. */
export const usualSourceAttributes: readonly AttributeWish[] = [
  { name: 'Date', kind: 'date' },
  { name: 'Mode', kind: 'text' },
  { name: 'Language', kind: 'text' },
  { name: 'Interviewer', kind: 'text' },
  { name: 'Wave', kind: 'text' },
]

/** An attribute by its name, capitals aside; undefined when there is none. */
export function named(project: Project, of: AttributeOf, name: string): Attribute | undefined {
  const wanted = name.trim().toLowerCase()
  return attributesOf(project, of).find((each) => each.name.toLowerCase() === wanted)
}

/** The attributes of participants, or of sources, in their order. */
export function attributesOf(project: Project, of: AttributeOf): readonly Attribute[] {
  return inOrder(project.tables.attribute).filter((each) => each.of === of)
}

/** Values with one set or (null) taken away; undefined when none is left. */
export function withValue(
  values: AttributeValues | undefined,
  attribute: AttributeId,
  value: AttributeValue | null,
): AttributeValues | undefined {
  const { [attribute]: _, ...others } = values ?? {}
  const wanted = value === null ? others : { ...others, [attribute]: value }
  return Object.keys(wanted).length > 0 ? wanted : undefined
}

function nameProblem(project: Project, of: AttributeOf, name: string): string | null {
  if (name.trim() === '') return 'Give the attribute a name.'
  const known = named(project, of, name)
  return known ? `There is already an attribute called ${known.name}.` : null
}

function cleanChoices(wish: AttributeWish): readonly string[] | undefined {
  if (wish.kind !== 'choice') return undefined
  const choices = [
    ...new Set((wish.choices ?? []).map((choice) => choice.trim()).filter((choice) => choice !== '')),
  ]
  return choices.length > 0 ? choices : undefined
}

function lastKey(project: Project): string | null {
  return inOrder(project.tables.attribute).at(-1)?.order ?? null
}

function holders(project: Project, attribute: Attribute) {
  const table = attribute.of === 'participant' ? project.tables.participant : project.tables.source
  return [...table.values()].flatMap((holder) => {
    const value = holder.attributes?.[attribute.id]
    return value === undefined ? [] : [{ id: holder.id, value }]
  })
}

function valueEdits(
  project: Project,
  attribute: Attribute,
  become: (value: AttributeValue) => AttributeValue | null,
): Edit[] {
  return holders(project, attribute).map(({ id, value }) => {
    const person = project.tables.participant.get(id)
    if (attribute.of === 'participant' && person) {
      return update('participant', person, {
        attributes: withValue(person.attributes, attribute.id, become(value)),
      })
    }
    const source = project.tables.source.get(id)
    if (!source) throw new Error(`There is no source ${id}`)
    return update('source', source, { attributes: withValue(source.attributes, attribute.id, become(value)) })
  })
}
