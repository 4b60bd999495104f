import type { Edit } from '../change/change.ts'
import { create } from '../change/edit.ts'
import { wordsInTurns } from '../importers/words-in-turns.ts'
import type {
  Attribute,
  Code,
  MemoSubject,
  Participant,
  Restriction,
  Source,
  Speaker,
  Turn,
} from '../model/entities.ts'
import type { ParticipantId, SourceId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { contentHash, derivedId } from './fingerprint.ts'
import { readValues } from './read-cases.ts'
import {
  idIn,
  idOf,
  leaveOut,
  readMoment,
  type SourceRead,
  type StandardContext,
  type TextRead,
} from './read-context.ts'
import { type Noted, readPassages } from './read-passages.ts'
import { readNote, readStructure, type SourceStructure } from './read-structure.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'
import { countedOnly, readRestrictions } from './standard-consent.ts'
import { foreignText } from './standard-positions.ts'

/** Every text source of the file, and what its notes are about, by the note's identity. */
export function readSources(
  context: StandardContext,
  codes: readonly Code[],
  variables: readonly Attribute[],
): { readonly sources: readonly SourceRead[]; readonly noted: Noted } {
  const texts = (childOf(context.root, 'Sources')?.children ?? []).flatMap((element) =>
    readText(context, element),
  )
  const keys = keysBetween(null, null, texts.length)
  const noted: Noted = { subjects: codeNotes(context.root), codingNotes: new Map(), annotations: [] }
  const taken = new Set<string>()
  const read = texts.map((text) => ({ text, codings: readPassages(context, text, codes, noted, taken) }))
  const sources = read.flatMap(({ text, codings }, i): SourceRead[] => {
    if (isEarlier(text)) return []
    for (const each of childrenOf(text.element, 'NoteRef')) {
      noted.subjects.set(idIn(each, 'targetGUID', ''), { kind: 'source', source: text.id })
    }
    // Codings that stayed on an earlier text of it come back to it.
    const earlier = read.filter((other) => isEarlier(other.text) && other.text.id === text.id)
    const all = [...codings, ...earlier.flatMap((other) => other.codings)]
    return [{ ...readSource(context, text, variables, keys[i] ?? 'V'), codings: all }]
  })
  return { sources, noted }
}

/** The edits that bring a source in, with the cases that belong to it. Where a case of somebody who speaks is gone,
    nobody's words in it are quoted. */
export function sourceEdits(
  context: StandardContext,
  read: SourceRead,
  people: readonly Participant[],
  cases: readonly ParticipantId[],
): Edit[] {
  const known = new Set<string>(people.map((person) => person.id))
  const speakers = read.speakers.map(({ participant, ...speaker }) =>
    participant && known.has(participant) ? { ...speaker, participant } : speaker,
  )
  // Somebody named without a turn would belong to nothing, and their consent would bind nobody.
  const heard = new Set(read.turns.map((turn) => turn.speaker))
  const spoken = new Set<string>(
    speakers.flatMap((speaker) =>
      'participant' in speaker && heard.has(speaker.id) ? [speaker.participant] : [],
    ),
  )
  const others = cases.filter((person) => !spoken.has(person))
  const source = others.length > 0 ? { ...read.source, participants: others } : read.source
  return [
    create('source', source),
    ...speakers.map((speaker) => create('speaker', speaker)),
    ...read.turns.map((turn) => ({ ...create('turn', turn), content: source.content })),
    ...read.codings.map((coding) => create('coding', coding)),
    ...withoutTheirCase(context, read, known).map((restriction) => create('restriction', restriction)),
  ]
}

function withoutTheirCase(
  context: StandardContext,
  { source, speakers, restrictions }: SourceRead,
  known: ReadonlySet<string>,
): readonly Restriction[] {
  const lost = speakers.some(({ participant }) => participant !== undefined && !known.has(participant))
  const length = context.contents.get(source.content)?.text.length ?? 0
  const more = lost ? countedOnly(source.id, source.content, length) : []
  const added = more.filter(({ id }) => !restrictions.some((each) => each.id === id))
  context.unsaid.sources += added.length
  return [...restrictions, ...added]
}

function isEarlier(text: TextRead): boolean {
  return text.structure?.earlierTextOf !== undefined
}

function readText(context: StandardContext, element: XmlElement): TextRead[] {
  const name = element.attributes.get('name') || 'Unnamed source'
  const inner = element.name === 'PDFSource' ? childOf(element, 'Representation') : element
  if (!inner || (element.name !== 'TextSource' && element.name !== 'PDFSource')) {
    leaveOut(
      context,
      `sources without a text of their own: ${element.name.replace('Source', '').toLowerCase()}`,
    )
    return []
  }
  const path = inner.attributes.get('plainTextPath')
  const raw = childOf(inner, 'PlainTextContent')?.text ?? (path === undefined ? null : context.textAt(path))
  if (raw === null) leaveOut(context, `the text of “${name}”, which is missing from the file`)
  const foreign = foreignText(raw ?? '', context.origin)
  const note = readNote(inner)
  const structure = readStructure(note, foreign.text)
  const id =
    structure?.earlierTextOf === undefined
      ? idIn<'source'>(element, 'guid', `source ${name}`)
      : idOf<'source'>(structure.earlierTextOf)
  const text = structure?.text ?? foreign.text
  const hash = contentHash(text)
  context.contents.set(hash, { hash, text })
  const position = (stated: number) => {
    const written = foreign.toPosition(stated)
    return structure ? structure.position(written) : written
  }
  return [{ element: inner, id, name, text, hash, note, structure, position }]
}

function readSource(
  context: StandardContext,
  read: TextRead,
  variables: readonly Attribute[],
  order: string,
): SourceRead {
  const { element, id, name, text, structure } = read
  const content = read.hash
  const attributes = readValues(element, variables)
  const turns = (structure?.turns ?? []).map((turn, i) => readTurn(id, turn, i, structure))
  const source: Source = {
    id,
    name,
    kind: structure?.kind ?? 'document',
    status: structure?.status ?? 'not started',
    content,
    firstContent: content,
    words: wordsInTurns(text, turns),
    format: structure?.format ?? `From ${context.origin || 'another tool'}`,
    importedAt: readMoment(element.attributes.get('creationDateTime')) ?? context.at,
    order,
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  }
  return {
    source,
    speakers: (structure?.speakers ?? []).map((speaker) => readSpeaker(id, speaker)),
    turns,
    codings: [],
    restrictions: restrictionsIn(context, read),
  }
}

/** What of a source may not be quoted. On a text that is not in the file, a restriction holds for all of this one. */
function restrictionsIn(context: StandardContext, read: TextRead): readonly Restriction[] {
  const stated = readRestrictions(read.note, read.id) ?? restrictionsBefore(context, read.id)
  if (stated) {
    return stated.map((each) =>
      context.contents.has(each.content) || read.text === ''
        ? each
        : { ...each, content: read.hash, start: 0, end: read.text.length },
    )
  }
  if (!context.ours) return []
  context.unsaid.sources++
  return countedOnly(read.id, read.hash, read.text.length)
}

function restrictionsBefore({ before }: StandardContext, source: SourceId): readonly Restriction[] | null {
  if (!before?.tables.source.has(source)) return null
  return [...before.tables.restriction.values()].filter((each) => each.source === source)
}

function readTurn(
  source: SourceId,
  turn: readonly number[],
  i: number,
  structure: SourceStructure | null,
): Turn {
  const [label = 0, start = 0, end = 0, place = -1, time = -1, endTime = -1] = turn
  const speaker = structure?.speakers[place]
  return {
    id: derivedId('turn', source, String(i), String(start)),
    source,
    label,
    start,
    end,
    ...(speaker ? { speaker: idOf<'speaker'>(speaker.guid) } : {}),
    ...(time >= 0 ? { time } : {}),
    ...(endTime >= 0 ? { endTime } : {}),
  }
}

function readSpeaker(
  source: SourceId,
  { guid, label, role, person }: SourceStructure['speakers'][number],
): Speaker {
  return {
    id: idOf(guid),
    source,
    label,
    role,
    ...(person ? { participant: idOf<'participant'>(person) } : {}),
  }
}

function codeNotes(root: XmlElement): Map<string, MemoSubject> {
  const subjects = new Map<string, MemoSubject>()
  const walk = (element: XmlElement) => {
    for (const code of childrenOf(element, 'Code')) {
      const about: MemoSubject = { kind: 'code', code: idIn(code, 'guid', '') }
      for (const each of childrenOf(code, 'NoteRef')) subjects.set(idIn(each, 'targetGUID', ''), about)
      walk(code)
    }
  }
  for (const codes of childrenOf(childOf(root, 'CodeBook'), 'Codes')) walk(codes)
  return subjects
}
