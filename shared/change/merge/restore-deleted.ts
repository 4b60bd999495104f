import type { EntityKind } from '../../model/entities.ts'
import type { Fields } from '../change.ts'
import { otherSide, type Settling, type Side } from './conflict.ts'
import { type Named, namedBy, withoutNaming } from './references.ts'
import { alike, mergedKinds, tableOf, type WorkingCopy } from './working-copy.ts'

/** The copies that are merged, laid open. */
export interface Copies {
  readonly base: WorkingCopy
  readonly mine: WorkingCopy
  readonly theirs: WorkingCopy
}

interface Thing {
  readonly kind: EntityKind
  readonly id: string
}

/** Settles what one copy deleted while the other changed it or began to use it. Unless decided otherwise it stays: the
    copy that deleted it gets it back, with what hung on it and went with it; else the other copy loses it too, with
    everything that hangs on it. Afterwards nothing that is deleted is needed anywhere. */
export function settleDeletions(copies: Copies, settling: Settling): void {
  for (const side of ['theirs', 'mine'] as const) settleSide(copies, side, settling)
}

function settleSide(copies: Copies, deletedIn: Side, settling: Settling): void {
  const gone = goneFrom(copies.base, copies[deletedIn])
  if (gone.size === 0) return
  const keeper = otherSide(deletedIn)
  const hanging = hangingOn(gone, copies.base)
  const wanted = closure(wantedBy(copies, keeper, gone), gone, hanging, copies[keeper])
  for (const root of wanted.values()) {
    const kept = tableOf(copies[keeper], root.kind).get(root.id)
    if (!kept || namedBy(root.kind, kept).some((each) => each.hangs && wanted.has(key(each)))) continue
    const conflict = { kind: root.kind, id: root.id, field: 'deleted', base: baseOf(copies, root) ?? null }
    const values = deletedIn === 'mine' ? { mine: null, theirs: kept } : { mine: kept, theirs: null }
    if (settling.settle({ ...conflict, ...values }, keeper) === deletedIn) removeWhole(copies[keeper], root)
  }
  for (const thing of wanted.values()) giveBack(copies, deletedIn, thing)
}

function goneFrom(base: WorkingCopy, copy: WorkingCopy): ReadonlyMap<string, Thing> {
  const gone = new Map<string, Thing>()
  for (const kind of mergedKinds) {
    const table = tableOf(copy, kind)
    for (const id of tableOf(base, kind).keys()) if (!table.has(id)) gone.set(key({ kind, id }), { kind, id })
  }
  return gone
}

function key({ kind, id }: Thing): string {
  return `${kind} ${id}`
}

/** What went together with something it hung on, by that. */
function hangingOn(
  gone: ReadonlyMap<string, Thing>,
  base: WorkingCopy,
): ReadonlyMap<string, readonly Thing[]> {
  const hanging = new Map<string, Thing[]>()
  for (const thing of gone.values()) {
    for (const owner of ownersOf(thing, base)) {
      if (!gone.has(key(owner))) continue
      const list = hanging.get(key(owner))
      if (list) list.push(thing)
      else hanging.set(key(owner), [thing])
    }
  }
  return hanging
}

function ownersOf({ kind, id }: Thing, copy: WorkingCopy): readonly Named[] {
  const fields = tableOf(copy, kind).get(id)
  return fields ? namedBy(kind, fields).filter((each) => each.hangs) : []
}

/** What is gone and yet changed, or newly named, in the copy that has it. */
function wantedBy(copies: Copies, keeper: Side, gone: ReadonlyMap<string, Thing>): Thing[] {
  const wanted: Thing[] = []
  for (const kind of mergedKinds) {
    const before = tableOf(copies.base, kind)
    for (const [id, fields] of tableOf(copies[keeper], kind)) {
      const was = before.get(id)
      if (alike(was, fields)) continue
      const now = namedBy(kind, fields)
      const isGone = gone.has(key({ kind, id }))
      // A turn that was joined or split stands with its source, not by itself.
      const needsOwners = !was || (kind === 'turn' && isGone)
      const named = needsOwners ? now : newlyNamed(kind, was, now)
      wanted.push(...named.filter((each) => gone.has(key(each))))
      if (kind !== 'turn' && isGone && !alike(was, fields, derived)) wanted.push({ kind, id })
    }
  }
  return wanted
}

/** Fields that nobody changes for their own sake. */
const derived: ReadonlySet<string> = new Set(['order', 'words'])

function newlyNamed(kind: EntityKind, was: Fields, now: readonly Named[]): Named[] {
  const before = new Set(namedBy(kind, was).map(key))
  return now.filter((each) => !before.has(key(each)))
}

/** With what they name and what hangs on them, as far as it is gone. */
function closure(
  wanted: readonly Thing[],
  gone: ReadonlyMap<string, Thing>,
  hanging: ReadonlyMap<string, readonly Thing[]>,
  keeper: WorkingCopy,
): ReadonlyMap<string, Thing> {
  const all = new Map<string, Thing>()
  const open = [...wanted]
  for (let thing = open.pop(); thing; thing = open.pop()) {
    const { kind, id } = thing
    if (all.has(key(thing))) continue
    all.set(key(thing), { kind, id })
    open.push(...(hanging.get(key(thing)) ?? []))
    const fields = tableOf(keeper, kind).get(id)
    if (fields) open.push(...namedBy(kind, fields).filter((each) => gone.has(key(each))))
  }
  return all
}

function baseOf({ base }: Copies, { kind, id }: Thing): Fields | undefined {
  return tableOf(base, kind).get(id)
}

/** What is kept stands again in the copy that deleted it, as it was: so only the other copy changed it. */
function giveBack(copies: Copies, deletedIn: Side, thing: Thing): void {
  const was = baseOf(copies, thing)
  const isKept = tableOf(copies[otherSide(deletedIn)], thing.kind).has(thing.id)
  if (was && isKept) tableOf(copies[deletedIn], thing.kind).set(thing.id, was)
}

function removeWhole(copy: WorkingCopy, root: Thing): void {
  const removed = new Map([[key(root), root]])
  for (let found = true; found; ) {
    found = false
    for (const kind of mergedKinds) {
      for (const [id, fields] of tableOf(copy, kind)) {
        if (removed.has(key({ kind, id }))) continue
        if (!namedBy(kind, fields).some((each) => each.hangs && removed.has(key(each)))) continue
        removed.set(key({ kind, id }), { kind, id })
        found = true
      }
    }
  }
  for (const { kind, id } of removed.values()) tableOf(copy, kind).delete(id)
  forget(copy, removed)
}

function forget(copy: WorkingCopy, removed: ReadonlyMap<string, Thing>): void {
  for (const kind of mergedKinds) {
    const table = tableOf(copy, kind)
    for (const [at, fields] of table) {
      const lost = namedBy(kind, fields).filter((each) => removed.has(key(each)))
      if (lost.length > 0)
        table.set(
          at,
          lost.reduce((rest, { id }) => withoutNaming(kind, rest, id), fields),
        )
    }
  }
}
