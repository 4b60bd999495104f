import type {
  Attribute,
  AttributeKind,
  AttributeValue,
  AttributeValues,
  Participant,
} from '../model/entities.ts'
import type { ParticipantId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { idIn, leaveOut, type SourceRead, type StandardContext } from './read-context.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'
import { type Allowed, readConsent } from './standard-consent.ts'

/** Variables as attributes: of sources where only sources have values of them, else of participants. */
export function readVariables(root: XmlElement): Attribute[] {
  const variables = childrenOf(childOf(root, 'Variables'), 'Variable')
  const keys = keysBetween(null, null, variables.length)
  const ofCases = usedIn(childOf(root, 'Cases'))
  const ofSources = usedIn(childOf(root, 'Sources'))
  const found = new Map<string, Attribute>()
  for (const [i, variable] of variables.entries()) {
    const id = idIn<'attribute'>(variable, 'guid', `variable ${i}`)
    const of = ofSources.has(id) && !ofCases.has(id) ? 'source' : 'participant'
    const kind = kinds[variable.attributes.get('typeOfVariable') ?? ''] ?? 'text'
    found.set(id, { id, of, name: variable.attributes.get('name') ?? 'Unnamed', kind, order: keys[i] ?? 'V' })
  }
  return [...found.values()]
}

/** Cases as participants, and which of them belong to a source. A case without a name takes its source's. Where
    Loam's own file does not say what somebody allows, they are counted only. */
export function readCases(
  context: StandardContext,
  variables: readonly Attribute[],
  sources: readonly SourceRead[],
): {
  readonly people: readonly Participant[]
  readonly sourcesOf: ReadonlyMap<string, readonly ParticipantId[]>
} {
  const cases = childrenOf(childOf(context.root, 'Cases'), 'Case')
  const keys = keysBetween(null, null, cases.length)
  const names = new Map<string, string>(sources.map(({ source }) => [source.id, source.name]))
  const people = new Map<string, Participant>()
  const sourcesOf = new Map<string, ParticipantId[]>()
  for (const [i, element] of cases.entries()) {
    const id = idIn<'participant'>(element, 'guid', `case ${i}`)
    const references = childrenOf(element, 'SourceRef').map((each) => idIn<'source'>(each, 'targetGUID', ''))
    const pseudonym = element.attributes.get('name') || names.get(references[0] ?? '') || `Case ${i + 1}`
    const attributes = readValues(element, variables)
    const values = Object.keys(attributes).length > 0 ? { attributes } : {}
    people.set(id, { id, pseudonym, ...allowedBy(context, element, id), order: keys[i] ?? 'V', ...values })
    for (const source of references) sourcesOf.set(source, [...(sourcesOf.get(source) ?? []), id])
    leaveOut(context, 'references of cases to codes or passages', furtherReferences(element))
  }
  return { people: [...people.values()], sourcesOf }
}

function allowedBy(context: StandardContext, element: XmlElement, id: ParticipantId): Allowed {
  const stated = readConsent(element)
  if (stated) return stated
  const known = context.before?.tables.participant.get(id)
  if (known) {
    const { consent, consentFor } = known
    return { consent, ...(consentFor ? { consentFor } : {}) }
  }
  context.unsaid.people++
  return { consent: context.ours ? 'count' : 'quote' }
}

/** The values standing in one element, by attribute. */
export function readValues(element: XmlElement, variables: readonly Attribute[]): AttributeValues {
  const known = new Set<string>(variables.map((variable) => variable.id))
  const values: Record<string, AttributeValue> = {}
  for (const each of childrenOf(element, 'VariableValue')) {
    const id = idIn(childOf(each, 'VariableRef'), 'targetGUID', '')
    const stated = each.children.find((child) => child.name.endsWith('Value'))
    if (stated && known.has(id)) values[id] = readValue(stated)
  }
  return values
}

const kinds: Readonly<Record<string, AttributeKind>> = {
  Boolean: 'yes-no',
  Integer: 'number',
  Float: 'number',
  Date: 'date',
}

function usedIn(container: XmlElement | undefined): ReadonlySet<string> {
  const values = (container?.children ?? []).flatMap((element) => childrenOf(element, 'VariableValue'))
  return new Set(values.map((value) => idIn(childOf(value, 'VariableRef'), 'targetGUID', '')))
}

function readValue({ name, text }: XmlElement): AttributeValue {
  if (name === 'BooleanValue') return /^\s*(true|1)\s*$/.test(text)
  const number = name === 'IntegerValue' || name === 'FloatValue' ? Number(text.trim() || 'x') : Number.NaN
  return Number.isNaN(number) ? text : number
}

function furtherReferences(element: XmlElement): number {
  return childrenOf(element, 'CodeRef').length + childrenOf(element, 'SelectionRef').length
}
