import { applyEdits, applyingEdits } from '../../shared/change/apply-change.ts'
import type { Edit, Gesture } from '../../shared/change/change.ts'
import { combine, combining } from '../../shared/change/edit.ts'
import { inSlices, type Pause } from '../../shared/change/slices.ts'
import { type Broken, brokenByEdits, findingBrokenByEdits } from '../../shared/model/integrity.ts'
import type { Project } from '../../shared/model/project.ts'

type Outcome = ({ readonly ok: true } & WorkedOut) | { readonly ok: false; readonly problem: string }

/** A change, one edit an entity, and the project after it. */
interface WorkedOut {
  readonly edits: readonly Edit[]
  readonly project: Project
}

/** Applies a gesture and checks it. Gives a problem when it does not fit; throws when it would break a rule of the
    model. */
export function workedOutAtOnce(before: Project, { label, edits: asked }: Gesture): Outcome {
  const edits = combine(asked)
  const applied = applyEdits(before, edits)
  if (!applied.ok) return { ok: false, problem: `${applied.problem}. Nothing was changed.` }
  mustBeSound(label, brokenByEdits(applied.project, edits))
  return { ok: true, edits, project: applied.project }
}

/** Applies a large gesture and checks it, in slices. Gives a problem when it does not fit; throws when it would break
    a rule of the model. */
export async function workedOut(
  before: Project,
  { label, edits: asked }: Gesture,
  pause: Pause,
): Promise<Outcome> {
  const edits = await inSlices(combining(asked), pause)
  const applied = await inSlices(applyingEdits(before, edits), pause)
  if (!applied.ok) return { ok: false, problem: `${applied.problem}. Nothing was changed.` }
  mustBeSound(label, await inSlices(findingBrokenByEdits(applied.project, edits), pause))
  return { ok: true, edits, project: applied.project }
}

function mustBeSound(label: string, [broken]: readonly Broken[]): void {
  if (broken) throw new Error(`"${label}" would leave a ${broken.kind} that ${broken.rule}`)
}

/** The project after a large change, with what was committed while it was worked out: the same as if the large one
    had come last. Null when the two cannot stand together: they touch the same thing, or one took away what the
    other names. */
export function caughtUp(large: WorkedOut, meanwhile: readonly Edit[]): Project | null {
  if (meanwhile.length === 0) return large.project
  const touched = new Set(meanwhile.map((edit) => edit.id))
  if (large.edits.some((edit) => touched.has(edit.id))) return null
  const edits = combine(meanwhile)
  const applied = applyEdits(large.project, edits)
  if (!applied.ok || brokenByEdits(applied.project, edits).length > 0) return null
  return applied.project
}
