import type { Coding, Memo, MemoSubject } from '../model/entities.ts'
import type { Project } from '../model/project.ts'
import { derivedId } from './fingerprint.ts'
import { dateTime, guid, noteTarget } from './standard-names.ts'
import { xmlElement, xmlNote, xmlTextElement } from './write-xml.ts'

/** Memos, and notes on single codings, as the standard's notes. */
export function notesXml(project: Project): string[] {
  const memos = [...project.tables.memo.values()].sort(byTime).map((memo) => memoXml(project, memo))
  const codings = [...project.codings.values()].flat().filter((coding) => codingNote(coding) !== undefined)
  return [...memos, ...codings.sort(byTime).map((coding) => codingNoteXml(project, coding))]
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

function memoXml(project: Project, memo: Memo): string {
  const attributes = { guid: guid(memo.id), name: memo.title, ...made(project, memo.by, memo.at) }
  const note = {
    memo: memo.kind,
    ...(memo.about.kind === 'participant' ? { case: guid(memo.about.participant) } : {}),
  }
  return xmlElement('Note', attributes, [
    xmlTextElement('PlainTextContent', memo.text),
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

/** What other tools can only show as a note: the note itself, the stance, and what it was marked with. */
function codingNote(coding: Coding): string | undefined {
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
