import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import type { CodeDifference, WhoseDoing } from './code-differences.ts'
import { parentIn, type Side, type Sides, whoseDoing } from './codebook-sides.ts'
import { movedBetween } from './moved-codes.ts'
import { pathSign } from './place-codes.ts'

/** How a code's place differs: below another code, or elsewhere among its siblings. */
export function placeDifference(
  sides: Sides,
  mine: Code,
  theirs: Code,
  base: Code | undefined,
  orders: Orders,
): CodeDifference[] {
  const [my, their] = [parentIn(sides.mine, mine), parentIn(sides.theirs, theirs)]
  const isElsewhere = sides.says.has('parent') && my !== their
  const isReordered = !isElsewhere && orders.reordered.has(mine.id)
  if (!isElsewhere && !isReordered) return []
  const was = base && sides.base ? parentIn(sides.base, base) : undefined
  const isEarlier = (sides.history.get(mine.id) ?? []).some((each) => (each.parent ?? null) === their)
  const whose = isElsewhere
    ? whoseDoing(sides, base, isEarlier, { mine: was !== my, theirs: was !== their })
    : orders.whose(my)
  return [
    {
      tick: `${mine.id} place`,
      what: 'place',
      whose,
      mine: isElsewhere ? aboveInWords(sides.mine, mine) : besideInWords(sides.mine, mine),
      theirs: isElsewhere ? aboveInWords(sides.theirs, theirs) : besideInWords(sides.theirs, theirs),
      ...(base && sides.base && isElsewhere ? { base: aboveInWords(sides.base, base) } : {}),
      ticked: whose === 'theirs' || (whose === 'unknown' && isElsewhere),
    },
  ]
}

function aboveInWords(side: Side, { id }: Code): string {
  const above = (side.paths.get(id) ?? []).slice(0, -1)
  return above.length === 0 ? 'At the top' : `Below ${above.join(pathSign)}`
}

function besideInWords(side: Side, code: Code): string {
  const siblings = side.below.get(parentIn(side, code)) ?? []
  const before = siblings[siblings.findIndex(({ id }) => id === code.id) - 1]
  return before ? `After ${before.name}` : 'First among those beside it'
}

/** Which siblings stand in another order, and whose doing that is. */
export interface Orders {
  /** Codes that stand below the same code in both, but elsewhere among their siblings. */
  readonly reordered: ReadonlySet<CodeId>
  readonly whose: (parent: CodeId | null) => WhoseDoing
}

/** Which siblings stand in another order. Nobody is asked twice about an order that both changed: mine stays. */
export function ordersBetween({ mine, theirs, base, says }: Sides): Orders {
  const reordered = new Set<CodeId>()
  const whose = new Map<CodeId | null, WhoseDoing>()
  if (says.has('order')) {
    for (const parent of [null, ...mine.inTree]) {
      const [my, their] = [siblings(mine, parent), siblings(theirs, parent)]
      const moved = movedBetween(my, their)
      for (const id of moved) reordered.add(id)
      if (moved.size === 0) continue
      const was = base && siblings(base, parent)
      const isTheirs = was && movedBetween(was, their).size > 0
      const isMine = was && movedBetween(was, my).size > 0
      whose.set(parent, was ? (isTheirs && !isMine ? 'theirs' : 'mine') : 'unknown')
    }
  }
  return { reordered, whose: (parent) => whose.get(parent) ?? 'unknown' }
}

function siblings(side: Side, parent: CodeId | null): readonly CodeId[] {
  return (side.below.get(parent) ?? []).map(({ id }) => id)
}
