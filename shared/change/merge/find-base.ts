import type { ChangeId } from '../../model/ids.ts'
import type { Change } from '../change.ts'
import type { Side } from './conflict.ts'

/** The last state both copies know, as the beginning of one copy's log. */
export interface CommonBase {
  readonly changes: readonly Change[]
  readonly log: Side
  /** The whole log of that copy: nothing is new there. */
  readonly isWhole: boolean
}

/** The newest state that both logs lead through; null when they share nothing. A copy that merged another knows that
    one's log up to the head its merge names, so the state there is the base of the next merge. So does a copy without
    history, whose first change names what it was made from (`copyWithoutHistory`). A merge that was undone does not
    count: whoever merges again wants it to come in again. */
export function findBase(mine: readonly Change[], theirs: readonly Change[]): CommonBase | null {
  const [inMine, inTheirs] = [reached(mine, theirs), reached(theirs, mine)]
  if (inMine === 0 && inTheirs === 0) return null
  const ofMine = mine.slice(0, inMine)
  const ofTheirs = theirs.slice(0, inTheirs)
  const [holdsMine, holdsTheirs] = [holds(ofTheirs, mine, ofMine), holds(ofMine, theirs, ofTheirs)]
  const inMineIsWhole = inMine === mine.length
  // A copy that began without all of the other's holds less than what it was made from: what it left out must not
  // look deleted, so its beginning is the base.
  const [beganMine, beganTheirs] = [ofMine, ofTheirs].map((known) => known.length === 1 && isMadeFrom(known))
  // Where each copy merged the other, neither state holds the other; both are sound, and theirs is taken.
  const isMine = holdsTheirs && (!holdsMine || (!beganTheirs && (beganMine || inMineIsWhole)))
  return isMine
    ? { changes: ofMine, log: 'mine', isWhole: inMineIsWhole }
    : { changes: ofTheirs, log: 'theirs', isWhole: inTheirs === theirs.length }
}

/** Whether a state that `changes` lead to holds all of `earlier`, another log or the beginning of one. `other` is the
    log that merges in `changes` brought in. */
export function holds(
  changes: readonly Change[],
  other: readonly Change[],
  earlier: readonly Change[],
): boolean {
  const last = earlier.at(-1)
  return last === undefined || knownBy(changes, other).has(last.id)
}

/** Changes of a log that no other was made on. */
export function headsOf(changes: readonly Change[]): readonly ChangeId[] {
  const built = new Set(changes.flatMap((change) => change.parents))
  return changes.filter((change) => !built.has(change.id)).map((change) => change.id)
}

/** How far into a log another copy knows it. */
function reached(log: readonly Change[], other: readonly Change[]): number {
  const known = knownBy(other, log)
  return log.findLastIndex((change) => known.has(change.id)) + 1
}

/** Changes that a log knows: its own, those its standing merges name, and in the other log all before these. */
function knownBy(log: readonly Change[], other: readonly Change[]): ReadonlySet<string> {
  const undone = undoneIn(log)
  const known = new Set<string>()
  for (const { id, parents } of log) {
    known.add(id)
    if (!undone.has(id)) for (const parent of parents) known.add(parent)
  }
  // What a copy began with holds nothing but what these led to.
  const [first] = other
  if (first && isMadeFrom(other) && first.parents.every((parent) => known.has(parent))) known.add(first.id)
  const last = other.findLastIndex((change) => known.has(change.id))
  for (const { id } of other.slice(0, last + 1)) known.add(id)
  return known
}

/** Whether a log begins with what a copy was made of, instead of with a new project. */
function isMadeFrom([first]: readonly Change[]): boolean {
  return first !== undefined && first.parents.length > 0
}

function undoneIn(log: readonly Change[]): ReadonlySet<string> {
  const undone = new Set<string>()
  for (const { cause } of log) {
    if (cause.kind === 'undo') undone.add(cause.of)
    else if (cause.kind === 'redo') undone.delete(cause.of)
  }
  return undone
}
