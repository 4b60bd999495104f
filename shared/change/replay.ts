import { emptyProject, type Project } from '../model/project.ts'
import { type Applied, applyEdits } from './apply-change.ts'
import type { Change, Edit } from './change.ts'
import { combine } from './edit.ts'

/** The project a log comes to, oldest change first. Throws where the log contradicts itself. */
export function replay(changes: readonly Change[]): Project {
  const replayed = tryReplay(changes)
  if (!replayed.ok)
    throw new Error(
      `The log cannot be replayed: ${replayed.problem} (${replayed.edit.kind} ${replayed.edit.id})`,
    )
  return replayed.project
}

/** The same for a log read from outside: a contradiction is a value, not a fault. */
export function tryReplay(changes: readonly Change[]): Applied {
  let project = emptyProject
  for (const edits of stretches(changes)) {
    const applied = applyEdits(project, edits)
    if (!applied.ok) return applied
    project = applied.project
  }
  return { ok: true, project }
}

/** Small changes are applied many at a time: what they come to is the same, and every source is rebuilt once. */
function stretches(changes: readonly Change[]): Edit[][] {
  const done: Edit[][] = []
  let waiting: Edit[] = []
  for (const { edits } of changes) {
    for (const edit of edits) waiting.push(edit)
    if (waiting.length < enough) continue
    done.push(combine(waiting))
    waiting = []
  }
  return waiting.length > 0 ? [...done, combine(waiting)] : done
}

const enough = 20_000
