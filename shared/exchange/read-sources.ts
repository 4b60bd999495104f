import type { Edit } from '../change/change.ts'
import { create } from '../change/edit.ts'
import { wordsInTurns } from '../importers/words-in-turns.ts'
import type { Attribute, Participant, Restriction, Source, Speaker, Turn } from '../model/entities.ts'
import type { ParticipantId, SourceId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { findTexts } from './find-texts.ts'
import { derivedId } from './fingerprint.ts'
import { readValues } from './read-cases.ts'
import {
  idIn,
  idOf,
  readMoment,
  type SourceRead,
  type StandardContext,
  type TextRead,
} from './read-context.ts'
import { type CodingMaking, type Noted, noteComment, noteSubject, readPassages } from './read-passages.ts'
import type { SourceStructure } from './read-structure.ts'
import { childrenOf } from './read-xml.ts'
import { countedOnly, readRestrictions } from './standard-consent.ts'

/** Every source of the file that has a text, with its codings; notes find what they are about. */
export function readSources(
  context: StandardContext,
  variables: readonly Attribute[],
  noted: Noted,
  making: CodingMaking,
): readonly SourceRead[] {
  const texts = findTexts(context)
  const keys = keysBetween(null, null, texts.length)
  const current = new Set(texts.filter((text) => !isEarlier(text)).map((text) => text.id))
  const read = texts.map((text) => ({ text, codings: readPassages(context, text, noted, making) }))
  const earlier = Map.groupBy(
    read.filter(({ text }) => isEarlier(text) && current.has(text.id)),
    ({ text }) => text.id,
  )
  return read.flatMap(({ text, codings }, i): SourceRead[] => {
    if (isEarlier(text) && current.has(text.id)) return []
    const about = { kind: 'source', source: text.id } as const
    context.sourceTexts.set(text.id, text)
    for (const element of text.elements) {
      for (const each of childrenOf(element, 'NoteRef'))
        noteSubject(noted, idIn(each, 'targetGUID', ''), about)
      noteComment(context, noted, element, about, 'Description')
    }
    // Codings that stayed on an earlier text of it come back to it.
    const all = [...codings, ...(earlier.get(text.id) ?? []).flatMap((other) => other.codings)]
    return [{ ...readSource(context, text, variables, keys[i] ?? 'V'), codings: all, times: text.times }]
  })
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

function readSource(
  context: StandardContext,
  read: TextRead,
  variables: readonly Attribute[],
  order: string,
): Omit<SourceRead, 'times'> {
  const { elements, element, id, name, text, structure } = read
  const content = read.hash
  const attributes = Object.assign(
    {},
    ...elements.map((each) => readValues(context, each, variables, 'source')),
  )
  const turns = (structure?.turns ?? []).map((turn, i) => readTurn(id, turn, i, structure))
  const source: Source = {
    id,
    name,
    kind: structure?.kind ?? 'document',
    status: structure?.status ?? 'not started',
    content,
    firstContent: structure?.firstContent ?? content,
    words: wordsInTurns(text, turns),
    format: structure?.format ?? `From ${context.origin || 'another tool'}`,
    importedAt: readMoment(element.attributes.get('creationDateTime')) ?? context.at,
    order,
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    ...(structure?.blocks ? { blocks: structure.blocks } : {}),
  }
  return {
    source,
    speakers: (structure?.speakers ?? []).map((speaker) => readSpeaker(id, speaker)),
    turns,
    codings: [],
    restrictions: restrictionsIn(context, read),
  }
}

/** What of a source may not be quoted. On a text that is not in the file, a restriction holds for all of this one;
    where the text is missing altogether, there are no words to quote. */
function restrictionsIn(context: StandardContext, read: TextRead): readonly Restriction[] {
  const stated = readRestrictions(read.note, read.id) ?? restrictionsBefore(context, read.id)
  if (stated) {
    return stated.map((each) =>
      context.contents.has(each.content) || read.text === ''
        ? each
        : { ...each, content: read.hash, start: 0, end: read.text.length },
    )
  }
  if (read.isMissing)
    return countedOnly(read.id, read.hash, read.text.length, 'The text is missing from the file it came in.')
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
