import type { Memo, MemoKind, MemoSubject } from '../model/entities.ts'
import { derivedId } from './fingerprint.ts'
import { idIn, idOf, readMoment, type StandardContext } from './read-context.ts'
import type { Noted } from './read-passages.ts'
import { readNote } from './read-structure.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'

/** Notes as memos about what refers to them; those that nothing refers to are about the inquiry.
    Notes on single codings are left to their codings. */
export function readNotes(context: StandardContext, noted: Noted, people: ReadonlySet<string>): Memo[] {
  const memos = new Map<string, Memo>()
  for (const element of childrenOf(childOf(context.root, 'Notes'), 'Note')) {
    const memo = readMemo(context, element, noted, people)
    if (!noted.codingNotes.has(memo.id)) memos.set(memo.id, memo)
  }
  const by = context.coder(undefined)
  for (const { about, text, guid } of noted.annotations) {
    const id = derivedId<'memo'>('annotation', guid)
    memos.set(id, { id, kind: 'analytic', title: 'Comment', text, about, by, at: context.at })
  }
  return [...memos.values()]
}

function readMemo(
  context: StandardContext,
  element: XmlElement,
  noted: Noted,
  people: ReadonlySet<string>,
): Memo {
  const name = element.attributes.get('name') ?? ''
  const id = idIn<'memo'>(element, 'guid', `note ${name}`)
  const more = readNote(element)
  return {
    id,
    kind: kinds.find((kind) => kind === more.memo) ?? 'analytic',
    title: name,
    text: noteText(context, element),
    about: aboutCase(more.case, people) ?? noted.subjects.get(id) ?? { kind: 'project' },
    by: context.coder(element.attributes.get('creatingUser')),
    at: readMoment(element.attributes.get('creationDateTime')) ?? context.at,
  }
}

const kinds: readonly MemoKind[] = ['analytic', 'reflexive', 'methodological']

function aboutCase(guid: unknown, people: ReadonlySet<string>): MemoSubject | undefined {
  const participant = typeof guid === 'string' ? idOf<'participant'>(guid) : undefined
  return participant && people.has(participant) ? { kind: 'participant', participant } : undefined
}

function noteText(context: StandardContext, element: XmlElement): string {
  const path = element.attributes.get('plainTextPath')
  const inside = childOf(element, 'PlainTextContent')?.text ?? childOf(element, 'Description')?.text
  return inside ?? (path === undefined ? '' : (context.textAt(path) ?? ''))
}
