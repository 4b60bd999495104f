import type { EntityKind } from '../../model/entities.ts'
import type { Fields } from '../change.ts'
import type { Settling } from './conflict.ts'
import { mergeFields } from './merge-fields.ts'
import { mergeTurns } from './merge-turns.ts'
import { openCircles } from './open-circles.ts'
import type { Copies } from './restore-deleted.ts'
import { alike, mergedKinds, tableOf, type WorkingCopy } from './working-copy.ts'

/** What two copies made of their base, entity by entity. Deletions must be settled before: what one copy deleted and
    the other left as it was is gone. */
export function mergeEntities(copies: Copies, settling: Settling): WorkingCopy {
  const merged = new Map<EntityKind, Map<string, Fields>>()
  for (const kind of mergedKinds)
    merged.set(kind, kind === 'turn' ? mergeTurns(copies, settling) : mergeTable(kind, copies, settling))
  openCircles(tableOf(merged, 'code'), copies, settling)
  return merged
}

function mergeTable(kind: EntityKind, copies: Copies, settling: Settling): Map<string, Fields> {
  const base = tableOf(copies.base, kind)
  const theirs = tableOf(copies.theirs, kind)
  const merged = new Map<string, Fields>()
  for (const [id, mine] of tableOf(copies.mine, kind)) {
    const now = mergeEntity(kind, base.get(id), mine, theirs.get(id), settling)
    if (now) merged.set(id, now)
  }
  const mine = tableOf(copies.mine, kind)
  for (const [id, fields] of theirs) if (!mine.has(id) && !base.has(id)) merged.set(id, fields)
  return merged
}

function mergeEntity(
  kind: EntityKind,
  base: Fields | undefined,
  mine: Fields,
  theirs: Fields | undefined,
  settling: Settling,
): Fields | undefined {
  if (!theirs) return base ? undefined : mine
  if (alike(base, theirs) || alike(mine, theirs)) return mine
  if (alike(base, mine)) return theirs
  return mergeFields(kind, { base, mine, theirs }, settling)
}
