import { labelShownIn } from '../project/blind.ts'
import type { OpenProject } from '../project/open-project.ts'
import { say } from '../ui/messages.tsx'

/** Takes the last change back and says which it was. */
export async function undoLast(open: OpenProject): Promise<void> {
  const undone = await open.undo()
  // Read when it is done: keys pressed fast wait for one another.
  const label = labelShownIn(open, open.undoStack.redoable.at(-1))
  if (!undone) say({ kind: 'done', text: 'There is nothing to undo.' })
  else if (undone.ok)
    say({
      kind: 'done',
      text: `Undone: ${label ?? ''}`,
      action: { label: 'Redo', run: () => void redoLast(open) },
    })
  else say({ kind: 'trouble', text: undone.problem })
}

/** Does again what was last undone. */
export async function redoLast(open: OpenProject): Promise<void> {
  const redone = await open.redo()
  const label = labelShownIn(open, open.undoStack.undoable.at(-1))
  if (!redone) say({ kind: 'done', text: 'There is nothing to redo.' })
  else if (redone.ok) say({ kind: 'done', text: `Done again: ${label ?? ''}` })
  else say({ kind: 'trouble', text: redone.problem })
}
