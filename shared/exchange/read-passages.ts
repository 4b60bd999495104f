import type { Code, Coding, CodingOrigin, MemoSubject, Stance } from '../model/entities.ts'
import type { ParticipantId, SourceId } from '../model/ids.ts'
import type { Moment } from '../model/units.ts'
import type { Span } from '../text/positions.ts'
import { quoteHash } from '../text/quote-hash.ts'
import { derivedId } from './fingerprint.ts'
import { noteText } from './note-text.ts'
import {
  idIn,
  idOf,
  type PassageRead,
  readMoment,
  type StandardContext,
  type TextRead,
} from './read-context.ts'
import { readNote } from './read-structure.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'
import { isSaidInNotes } from './said-in-notes.ts'

/** What notes are about, by the note's identity; and comments that stand in something without being a note. */
export interface Noted {
  readonly subjects: Map<string, MemoSubject[]>
  /** Notes on single codings, already read into them: whether they say more than what else a coding is marked with. */
  readonly codingNotes: Map<string, boolean>
  readonly annotations: Map<string, Annotation>
}

/** A comment that stands in the element it is about. */
export interface Annotation {
  readonly title: string
  readonly text: string
  readonly about: MemoSubject
  readonly by: string | undefined
  readonly at: Moment | undefined
}

/** What codings are made with: the codes there are, codes that stand for people, and identities that are taken. */
export interface CodingMaking {
  readonly codes: Map<string, Code>
  readonly people: ReadonlySet<string>
  readonly taken: Set<string>
  /** Stretches of a source said to be somebody's words. */
  readonly voices: Map<SourceId, Voice[]>
}

export interface Voice extends Span {
  readonly participant: ParticipantId
}

/** The codings of one text: those of its passages, and those on the text as a whole. */
export function readPassages(
  context: StandardContext,
  read: TextRead,
  noted: Noted,
  making: CodingMaking,
): Coding[] {
  for (const passage of read.passages) notePassage(context, read, passage, noted)
  const whole = read.elements.map(
    (element): PassageRead => ({
      element,
      codings: childrenOf(element, 'Coding'),
      span: { start: 0, end: read.text.length },
    }),
  )
  return [...read.passages, ...whole].flatMap(({ element, codings, span }) =>
    codings.flatMap((coding) => takenOver(context, read, { element, coding, span }, noted, making)),
  )
}

function takenOver(
  context: StandardContext,
  read: TextRead,
  place: CodingPlace,
  noted: Noted,
  making: CodingMaking,
): Coding[] {
  const { tally } = context
  const { span } = place
  const made = readCoding(context, read, place)
  const notes = childrenOf(place.coding, 'NoteRef').map((each) => idIn(each, 'targetGUID', ''))
  if (!childOf(place.coding, 'CodeRef')) tally.lost('coded segments', 'they name no code')
  else if (span.start >= span.end) tally.lost('coded segments', 'they cover no text')
  else if (making.people.has(made.code)) {
    const here = making.voices.get(read.id) ?? []
    making.voices.set(read.id, here)
    here.push({ ...span, participant: idOf(made.code) })
    tally.lost(
      'coded segments',
      'their code is a case: they say whose words a passage is, and came in as that',
    )
  } else {
    if (!making.codes.has(made.code)) making.codes.set(made.code, missingCode(context, made.code, making))
    for (const note of notes)
      noted.codingNotes.set(note, made.note !== undefined || noted.codingNotes.get(note) === true)
    return [withOwnId(made, making.taken)]
  }
  // Notes on it are then about its place.
  for (const note of notes) noteSubject(noted, note, placeOf(read, span))
  return []
}

/** A passage; the source where it covers no text. */
function placeOf({ id: source, hash: content }: TextRead, { start, end }: Span): MemoSubject {
  return start < end ? { kind: 'passage', source, content, start, end } : { kind: 'source', source }
}

/** A code that codings name and the file does not have: it comes in under a name that says so. */
function missingCode(context: StandardContext, id: Coding['code'], { codes }: CodingMaking): Code {
  context.tally.repaired('codes that codings name are missing from the file and came in without their names')
  const name = `Code missing from the file ${id.slice(0, 8)}`
  return { id, name, order: `z${codes.size.toString(36).padStart(4, '0')}V` }
}

function notePassage(
  context: StandardContext,
  read: TextRead,
  { element, span }: PassageRead,
  noted: Noted,
): void {
  const about = placeOf(read, span)
  const own = element.attributes.get('guid')
  if (own && context.namesPassages) context.places.set(idOf(own), about)
  for (const each of childrenOf(element, 'NoteRef')) noteSubject(noted, idIn(each, 'targetGUID', ''), about)
  noteComment(context, noted, element, about)
}

/** Something a note is about; a note can be about several things. */
export function noteSubject({ subjects }: Noted, note: string, about: MemoSubject): void {
  const known = subjects.get(note)
  if (known) known.push(about)
  else subjects.set(note, [about])
}

/** The description inside an element as a comment about what it became. */
export function noteComment(
  context: StandardContext,
  { annotations }: Noted,
  element: XmlElement,
  about: MemoSubject,
  title = 'Comment',
): void {
  const text = childOf(element, 'Description')?.text
  if (!text?.trim()) return
  if (isSaidInNotes(context, element, text)) return
  const { tally } = context
  const guid = element.attributes.get('guid') ?? ''
  const [by, at] = authorOf('', element, element)
  tally.found('comments')
  if (guid !== '' && annotations.get(guid)?.text === text)
    tally.lost('comments', 'the same comment stands on the page and in the text, and came in once')
  else
    annotations.set(annotations.has(guid) ? `${guid} ${annotations.size}` : guid, {
      title,
      text,
      about,
      by,
      at: readMoment(at),
    })
}

interface CodingPlace {
  readonly element: XmlElement
  readonly coding: XmlElement
  readonly span: Span
}

function readCoding(
  context: StandardContext,
  read: TextRead,
  { element, coding, span }: CodingPlace,
): Coding {
  const more = readNote(coding)
  const agreed = more.layer === 'agreed'
  const [who, when] = authorOf(context.origin, element, coding)
  const id = idIn<'coding'>(coding, 'guid', `coding ${read.id} ${span.start} ${span.end}`)
  return {
    id,
    source: read.id,
    content: read.hash,
    start: span.start,
    end: span.end,
    code: idIn(childOf(coding, 'CodeRef'), 'targetGUID', ''),
    coder: context.coder(agreed && typeof more.coder === 'string' ? more.coder : who),
    layer: agreed ? 'agreed' : 'own',
    at: readMoment(when) ?? context.at,
    quote: quoteHash(read.text, span.start, span.end),
    ...marks(context, coding, more),
  }
}

/** NVivo writes the code's author and date into its codings; there the passage knows who coded. */
function authorOf(
  origin: string,
  element: XmlElement,
  coding: XmlElement,
): readonly [string | undefined, string | undefined] {
  const order = /nvivo/i.test(origin) ? [element, coding] : [coding, element]
  const first = (name: string) =>
    // QualCoder writes an empty one where it does not know.
    order.map((each) => each.attributes.get(name)?.trim()).find((value) => value)
  return [first('creatingUser'), first('creationDateTime')]
}

type Marks = Pick<Coding, 'stance' | 'origin' | 'star' | 'flag' | 'note'>

function marks(context: StandardContext, coding: XmlElement, more: Readonly<Record<string, unknown>>): Marks {
  const stance = stances.find((each) => each === more.stance)
  const origin = origins.find((each) => each === more.origin)
  const ours = coding.notes.size > 0
  const note = ours ? (typeof more.note === 'string' ? more.note : undefined) : referredNote(context, coding)
  return {
    ...(stance ? { stance } : {}),
    ...(origin ? { origin } : {}),
    ...(typeof more.star === 'boolean' ? { star: more.star } : {}),
    ...(typeof more.flag === 'boolean' ? { flag: more.flag } : {}),
    ...(note !== undefined ? { note } : {}),
  }
}

const stances: readonly Stance[] = ['affirms', 'denies', 'overcome', 'mixed', 'reports']
const origins: readonly CodingOrigin[] = ['prompted', 'echoed', 'volunteered']

function referredNote(context: StandardContext, coding: XmlElement): string | undefined {
  const wanted = new Set(childrenOf(coding, 'NoteRef').map((each) => idIn(each, 'targetGUID', '')))
  const texts = [...wanted].flatMap((id) => {
    const note = context.notes.get(id)
    return note ? [noteText(context, note) || (note.attributes.get('name') ?? '')] : []
  })
  const said = texts.filter((text) => text !== '')
  return said.length > 0 ? said.join('\n\n') : undefined
}

/** Two codings of a file may bear one identity; the second gets one derived from it. */
function withOwnId(coding: Coding, taken: Set<string>): Coding {
  let id = coding.id
  for (let again = 2; taken.has(id); again++) id = derivedId('again', coding.id, String(again))
  taken.add(id)
  return id === coding.id ? coding : { ...coding, id: idOf(id) }
}
