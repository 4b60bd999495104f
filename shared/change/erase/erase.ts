import type { Making } from '../../commands/making.ts'
import type { Archive } from '../../model/archive.ts'
import type { CopyId } from '../../model/ids.ts'
import type { Erasure } from '../../model/team-entities.ts'
import { create } from '../edit.ts'
import { recordGesture } from '../record-gesture.ts'
import { accountOf, type ErasureAccount } from './erasure-account.ts'
import { erasureLabel } from './erasure-label.ts'
import type { ErasurePlan } from './erasure-plan.ts'
import { type ErasureWish, usualPut } from './erasure-wish.ts'
import { planErasure } from './plan-erasure.ts'
import { rewriteArchive } from './rewrite-archive.ts'
import { tracesOf } from './tombstone-traces.ts'

/** An archive without what was erased, and an account of it in numbers. */
export interface Erased {
  readonly archive: Archive
  readonly erasure: Erasure
  readonly account: ErasureAccount
}

/** Erases for good: takes words and names out of everything the project has and ever had, its history too, and puts a
    tombstone at the end of the log by which other copies are recognised. Replaying the log gives the project. It cannot
    be undone. */
export function erase(
  archive: Archive,
  wish: ErasureWish,
  making: Making & { readonly copy: CopyId },
): Erased {
  const plan = planErasure(archive, wish)
  const rewritten = rewriteArchive(archive, plan)
  const erasure = tombstoneOf(archive, rewritten, plan, wish, making)
  const label = erasureLabel([erasure])
  const recorded = recordGesture({ label, edits: [create('erasure', erasure)] }, rewritten, making, {
    kind: 'erase',
  })
  return {
    archive: { ...rewritten, ...recorded },
    erasure,
    account: accountOf(archive, rewritten, plan),
  }
}

/** What erasing would do; nothing is changed. */
export function previewErasure(archive: Archive, wish: ErasureWish): ErasureAccount {
  const plan = planErasure(archive, wish)
  return accountOf(archive, rewriteArchive(archive, plan), plan)
}

function tombstoneOf(
  before: Archive,
  after: Archive,
  plan: ErasurePlan,
  wish: ErasureWish,
  making: Making,
): Erasure {
  const names = new Set((wish.names ?? []).map((name) => name.trim()).filter((name) => name !== ''))
  return {
    id: making.newId<'erasure'>(),
    by: making.by,
    at: making.at,
    sources: before.project.tables.source.size - after.project.tables.source.size,
    participants: wish.participants?.length ?? 0,
    names: names.size,
    passages: wish.passages?.length ?? 0,
    wholeWords: wish.wholeWords ?? true,
    matchCase: wish.matchCase ?? false,
    put: wish.put ?? usualPut,
    ...tracesOf(before, after, plan),
  }
}
