import type { Memo, MemoKind, MemoSubject } from '../model/entities.ts'
import type { MemoId } from '../model/ids.ts'
import { derivedId } from './fingerprint.ts'
import { noteText } from './note-text.ts'
import { idIn, idOf, leftoverTitle, readMoment, type StandardContext } from './read-context.ts'
import { type Noted, noteSubject } from './read-passages.ts'
import { readNote } from './read-structure.ts'
import { rawText } from './read-texts.ts'
import { childrenOf, type XmlElement } from './read-xml.ts'
import { foreignText, usualReading } from './standard-positions.ts'
import { wholeNumber } from './whole-number.ts'

/** Notes as memos about what refers to them, once for each thing; those that nothing refers to are about the inquiry.
    Notes on single codings are left to their codings. Comments that stand in what they are about become memos too. */
export function readNotes(context: StandardContext, noted: Noted, people: ReadonlySet<string>): Memo[] {
  const memos = new Map<string, Memo>()
  for (const element of childrenOf(context.root, 'Notes').flatMap((each) => childrenOf(each, 'Note'))) {
    if (!isOnCodings(element, noted)) context.tally.found('memos')
    else if (noted.codingNotes.get(noteId(element))) context.tally.found('notes on coded segments')
    annotatedPassages(context, element, noted)
    for (const memo of readMemos(context, element, noted, people)) {
      if (memos.has(memo.id)) context.tally.lost('memos', 'they stand in the file twice and came in once')
      memos.set(memo.id, memo)
    }
  }
  for (const [guid, { title, about, text, ...made }] of noted.annotations) {
    const id = derivedId<'memo'>('annotation', guid)
    const who = context.coder(made.by)
    memos.set(id, { id, kind: 'analytic', title, text, about, by: who, at: made.at ?? context.at })
  }
  return [...memos.values()]
}

/** What has no place in Loam, as one memo about the inquiry; none where everything has. */
export function leftoverMemo(context: StandardContext): Memo[] {
  if (context.leftovers.size === 0) return []
  const parts = [...context.leftovers].map(([heading, lines]) => {
    const shown = lines.slice(0, longest)
    const more = lines.length - shown.length
    return [heading, ...shown.map((line) => `• ${line}`), ...(more > 0 ? [`• and ${more} more`] : [])].join(
      '\n',
    )
  })
  const title = leftoverTitle
  return [
    {
      id: derivedId('leftovers', context.origin, ...parts),
      kind: 'methodological',
      title,
      text: parts.join('\n\n'),
      about: { kind: 'project' },
      by: context.opener(),
      at: context.at,
    },
  ]
}

const longest = 2000

/** Whether a note is on single codings and nothing else: then it is theirs, and no memo. */
function isOnCodings(element: XmlElement, { codingNotes, subjects }: Noted): boolean {
  const id = noteId(element)
  return codingNotes.has(id) && !subjects.has(id)
}

function noteId(element: XmlElement): MemoId {
  return idIn<'memo'>(element, 'guid', `note ${element.attributes.get('name') ?? ''}`)
}

function readMemos(
  context: StandardContext,
  element: XmlElement,
  noted: Noted,
  people: ReadonlySet<string>,
): Memo[] {
  const name = element.attributes.get('name') ?? ''
  const id = noteId(element)
  const more = readNote(element)
  const subjects = noted.subjects.get(id) ?? []
  const person = aboutCase(more.case, people)
  if (isOnCodings(element, noted)) return []
  const about = person ? [person] : subjects.length > 0 ? subjects : [{ kind: 'project' } as const]
  context.tally.repaired(
    'copies of notes were made, because their note is about several things',
    about.length - 1,
  )
  return about.map((subject, i) => ({
    id: i === 0 ? id : derivedId('note again', id, String(i)),
    kind: kinds.find((kind) => kind === more.memo) ?? 'analytic',
    title: titleOf(name, context.ours ? more.title : undefined),
    text: noteText(context, element),
    about: subject,
    by: context.coder(element.attributes.get('creatingUser')),
    at: readMoment(element.attributes.get('creationDateTime')) ?? context.at,
  }))
}

/** The title that Loam wrote under a name of its own, unless the name was changed since. */
function titleOf(name: string, noted: unknown): string {
  if (typeof noted !== 'string') return name
  const given = noted.trim() === '' ? 'Memo' : noted
  return name === given || name.startsWith(`${given} (`) ? noted : name
}

const kinds: readonly MemoKind[] = ['analytic', 'reflexive', 'methodological']

function aboutCase(guid: unknown, people: ReadonlySet<string>): MemoSubject | undefined {
  const participant = typeof guid === 'string' ? idOf<'participant'>(guid) : undefined
  return participant && people.has(participant) ? { kind: 'participant', participant } : undefined
}

/** QualCoder puts into a note where in the source it stands: the passage counts in the source that refers to it.
    Codings on passages of a note's own words have no place. */
function annotatedPassages(context: StandardContext, element: XmlElement, noted: Noted): void {
  const selections = childrenOf(element, 'PlainTextSelection')
  const codings = [element, ...selections].reduce((sum, each) => sum + childrenOf(each, 'Coding').length, 0)
  context.tally.lost('coded segments', 'they code a note, not a source', codings)
  const id = idIn(element, 'guid', '')
  const [about] = noted.subjects.get(id) ?? []
  if (!about && selections.length > 0 && /qualcoder/i.test(context.origin))
    context.tally.repaired(
      'notes say where they stand but not in which source, and came in as memos about the inquiry',
    )
  if (about?.kind !== 'source') return
  const source = context.sourceTexts.get(about.source)
  const span = selections[0] && source && spanIn(context, source.text, selections[0])
  if (!span || (!/qualcoder/i.test(context.origin) && span.end <= (rawText(context, element) ?? '').length))
    return
  noted.subjects.set(id, [])
  noteSubject(noted, id, { kind: 'passage', source: about.source, content: source.hash, ...span })
}

function spanIn(
  { origin }: StandardContext,
  text: string,
  { attributes }: XmlElement,
): { readonly start: number; readonly end: number } | undefined {
  const { toPosition } = foreignText(text).positions(usualReading(origin))
  const [start, end] = ['startPosition', 'endPosition'].map((name) =>
    toPosition(wholeNumber(attributes.get(name))),
  )
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined
}
