import type { Making } from '../commands/making.ts'
import type { CopyId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { applyEdits } from './apply-change.ts'
import { type Cause, type Change, changeFormat, type Gesture } from './change.ts'
import { combine } from './edit.ts'

/** A project with its log, as the command line and tests carry it from one gesture to the next. */
export interface Recorded {
  readonly project: Project
  readonly changes: readonly Change[]
}

/** Makes a gesture a change, puts it at the end of the log and applies it. `copy` is the copy of the project that
    makes it. A gesture without edits records nothing. Throws when the gesture does not fit the project it was made for: a command's fault, not a person's. */
export function recordGesture(
  gesture: Gesture,
  { project, changes }: Recorded,
  making: Making & { readonly copy: CopyId },
  cause: Cause = { kind: 'command' },
): Recorded {
  const edits = combine(gesture.edits)
  if (edits.length === 0) return { project, changes }
  const change: Change = {
    id: making.newId<'change'>(),
    copy: making.copy,
    seq: changes.reduce((last, each) => (each.copy === making.copy ? Math.max(last, each.seq) : last), 0) + 1,
    parents: heads(changes),
    at: making.at,
    by: making.by,
    label: gesture.label,
    cause,
    format: changeFormat,
    edits,
  }
  const applied = applyEdits(project, change.edits)
  if (!applied.ok)
    throw new Error(`${gesture.label}: ${applied.problem} (${applied.edit.kind} ${applied.edit.id})`)
  return { project: applied.project, changes: [...changes, change] }
}

/** Changes that no other change was made on. */
function heads(changes: readonly Change[]): Change['id'][] {
  const built = new Set(changes.flatMap((change) => change.parents))
  return changes.filter((change) => !built.has(change.id)).map((change) => change.id)
}
