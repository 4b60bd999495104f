import type { Fields } from '../change.ts'
import { type Conflict, otherSide, type Settling, type Side } from './conflict.ts'
import type { Copies } from './restore-deleted.ts'
import { tableOf } from './working-copy.ts'

/** Opens circles that arise where one copy moved a code below another and the other copy did the reverse: each such
    pair of moves is a conflict. `codes` is changed in place. */
export function openCircles(codes: Map<string, Fields>, copies: Copies, settling: Settling): void {
  const settled = new Set<string>()
  for (let circle = circleIn(codes); circle.length > 0; circle = circleIn(codes)) {
    const moved = circle.filter((id) => !settled.has(id) && differ(copies, id)).sort()
    const asked = moved[0] ?? circle.toSorted()[0] ?? ''
    for (const id of moved) settled.add(id)
    const side = settling.settle(conflictAbout(asked, copies))
    const opened = [side, otherSide(side)].some((each) => moved.some((id) => hang(codes, id, copies, each)))
    if (!opened) put(codes, asked, undefined)
  }
}

function conflictAbout(id: string, copies: Copies): Conflict {
  const parentIn = (copy: keyof Copies) => tableOf(copies[copy], 'code').get(id)?.parent ?? null
  const values = { base: parentIn('base'), mine: parentIn('mine'), theirs: parentIn('theirs') }
  return { kind: 'code', id, field: 'parent', ...values }
}

/** Codes of a circle, each below the next; none where there is no circle. */
function circleIn(codes: ReadonlyMap<string, Fields>): readonly string[] {
  const sound = new Set<string>()
  for (const id of codes.keys()) {
    const path: string[] = []
    let at: string | undefined = id
    while (at !== undefined && !sound.has(at)) {
      const again = path.indexOf(at)
      if (again >= 0) return path.slice(again)
      path.push(at)
      const parent: unknown = codes.get(at)?.parent
      at = typeof parent === 'string' ? parent : undefined
    }
    for (const each of path) sound.add(each)
  }
  return []
}

function differ({ mine, theirs }: Copies, id: string): boolean {
  const [a, b] = [tableOf(mine, 'code').get(id), tableOf(theirs, 'code').get(id)]
  return a !== undefined && b !== undefined && a.parent !== b.parent
}

/** Puts a code below what it stands below in one copy; false where it stands there already, or that is gone. */
function hang(codes: Map<string, Fields>, id: string, copies: Copies, side: Side): boolean {
  const parent = tableOf(copies[side], 'code').get(id)?.parent
  if (codes.get(id)?.parent === parent || (parent !== undefined && !codes.has(String(parent)))) return false
  put(codes, id, parent)
  return true
}

function put(codes: Map<string, Fields>, id: string, parent: unknown): void {
  const { parent: _, ...rest } = codes.get(id) ?? {}
  codes.set(id, parent === undefined ? rest : { ...rest, parent })
}
