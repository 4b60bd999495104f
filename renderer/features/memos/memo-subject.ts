import type { Memo, MemoSubject } from '../../../shared/model/entities.ts'
import { inOrder, type Project, sourcesInOrder } from '../../../shared/model/project.ts'
import { placeOf } from '../../parts/passage-places.ts'
import type { Place } from '../../parts/places.ts'

/** Kinds of subject, in words. */
export const subjectKinds = [
  { key: 'project', label: 'the whole inquiry' },
  { key: 'code', label: 'a code' },
  { key: 'participant', label: 'a participant' },
  { key: 'source', label: 'a source' },
  { key: 'passage', label: 'a passage' },
] as const satisfies readonly { key: MemoSubject['kind']; label: string }[]

/** What a memo is about, in a few words. */
export function subjectName(project: Project, about: MemoSubject): string {
  const { code, source, participant } = project.tables
  switch (about.kind) {
    case 'project':
      return 'the whole inquiry'
    case 'code':
      return code.get(about.code)?.name ?? 'a code that is gone'
    case 'participant':
      return participant.get(about.participant)?.pseudonym ?? 'a participant who is gone'
    case 'source':
      return source.get(about.source)?.name ?? 'a source that is gone'
    case 'passage':
      return `a passage of ${source.get(about.source)?.name ?? 'a source that is gone'}`
  }
}

/** Where what a memo is about can be seen. */
export function subjectPlace(about: MemoSubject, project: Project): Place | null {
  switch (about.kind) {
    case 'project':
      return null
    case 'code':
      return { kind: 'codebook', code: about.code }
    case 'participant':
      return { kind: 'participants' }
    case 'source':
      return { kind: 'source', source: about.source }
    case 'passage':
      return placeOf(project, about)
  }
}

/** Everything of one kind that a memo can be about, by a key; passages are chosen in the transcript. */
export function subjectsOf(
  project: Project,
  kind: MemoSubject['kind'],
): readonly { readonly key: string; readonly label: string; readonly about: MemoSubject }[] {
  switch (kind) {
    case 'project':
      return [{ key: 'project', label: 'the whole inquiry', about: { kind } }]
    case 'code':
      return inOrder(project.tables.code).map(({ id, name }) => ({
        key: id,
        label: name,
        about: { kind, code: id },
      }))
    case 'participant':
      return inOrder(project.tables.participant).map(({ id, pseudonym }) => ({
        key: id,
        label: pseudonym,
        about: { kind, participant: id },
      }))
    case 'source':
      return sourcesInOrder(project).map(({ id, name }) => ({
        key: id,
        label: name,
        about: { kind, source: id },
      }))
    case 'passage':
      return []
  }
}

/** The key of a memo's subject among `subjectsOf`. */
export function subjectKey(about: MemoSubject): string {
  switch (about.kind) {
    case 'code':
      return about.code
    case 'participant':
      return about.participant
    case 'source':
      return about.source
    default:
      return about.kind
  }
}

/** Which memos to list. */
export interface MemoFilter {
  readonly text: string
  readonly kind: Memo['kind'] | 'any'
  readonly about: MemoSubject['kind'] | 'any'
}

/** The memos a filter lets through, the newest first. Words are looked for in title, text and what they are about. */
export function filterMemos(project: Project, { text, kind, about }: MemoFilter): readonly Memo[] {
  const words = text
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .filter((word) => word !== '')
  return [...project.tables.memo.values()]
    .filter(
      (memo) => (kind === 'any' || memo.kind === kind) && (about === 'any' || memo.about.kind === about),
    )
    .filter((memo) => {
      const all = `${memo.title} ${memo.text} ${subjectName(project, memo.about)}`.toLocaleLowerCase('en')
      return words.every((word) => all.includes(word))
    })
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
}
