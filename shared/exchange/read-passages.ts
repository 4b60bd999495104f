import type { Code, Coding, CodingOrigin, MemoSubject, Stance } from '../model/entities.ts'
import type { CodingId } from '../model/ids.ts'
import { onCharacter, type Span } from '../text/positions.ts'
import { quoteHash } from '../text/quote-hash.ts'
import { derivedId } from './fingerprint.ts'
import { idIn, idOf, leaveOut, readMoment, type StandardContext, type TextRead } from './read-context.ts'
import { readNote } from './read-structure.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'

/** What notes are about, by the note's identity; and comments that stand in a passage without being a note. */
export interface Noted {
  readonly subjects: Map<string, MemoSubject>
  /** Notes on single codings, already read into them. */
  readonly codingNotes: Map<string, CodingId>
  readonly annotations: { readonly about: MemoSubject; readonly text: string; readonly guid: string }[]
}

/** The codings of one text: those of its passages, and those on the text as a whole. */
export function readPassages(
  context: StandardContext,
  read: TextRead,
  codes: readonly Code[],
  noted: Noted,
  taken: Set<string>,
): Coding[] {
  const known = new Set<string>(codes.map((code) => code.id))
  const codings: Coding[] = []
  const passages = childrenOf(read.element, 'PlainTextSelection').map((element) => ({
    element,
    span: spanOf(read, element),
  }))
  const whole = { element: read.element, span: { start: 0, end: read.text.length } }
  for (const { element, span } of [...passages, whole]) {
    if (element !== read.element) notePassage(read, element, span, noted)
    for (const coding of childrenOf(element, 'Coding')) {
      const made = readCoding(context, read, { element, coding, span }, noted)
      if (!known.has(made.code)) leaveOut(context, 'codings whose code is not in the file')
      else if (span.start >= span.end) leaveOut(context, 'codings that cover no text')
      else codings.push(withOwnId(made, taken))
    }
  }
  return codings
}

function spanOf(read: TextRead, element: XmlElement): Span {
  const [start = 0, end = 0] = ['startPosition', 'endPosition'].map((name) => {
    const stated = Number(element.attributes.get(name))
    return onCharacter(read.text, read.position(Number.isFinite(stated) ? Math.trunc(stated) : 0))
  })
  return { start, end }
}

function notePassage(read: TextRead, element: XmlElement, { start, end }: Span, noted: Noted): void {
  const about: MemoSubject = { kind: 'passage', source: read.id, content: read.hash, start, end }
  for (const each of childrenOf(element, 'NoteRef')) noted.subjects.set(idIn(each, 'targetGUID', ''), about)
  const text = childOf(element, 'Description')?.text
  if (text) noted.annotations.push({ about, text, guid: element.attributes.get('guid') ?? '' })
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
  noted: Noted,
): Coding {
  const more = readNote(coding)
  const agreed = more.layer === 'agreed'
  const [who, when] = authorOf(context.origin, element, coding)
  const id = idIn<'coding'>(coding, 'guid', `coding ${read.id} ${span.start} ${span.end}`)
  for (const each of childrenOf(coding, 'NoteRef')) noted.codingNotes.set(idIn(each, 'targetGUID', ''), id)
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
    order.map((each) => each.attributes.get(name)).find((value) => value !== undefined)
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
  if (wanted.size === 0) return undefined
  const notes = childrenOf(childOf(context.root, 'Notes'), 'Note').filter((note) =>
    wanted.has(idIn(note, 'guid', '')),
  )
  const texts = notes
    .map((note) => childOf(note, 'PlainTextContent')?.text ?? '')
    .filter((text) => text !== '')
  return texts.length > 0 ? texts.join('\n\n') : undefined
}

/** Two codings of a file may bear one identity; the second gets one derived from it. */
function withOwnId(coding: Coding, taken: Set<string>): Coding {
  let id = coding.id
  for (let again = 2; taken.has(id); again++) id = derivedId('again', coding.id, String(again))
  taken.add(id)
  return id === coding.id ? coding : { ...coding, id: idOf(id) }
}
