import type { Consent, Participant, Restriction, Source } from '../model/entities.ts'
import { type ContentHash, readContentHash, type SourceId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { derivedId } from './fingerprint.ts'
import { idOf } from './read-context.ts'
import { fields, list, readNote } from './read-structure.ts'
import type { XmlElement } from './read-xml.ts'
import { guid, noteTarget } from './standard-names.ts'
import { xmlNote } from './write-xml.ts'

/** What a participant allows, towards everyone and towards single audiences. */
export type Allowed = Pick<Participant, 'consent' | 'consentFor'>

/** What a participant allows, as a note inside their case: the standard has no words for consent. Reasons stay at
    home, since they may name people. */
export function consentXml({ consent, consentFor }: Allowed): string {
  if (!consentFor) return xmlNote(noteTarget, { consent })
  const inOrder = Object.entries(consentFor).sort(([a], [b]) => (a < b ? -1 : 1))
  return xmlNote(noteTarget, { consent, consentFor: Object.fromEntries(inOrder) })
}

/** A source's restrictions as they stand in its note; positions count in the content named. */
export function restrictionsOf(project: Project, source: Source): readonly object[] {
  const here = [...project.tables.restriction.values()].filter((each) => each.source === source.id)
  return here
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, content, start, end, consent, audience }) => ({
      guid: guid(id),
      content,
      start,
      end,
      consent,
      audience,
    }))
}

/** What a case says its participant allows; null where it says nothing that can be understood. An audience's answer
    that cannot be understood allows counting only. */
export function readConsent(element: XmlElement): Allowed | null {
  const note = readNote(element)
  const consent = consentNamed(note.consent)
  if (!consent) return null
  const answers = Object.entries(fields(note.consentFor))
  if (answers.length === 0) return { consent }
  const consentFor = Object.fromEntries(
    answers.map(([audience, answer]) => [audience, consentNamed(answer) ?? 'count']),
  )
  return { consent, consentFor }
}

/** The restrictions that a source's note states; null where it states none that can be understood. */
export function readRestrictions(
  note: Readonly<Record<string, unknown>>,
  source: SourceId,
): readonly Restriction[] | null {
  if (!Array.isArray(note.restrictions)) return null
  const restrictions = list(note.restrictions).map((each) => readRestriction(fields(each), source))
  return restrictions.every((each) => each !== null) ? restrictions : null
}

/** Keeps a whole text from being quoted, where what it allows could not be read. Nothing for an empty text. */
export function countedOnly(
  source: SourceId,
  content: ContentHash,
  length: number,
  reason = 'What may be quoted here could not be read from the file.',
): readonly Restriction[] {
  if (length === 0) return []
  return [
    {
      id: derivedId('unread consent', source),
      source,
      content,
      start: 0,
      end: length,
      consent: 'count',
      reason,
    },
  ]
}

const consents: readonly Consent[] = ['quote', 'paraphrase', 'count', 'withdrawn']

function consentNamed(value: unknown): Consent | undefined {
  return consents.find((each) => each === value)
}

function readRestriction(
  { guid: id, content: named, start, end, consent: stated, audience }: Readonly<Record<string, unknown>>,
  source: SourceId,
): Restriction | null {
  const content = typeof named === 'string' ? readContentHash(named) : null
  const consent = consentNamed(stated)
  if (typeof id !== 'string' || !content || !consent || !isStretch(start, end)) return null
  const towards = typeof audience === 'string' ? { audience } : {}
  return { id: idOf(id), source, content, start: Number(start), end: Number(end), consent, ...towards }
}

function isStretch(start: unknown, end: unknown): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= Number(start) && Number(start) < Number(end)
}
