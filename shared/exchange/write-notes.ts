import type { Coding, Memo, MemoSubject } from '../model/entities.ts'
import type { Project } from '../model/project.ts'
import { derivedId } from './fingerprint.ts'
import { dateTime, guid, noteTarget } from './standard-names.ts'
import { isLegalXml, xmlElement, xmlNote, xmlTextElement } from './write-xml.ts'

/** Notes as the standard's elements, and the texts of memos by name inside `sources/`. */
export interface Notes {
  readonly elements: readonly string[]
  readonly texts: ReadonlyMap<string, string>
}

/** Memos, and notes on single codings. A memo's words stand in a file of their own and its name is there once:
    QualCoder passes over notes without a file, and cannot open a project with two notes of one name. */
export function notesOf(project: Project): Notes {
  const elements: string[] = []
  const texts = new Map<string, string>()
  const taken = new Set<string>()
  for (const memo of [...project.tables.memo.values()].sort(byTime)) {
    const name = freeName(memo.title.trim() === '' ? 'Memo' : memo.title, taken)
    const file = standsInFile(memo.text) ? `${guid(memo.id)}.txt` : undefined
    if (file) texts.set(file, memo.text)
    elements.push(memoXml(project, memo, name, file))
  }
  const codings = [...project.codings.values()].flat().filter((coding) => codingNote(coding) !== undefined)
  elements.push(...codings.sort(byTime).map((coding) => codingNoteXml(project, coding)))
  return { elements, texts }
}

/** A name as it is, or with a number behind it where it is taken. */
function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let again = 2; taken.has(free); again++) free = `${name} (${again})`
  taken.add(free)
  return free
}

/** Whether a file gives exactly these words back, however its reader treats line ends and marks. */
function standsInFile(text: string): boolean {
  return text !== '' && !/\r|^\uFEFF/.test(text) && isLegalXml(text)
}

/** What is said about a thing, in the thing itself: MAXQDA, ATLAS.ti and QualCoder show this and pass over references
    to notes. Nothing where nothing is said. */
export function describedBy(words: readonly (string | undefined)[]): string {
  return xmlTextElement('Description', joinedWords(words))
}

/** Words about one thing as one text; undefined where there are none. */
export function joinedWords(words: readonly (string | undefined)[]): string | undefined {
  const said = words.filter((each) => each !== undefined && each.trim() !== '')
  return said.length > 0 ? said.join('\n\n') : undefined
}

/** What a memo says: its text, else its title. */
export function memoWords({ text, title }: Pick<Memo, 'text' | 'title'>): string {
  return text.trim() === '' ? title : text
}

/** References to the memos about one thing. */
export function memoReference(project: Project, kind: MemoSubject['kind'], id?: string): string[] {
  return memosAbout(project, kind, id).map((memo) => xmlElement('NoteRef', { targetGUID: guid(memo.id) }))
}

/** Memos about one thing, oldest first. */
export function memosAbout(project: Project, kind: MemoSubject['kind'], id?: string): readonly Memo[] {
  const memos = [...project.tables.memo.values()].filter(
    ({ about }) => about.kind === kind && subjectId(about) === id,
  )
  return memos.sort(byTime)
}

/** The reference from a coding to its note; nothing where it has none. */
export function codingNoteReference(coding: Coding): string {
  return codingNote(coding) === undefined ? '' : xmlElement('NoteRef', { targetGUID: codingNoteGuid(coding) })
}

function subjectId(about: MemoSubject): string | undefined {
  switch (about.kind) {
    case 'project':
      return undefined
    case 'code':
      return about.code
    case 'participant':
      return about.participant
    case 'source':
    case 'passage':
      return about.source
  }
}

function memoXml(project: Project, memo: Memo, name: string, file: string | undefined): string {
  const attributes = {
    guid: guid(memo.id),
    name,
    plainTextPath: file && `internal://${file}`,
    ...made(project, memo.by, memo.at),
  }
  const note = {
    memo: memo.kind,
    ...(name === memo.title ? {} : { title: memo.title }),
    ...(memo.about.kind === 'participant' ? { case: guid(memo.about.participant) } : {}),
  }
  return xmlElement('Note', attributes, [
    file ? '' : xmlTextElement('PlainTextContent', memo.text),
    xmlNote(noteTarget, note),
  ])
}

function codingNoteXml(project: Project, coding: Coding): string {
  const attributes = {
    guid: codingNoteGuid(coding),
    name: 'Note on a coding',
    ...made(project, coding.coder, coding.at),
  }
  return xmlElement('Note', attributes, [xmlTextElement('PlainTextContent', codingNote(coding))])
}

function made(project: Project, by: string, at: number): Record<string, string | undefined> {
  const known = project.tables.coder.has(by)
  return { creatingUser: known ? guid(by) : undefined, creationDateTime: dateTime(at) }
}

function codingNoteGuid(coding: Coding): string {
  return guid(derivedId('note', coding.id))
}

const stances = {
  affirms: 'Affirms it',
  denies: 'Denies it',
  overcome: 'Tells how it was overcome',
  mixed: 'Affirms and denies it',
  reports: 'Reports what others say',
} as const

/** What other tools can only show as a note, undefined where there is nothing: the note itself, the stance, and what it was marked with. */
export function codingNote(coding: Coding): string | undefined {
  const marks = [
    coding.stance && stances[coding.stance],
    coding.origin && `Origin: ${coding.origin}`,
    coding.star === true ? 'Key quote' : undefined,
    coding.flag === true ? 'For the lead to look at' : undefined,
  ]
  const parts = [coding.note, ...marks].filter((part) => part !== undefined && part !== '')
  return parts.length > 0 ? parts.join('\n') : undefined
}

function byTime(
  a: { readonly at: number; readonly id: string },
  b: { readonly at: number; readonly id: string },
): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1)
}
