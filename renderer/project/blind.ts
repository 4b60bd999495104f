import type { ChangeHeader } from '../../shared/change/change.ts'
import { inquiryOf, type Project } from '../../shared/model/project.ts'
import { seenBy } from '../../shared/model/seen-by.ts'
import type { OpenProject } from './open-project.ts'

type Window = Pick<OpenProject, 'id' | 'project' | 'coder'>

const listeners = new Set<() => void>()
const chosen = new Map<string, boolean>()

/** Whether somebody codes blind in this window: chosen for this project on this machine, or because the copy was
    handed out so. */
export function isBlind(open: Window): boolean {
  return isBlindPacket(open) || isChosen(open.id)
}

/** A copy that was handed out to be coded blind stays so. */
export function isBlindPacket(open: Pick<Window, 'project'>): boolean {
  return inquiryOf(open.project).packet?.blind === true
}

/** Begins or leaves blind mode for a project on this machine. */
export function setBlind(open: Pick<Window, 'id'>, blind: boolean): void {
  if (blind) localStorage.setItem(key(open.id), 'blind')
  else localStorage.removeItem(key(open.id))
  chosen.set(open.id, blind)
  for (const listener of listeners) listener()
}

/** Calls back when blind mode begins or ends. */
export function onBlind(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The project as this window shows it. Commands are given the whole of it: `open.project`. */
export function shownIn(open: Window): Project {
  return isBlind(open) ? seenBy(open.project, open.coder) : open.project
}

/** What a change is called in this window, for undoing it: whoever codes blind is not told what others did. Undefined
    where there is no change. */
export function labelShownIn(open: Window, change: ChangeHeader | undefined): string | undefined {
  if (!change || !isBlind(open)) return change?.label
  return change.by === open.coder && change.cause.kind !== 'merge' ? change.label : 'what was done before'
}

function isChosen(id: string): boolean {
  const known = chosen.get(id) ?? localStorage.getItem(key(id)) === 'blind'
  chosen.set(id, known)
  return known
}

const key = (id: string) => `loam-blind-${id}`
