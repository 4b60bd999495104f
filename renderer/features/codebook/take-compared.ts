import type { Cause, Gesture } from '../../../shared/change/change.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { manyEdits } from '../../project/save-state.ts'
import { say } from '../../ui/messages.tsx'
import { sayDone } from './say-done.ts'

/** Keeps what was taken from another codebook as one change, and says so; why not, where it was refused. */
export async function takeCompared(open: OpenProject, gesture: Gesture | null, cause: Cause): Promise<void> {
  if (!gesture) return
  // Merging codes can touch thousands of codings.
  const isLarge = gesture.edits.length > manyEdits
  const committed = await (isLarge ? open.commitInSlices(gesture, cause) : open.commit(gesture, cause))
  if (committed.ok) await sayDone(open, Promise.resolve(committed), gesture)
  else say({ kind: 'trouble', text: committed.problem })
}
