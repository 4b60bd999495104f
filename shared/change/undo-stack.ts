import type { ChangeHeader } from './change.ts'

/** What can be undone and redone now; the last of each list is next. */
export interface UndoStack {
  readonly undoable: readonly ChangeHeader[]
  readonly redoable: readonly ChangeHeader[]
}

/** Reads the stacks off the log, so that undo survives a restart. Headers in the order of the copy. What a project
    began with is not in them: without it there would be nothing to open; nor is what was done before something was
    erased for good. */
export function undoStack(log: readonly ChangeHeader[]): UndoStack {
  const stack = { undoable: [], redoable: [] }
  // A copy's first change may name what it was made from, which is not in its log.
  for (const change of log.slice(1)) step(stack, change)
  return stack
}

/** The stacks after one more change. */
export function afterChange(stack: UndoStack, change: ChangeHeader): UndoStack {
  const next = { undoable: [...stack.undoable], redoable: [...stack.redoable] }
  step(next, change)
  return next
}

function step(stack: { undoable: ChangeHeader[]; redoable: ChangeHeader[] }, change: ChangeHeader): void {
  const { cause, parents } = change
  if (parents.length === 0) return
  // Nothing goes back behind an erasure: what was done before is not in the log any more as it was.
  if (cause.kind === 'erase') {
    stack.undoable.length = 0
    stack.redoable.length = 0
    return
  }
  if (cause.kind === 'undo') stack.redoable.push(...take(stack.undoable, cause.of))
  else if (cause.kind === 'redo') stack.undoable.push(...take(stack.redoable, cause.of))
  else {
    stack.undoable.push(change)
    stack.redoable.length = 0
  }
}

function take(from: ChangeHeader[], id: string): ChangeHeader[] {
  const at = from.findLastIndex((change) => change.id === id)
  return at < 0 ? [] : from.splice(at, 1)
}
