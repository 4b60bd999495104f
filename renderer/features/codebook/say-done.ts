import type { Gesture } from '../../../shared/change/change.ts'
import { undoLast } from '../../parts/undo.ts'
import type { OpenProject } from '../../project/open-project.ts'
import type { Committed } from '../../project/save-state.ts'
import { say } from '../../ui/messages.tsx'

/** Says what was done, with undo beside it, once it is kept. */
export async function sayDone(
  open: OpenProject,
  committed: Promise<Committed>,
  gesture: Gesture | null,
): Promise<void> {
  if (!gesture || !(await committed).ok) return
  say({ kind: 'done', text: gesture.label, action: { label: 'Undo', run: () => void undoLast(open) } })
}
