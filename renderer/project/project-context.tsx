import { createContext, type ReactNode, useCallback, useContext, useRef, useSyncExternalStore } from 'react'
import type { Gesture } from '../../shared/change/change.ts'
import type { ContentHash } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { say } from '../ui/messages.tsx'
import { type Committed, manyEdits, type OpenProject, type SaveState } from './open-project.ts'

const Context = createContext<OpenProject | null>(null)

/** Makes the open project known to everything inside. */
export function ProjectProvider({
  open,
  children,
}: {
  readonly open: OpenProject
  readonly children: ReactNode
}) {
  return <Context value={open}>{children}</Context>
}

/** The open project's life: commit, undo, texts. Does not re-render by itself. */
export function useOpenProject(): OpenProject {
  const open = useContext(Context)
  if (!open) throw new Error('No project is open here')
  return open
}

/** The project's value now; re-renders after every change. */
export function useProject(): Project {
  const open = useOpenProject()
  return useSyncExternalStore(open.subscribe, () => open.project)
}

/** One part of the open project; re-renders only when that part is another value (`===`). */
export function useSelected<T>(select: (open: OpenProject) => T): T {
  const open = useOpenProject()
  return useSyncExternalStore(open.subscribe, () => select(open))
}

/** What the status line shows. */
export function useSaveState(): SaveState {
  return useSelected((open) => open.saveState)
}

/** Commits a gesture and says so when it was refused. Null stands for nothing to do. */
export function useCommit(): (gesture: Gesture | null) => Promise<Committed> {
  const open = useOpenProject()
  return useCallback(
    async (gesture) => {
      if (!gesture) return { ok: true }
      const isLarge = gesture.edits.length > manyEdits
      const committed = await (isLarge ? open.commitInSlices(gesture) : open.commit(gesture))
      if (!committed.ok) say({ kind: 'trouble', text: committed.problem })
      return committed
    },
    [open],
  )
}

/** A content's text, loaded when first asked for; null while it is on its way. */
export function useText(hash: ContentHash): string | null {
  const open = useOpenProject()
  const asked = useRef<ContentHash | null>(null)
  const text = useSyncExternalStore(open.subscribe, () => open.text(hash))
  if (text === undefined && asked.current !== hash) {
    asked.current = hash
    void open.loadTexts([hash])
  }
  return text ?? null
}
