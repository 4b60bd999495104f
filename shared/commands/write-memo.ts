import type { Gesture } from '../change/change.ts'
import { create, isIdle, remove, update } from '../change/edit.ts'
import type { MemoKind, MemoSubject } from '../model/entities.ts'
import type { MemoId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { Making } from './making.ts'

/** What a memo says, and about what. */
export interface MemoDraft {
  readonly about: MemoSubject
  readonly kind: MemoKind
  readonly title: string
  readonly text: string
}

/** Writes a memo. One without a title is called by its first words. Null when nothing is written. */
export function writeMemo(
  draft: MemoDraft,
  making: Making,
): { readonly gesture: Gesture; readonly memo: MemoId } | null {
  const title = titled(draft)
  if (title === '') return null
  const id = making.newId<'memo'>()
  const memo = { ...draft, id, title, text: draft.text.trim(), by: making.by, at: making.at }
  return { gesture: { label: `Write memo ${title}`, edits: [create('memo', memo)] }, memo: id }
}

/** Changes a memo. Null when it stays the same, is gone, or nothing would be left of it. */
export function rewriteMemo(project: Project, id: MemoId, draft: MemoDraft): Gesture | null {
  const memo = project.tables.memo.get(id)
  const title = titled(draft)
  if (!memo || title === '') return null
  const edit = update('memo', memo, { ...draft, title, text: draft.text.trim() })
  return isIdle(edit) ? null : { label: `Change memo ${title}`, edits: [edit] }
}

/** Takes a memo away. */
export function removeMemo(project: Project, id: MemoId): Gesture | null {
  const memo = project.tables.memo.get(id)
  return memo ? { label: `Remove memo ${memo.title}`, edits: [remove('memo', memo)] } : null
}

function titled({ title, text }: MemoDraft): string {
  if (title.trim() !== '') return title.trim()
  const words = text.trim().split(/\s+/)
  return words.slice(0, 6).join(' ') + (words.length > 6 ? ' …' : '')
}
