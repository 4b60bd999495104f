import type {
  Attribute,
  AttributeKind,
  AttributeValue,
  AttributeValues,
  MemoSubject,
  Participant,
} from '../model/entities.ts'
import type { AttributeId, ParticipantId, SourceId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { derivedId } from './fingerprint.ts'
import { idIn, keepInWords, leftoverTitle, type SourceRead, type StandardContext } from './read-context.ts'
import { type CodingMaking, type Noted, noteComment } from './read-passages.ts'
import { list, readNote } from './read-structure.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'
import { type Allowed, readConsent } from './standard-consent.ts'

/** Variables as attributes: of sources where only sources have values of them, else of participants. One with values
    of both becomes two. */
export function readVariables(context: StandardContext): Attribute[] {
  const { root, tally, ours } = context
  const variables = childrenOf(root, 'Variables').flatMap((each) => childrenOf(each, 'Variable'))
  const keys = keysBetween(null, null, variables.length)
  const ofCases = usedIn(childrenOf(root, 'Cases'))
  const ofSources = usedIn(childrenOf(root, 'Sources'))
  const found = new Map<string, Attribute>()
  tally.found('variables', variables.length)
  for (const [i, variable] of variables.entries()) {
    const id = idIn<'attribute'>(variable, 'guid', `variable ${i}`)
    if (found.has(id)) tally.lost('variables', 'they stand in the file twice and came in once')
    const note = readNote(variable)
    const used = ofSources.has(id) && !ofCases.has(id) ? 'source' : 'participant'
    const of = owners.find((each) => each === note.of) ?? used
    const stated = kinds[variable.attributes.get('typeOfVariable')?.trim() ?? ''] ?? 'text'
    const kind = stated === 'text' && note.kind === 'choice' ? 'choice' : stated
    const choices = list(note.choices).filter((each) => typeof each === 'string')
    const attribute = {
      id,
      of,
      name: variable.attributes.get('name') || 'Unnamed',
      kind,
      ...(kind === 'choice' && Array.isArray(note.choices) ? { choices } : {}),
      order: keys[i] ?? 'V',
    } as const
    found.set(id, attribute)
    if (of === 'participant' && ofSources.has(id) && !ours)
      found.set(sourceTwin(id), {
        ...attribute,
        id: sourceTwin(id),
        of: 'source',
        order: `${attribute.order}V`,
      })
    const said = childOf(variable, 'Description')?.text
    if (!said?.trim()) continue
    tally.found('comments')
    tally.lost('comments', `variables have no descriptions in Loam; kept in the memo “${leftoverTitle}”`)
    keepInWords(context, 'Variables', `${attribute.name} — ${said}`)
  }
  return [...found.values()]
}

/** What the file's cases came to. */
export interface CasesRead {
  readonly people: readonly Participant[]
  readonly sourcesOf: ReadonlyMap<string, readonly ParticipantId[]>
}

/** Cases as participants, and which of them belong to a source. A case without a name takes its source's. Where
    Loam's own file does not say what somebody allows, they are counted only. Passages that a case names are that
    person's words. */
export function readCases(
  context: StandardContext,
  variables: readonly Attribute[],
  sources: readonly SourceRead[],
  noted: Noted,
  { voices }: CodingMaking,
): CasesRead {
  const cases = childrenOf(context.root, 'Cases').flatMap((each) => childrenOf(each, 'Case'))
  const keys = keysBetween(null, null, cases.length)
  const names = new Map<string, string>(sources.map(({ source }) => [source.id, source.name]))
  const people = new Map<string, Participant>()
  const sourcesOf = new Map<string, ParticipantId[]>()
  context.tally.found('cases', cases.length)
  for (const [i, element] of cases.entries()) {
    const id = idIn<'participant'>(element, 'guid', `case ${i}`)
    if (people.has(id)) context.tally.lost('cases', 'they stand in the file twice and came in once')
    const references = sourcesNamed(context, element)
    const pseudonym = element.attributes.get('name') || names.get(references[0] ?? '') || `Case ${i + 1}`
    const attributes = readValues(context, element, variables, 'participant')
    const values = Object.keys(attributes).length > 0 ? { attributes } : {}
    people.set(id, { id, pseudonym, ...allowedBy(context, element, id), order: keys[i] ?? 'V', ...values })
    for (const place of placesNamed(context, element)) {
      if (place.kind !== 'passage') continue
      const here = voices.get(place.source) ?? []
      voices.set(place.source, here)
      here.push({ start: place.start, end: place.end, participant: id })
    }
    for (const source of new Set(references)) sourcesOf.set(source, [...(sourcesOf.get(source) ?? []), id])
    const about: MemoSubject = { kind: 'participant', participant: id }
    context.places.set(id, about)
    noteComment(context, noted, element, about, 'Description')
    leaveReferences(context, element, pseudonym)
  }
  return { people: [...people.values()], sourcesOf }
}

function sourcesNamed(context: StandardContext, element: XmlElement): SourceId[] {
  return childrenOf(element, 'SourceRef').flatMap((each) => {
    const place = context.places.get(idIn(each, 'targetGUID', ''))
    if (place?.kind === 'source') return [place.source]
    context.tally.repaired('references of cases lead to sources that did not come in')
    return []
  })
}

function placesNamed(context: StandardContext, element: XmlElement): readonly MemoSubject[] {
  return childrenOf(element, 'SelectionRef').flatMap((each) => {
    const place = context.places.get(idIn(each, 'targetGUID', ''))
    if (!place) context.tally.repaired('references of cases lead to passages that did not come in')
    return place ?? []
  })
}

function leaveReferences(context: StandardContext, element: XmlElement, name: string): void {
  const codes = childrenOf(element, 'CodeRef').map((each) => context.codeName(idIn(each, 'targetGUID', '')))
  if (codes.length === 0) return
  context.tally.repaired(`references of cases to codes are kept in the memo “${leftoverTitle}”`, codes.length)
  keepInWords(context, 'Cases with codes', `${name} — ${codes.join(', ')}`)
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

/** The values standing in one element, by attribute; those that are there without saying anything are missing. */
export function readValues(
  { tally }: StandardContext,
  element: XmlElement,
  variables: readonly Attribute[],
  of: Attribute['of'],
): AttributeValues {
  const known = new Map<string, Attribute>(variables.map((variable) => [variable.id, variable]))
  const values: Record<string, AttributeValue> = {}
  for (const each of childrenOf(element, 'VariableValue')) {
    const stated = idIn<'attribute'>(childOf(each, 'VariableRef'), 'targetGUID', '')
    const twin = sourceTwin(stated)
    const id = of === 'source' && known.has(twin) ? twin : stated
    const value = each.children.find((child) => child.name.endsWith('Value'))
    tally.found('values')
    if (!known.has(id)) tally.lost('values', 'their variable is not in the file')
    else if (!value) tally.lost('values', 'they say that nothing is known')
    else if (Object.hasOwn(values, id))
      tally.lost('values', 'another value of the same variable stands beside them')
    else values[id] = readValue(value)
  }
  return values
}

function sourceTwin(id: AttributeId): AttributeId {
  return derivedId('of sources', id)
}

const owners = ['participant', 'source'] as const

const kinds: Readonly<Record<string, AttributeKind>> = {
  Boolean: 'yes-no',
  Integer: 'number',
  Float: 'number',
  Date: 'date',
}

function usedIn(containers: readonly XmlElement[]): ReadonlySet<string> {
  const within = (element: XmlElement): XmlElement[] =>
    element.children.flatMap((child) =>
      child.name === 'VariableValue' ? [child] : inner.has(child.name) ? within(child) : [],
    )
  const values = containers.flatMap((each) => each.children.flatMap(within))
  return new Set(values.map((value) => idIn(childOf(value, 'VariableRef'), 'targetGUID', '')))
}

const inner: ReadonlySet<string> = new Set(['Representation', 'TextDescription'])

function readValue({ name, text }: XmlElement): AttributeValue {
  if (name === 'BooleanValue') return /^\s*(true|1)\s*$/i.test(text)
  const number = name === 'IntegerValue' || name === 'FloatValue' ? Number(text.trim() || 'x') : Number.NaN
  return Number.isFinite(number) ? number : text
}
