import { createContext, type ReactNode, useCallback, useContext, useRef, useSyncExternalStore } from 'react'
import type { Gesture } from '../../shared/change/change.ts'
import type { ContentHash } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { say } from '../ui/messages.tsx'
import { isBlind, isBlindPacket, onBlind, shownIn } from './blind.ts'
import type { OpenProject } from './open-project.ts'
import { type Committed, manyEdits, type SaveState } from './save-state.ts'

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

/** The project's value now, to be shown: in blind mode without what others coded. Commands are given all of it,
    `useOpenProject().project`. Re-renders after every change. */
export function useProject(): Project {
  return useSelected(({ project }) => project)
}

/** What is shown of an open project. */
export type ShownProject = Pick<
  OpenProject,
  'id' | 'project' | 'coder' | 'log' | 'undoStack' | 'saveState' | 'text' | 'content'
>

/** One part of the open project, to be shown (as `useProject`); re-renders only when that part is another value
    (`===`). */
export function useSelected<T>(select: (open: ShownProject) => T): T {
  const { shown, subscribe } = showing(useOpenProject())
  return useSyncExternalStore(subscribe, () => select(shown))
}

/** Whether this window codes blind, and whether it can leave that. */
export function useBlind(): { readonly isBlind: boolean; readonly isFixed: boolean } {
  const open = useOpenProject()
  const { subscribe } = showing(open)
  const blind = useSyncExternalStore(subscribe, () => isBlind(open))
  return { isBlind: blind, isFixed: useSyncExternalStore(subscribe, () => isBlindPacket(open)) }
}

interface Showing {
  readonly shown: ShownProject
  readonly subscribe: (listener: () => void) => () => void
}

const windows = new WeakMap<OpenProject, Showing>()

/** One view and one way to follow it for each open project, so that nothing is followed anew at every drawing. */
function showing(open: OpenProject): Showing {
  const known = windows.get(open)
  if (known) return known
  const made: Showing = {
    shown: {
      id: open.id,
      get project() {
        return shownIn(open)
      },
      get coder() {
        return open.coder
      },
      get log() {
        return open.log
      },
      get undoStack() {
        return open.undoStack
      },
      get saveState() {
        return open.saveState
      },
      text: open.text,
      content: (hash) => open.content(hash),
    },
    subscribe: (listener) => {
      const [stop, stopBlind] = [open.subscribe(listener), onBlind(listener)]
      return () => {
        stop()
        stopBlind()
      }
    },
  }
  windows.set(open, made)
  return made
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
