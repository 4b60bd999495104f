import type { Attribute, AttributeValue, AttributeValues, Participant } from '../model/entities.ts'
import { inOrder, type Project } from '../model/project.ts'
import { consentXml } from './standard-consent.ts'
import { guid, noteTarget } from './standard-names.ts'
import { describedBy, memosAbout, memoWords } from './write-notes.ts'
import { xmlElement, xmlNote, xmlTextElement } from './write-xml.ts'

/** Attributes as the standard's variables. */
export function variablesXml(project: Project): string[] {
  return inOrder(project.tables.attribute).map((attribute) =>
    xmlElement(
      'Variable',
      { guid: guid(attribute.id), name: attribute.name, typeOfVariable: types[attribute.kind] },
      [xmlNote(noteTarget, { of: attribute.of, kind: attribute.kind, choices: attribute.choices })],
    ),
  )
}

/** Participants as the standard's cases, under their pseudonyms, with the sources they speak in and what they allow. */
export function casesXml(project: Project): string[] {
  const sources = sourcesByParticipant(project)
  return inOrder(project.tables.participant).map((participant) =>
    xmlElement('Case', { guid: guid(participant.id), name: participant.pseudonym }, [
      describedBy(memosAbout(project, 'participant', participant.id).map(memoWords)),
      ...valuesXml(project, 'participant', participant.attributes),
      ...(sources.get(participant.id) ?? []).map((id) => xmlElement('SourceRef', { targetGUID: guid(id) })),
      consentXml(participant),
    ]),
  )
}

/** The values of one participant or source, in the order of the attributes. */
export function valuesXml(
  project: Project,
  of: Attribute['of'],
  values: AttributeValues | undefined,
): string[] {
  if (!values) return []
  return inOrder(project.tables.attribute).flatMap((attribute) => {
    const value = values[attribute.id]
    if (attribute.of !== of || value === undefined) return []
    const reference = xmlElement('VariableRef', { targetGUID: guid(attribute.id) })
    return [xmlElement('VariableValue', {}, [reference, valueXml(attribute, value)])]
  })
}

const types = {
  text: 'Text',
  choice: 'Text',
  number: 'Float',
  'yes-no': 'Boolean',
  date: 'Date',
} as const satisfies Record<Attribute['kind'], string>

/** Whether a value is one of its variable's kind; where not, it is written as text. */
export function fitsVariable({ kind }: Attribute, value: AttributeValue): boolean {
  if (kind === 'yes-no') return typeof value === 'boolean'
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (kind === 'date') return typeof value === 'string' && isDate(value)
  return typeof value === 'string'
}

function valueXml(attribute: Attribute, value: AttributeValue): string {
  if (!fitsVariable(attribute, value)) return xmlTextElement('TextValue', String(value))
  const said = typeof value === 'number' ? decimal(value) : String(value)
  return xmlTextElement(`${types[attribute.kind]}Value`, said)
}

/** A number without an exponent, as XML Schema's decimals are written. */
function decimal(value: number): string {
  const plain = String(value)
  if (!plain.includes('e')) return plain
  return Math.abs(value) >= 1 ? BigInt(value).toString() : value.toFixed(100).replace(/0+$/, '')
}

function isDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function sourcesByParticipant(project: Project): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<Participant['id'], Set<string>>()
  const add = (participant: Participant['id'], source: string) => {
    const known = sources.get(participant)
    if (known) known.add(source)
    else sources.set(participant, new Set([source]))
  }
  const there = project.tables.source
  for (const source of inOrder(there)) for (const person of source.participants ?? []) add(person, source.id)
  for (const speaker of project.tables.speaker.values()) {
    if (speaker.participant !== undefined && there.has(speaker.source))
      add(speaker.participant, speaker.source)
  }
  return new Map([...sources].map(([person, ids]) => [person, [...ids].sort()]))
}
