import type { ChangeHeader } from '../../../shared/change/change.ts'
import type { CoderId } from '../../../shared/model/ids.ts'

/** The changes that whoever codes blind is told of: their own, without merges, which bring others' work, and without
    what they undid or did again of others'. */
export function ownChanges(log: readonly ChangeHeader[], coder: CoderId): readonly ChangeHeader[] {
  const others = new Set(
    log.filter(({ by, cause }) => by !== coder || cause.kind === 'merge').map(({ id }) => id),
  )
  return log.filter(
    ({ id, cause }) =>
      !others.has(id) && !((cause.kind === 'undo' || cause.kind === 'redo') && others.has(cause.of)),
  )
}
