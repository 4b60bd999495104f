import type { Making } from '../../commands/making.ts'
import type { CopyId } from '../../model/ids.ts'
import { type Change, changeFormat } from '../change.ts'
import { combine } from '../edit.ts'
import type { Recorded } from '../record-gesture.ts'
import { headsOf } from './find-base.ts'
import type { MergedCopies } from './merge-copies.ts'

/** Puts a merge at the end of mine's log, as one change made on both heads. Their log does not come along: its edits
    were made on another state and cannot be replayed on this one, and the merge holds everything they came to. Naming
    their head says how far they are known, which is all that the next merge needs to find its base. My own head is
    named last, as what goes on from a log is checked by its last parent. What is
    known already is not recorded again; a merge that brings nothing new is, once, so that what was decided or done
    alike in both is no question the next time. */
export function recordMerge(
  { gesture, parents, project, rewritten }: MergedCopies,
  given: Recorded,
  making: Making & { readonly copy: CopyId },
): Recorded {
  // What theirs erased is out of mine's log too.
  const mine = rewritten ?? given
  const edits = combine(gesture.edits)
  if (edits.length + parents.length === 0) return { project: mine.project, changes: mine.changes }
  const known = new Set(mine.changes.map((change) => change.id))
  const merge: Change = {
    id: making.newId<'change'>(),
    copy: making.copy,
    seq: lastSeq(mine.changes, making.copy) + 1,
    parents: [...parents.filter((id) => !known.has(id)), ...headsOf(mine.changes)],
    at: making.at,
    by: making.by,
    label: gesture.label,
    cause: { kind: 'merge' },
    format: changeFormat,
    edits,
  }
  return { project, changes: [...mine.changes, merge] }
}

function lastSeq(changes: readonly Change[], copy: CopyId): number {
  return changes.reduce((last, each) => (each.copy === copy ? Math.max(last, each.seq) : last), 0)
}
