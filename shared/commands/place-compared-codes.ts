import type { Edit } from '../change/change.ts'
import { update } from '../change/edit.ts'
import type { ComparedCode } from '../exchange/code-differences.ts'
import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { inOrder, type Project } from '../model/project.ts'

/** Puts codes that are new, or whose other place is ticked, where they stand in the other codebook: below the same
    code, behind the same neighbour. Where that code is not here it is the next one above that is; and a move that would
    put a code below itself is left undone. */
export function placeEdits(
  project: Project,
  codes: readonly ComparedCode[],
  ticks: ReadonlySet<string>,
): readonly Edit[] {
  const table = project.tables.code
  const theirs = new Map<string, Code>(
    codes.flatMap(({ id, theirs: code }) => (code ? [[id, code] as const] : [])),
  )
  const ticked = (what: string) =>
    new Set<string>(codes.flatMap(({ id }) => (table.has(id) && ticks.has(`${id} ${what}`) ? [id] : [])))
  const [going, made, moving] = [ticked('deleted'), ticked('made'), ticked('place')]
  if (made.size + moving.size === 0) return []
  const stays = (id: string) => table.has(id) && !going.has(id)
  const parents = new Map<string, CodeId | null>()
  for (const { id, parent = null } of table.values())
    parents.set(id, made.has(id) || moving.has(id) ? nextAbove(id, theirs, stays) : parent)
  openCircles(parents, moving, table)
  return ordered(project, parents, new Set([...made, ...moving]), [...theirs.values()])
}

/** The next code above that is there. */
function nextAbove(
  id: CodeId,
  codes: ReadonlyMap<string, Code>,
  stays: (id: string) => boolean,
): CodeId | null {
  const seen = new Set<string>([id])
  for (let at = codes.get(id)?.parent; at !== undefined && !seen.has(at); at = codes.get(at)?.parent) {
    if (stays(at)) return at
    seen.add(at)
  }
  return null
}

/** Takes back moves, one after another, until no code stands below itself: what stood before was sound, so every circle
    has a code in it that moved. */
function openCircles(
  parents: Map<string, CodeId | null>,
  moving: Set<string>,
  table: ReadonlyMap<string, Code>,
): void {
  for (const id of [...moving]) {
    for (let back = movedInCircle(id, parents, moving); back !== undefined; ) {
      parents.set(back, table.get(back)?.parent ?? null)
      moving.delete(back)
      back = movedInCircle(id, parents, moving)
    }
  }
}

function movedInCircle(
  from: string,
  parents: ReadonlyMap<string, CodeId | null>,
  moving: ReadonlySet<string>,
): string | undefined {
  const way: string[] = []
  const seen = new Set<string>()
  let at: string | null = from
  while (at !== null && !seen.has(at)) {
    seen.add(at)
    way.push(at)
    at = parents.get(at) ?? null
  }
  return at === null ? undefined : way.slice(way.indexOf(at)).find((id) => moving.has(id))
}

function ordered(
  { tables }: Project,
  parents: ReadonlyMap<string, CodeId | null>,
  coming: ReadonlySet<string>,
  theirs: readonly Code[],
): readonly Edit[] {
  const above = ({ id }: Code) => parents.get(id) ?? null
  const inOrderThere = theirs.toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
  const staying = grouped(
    inOrder(tables.code).filter(({ id }) => !coming.has(id)),
    above,
  )
  const there = grouped(inOrderThere, ({ parent = null }) => parent)
  const now = inOrderThere.flatMap(({ id }) => (coming.has(id) ? [tables.code.get(id)] : []))
  const added = grouped(
    now.filter((code) => code !== undefined),
    above,
  )
  return [...added].flatMap(([parent, codes]) => {
    const list = [...(staying.get(parent) ?? [])]
    const neighbours = (there.get(parent) ?? []).map(({ id }) => id)
    for (const code of codes) list.splice(behindNeighbour(list, neighbours, code.id), 0, code)
    return keyEdits(list, new Set(codes.map(({ id }) => id)), parent)
  })
}

function grouped(
  codes: readonly Code[],
  by: (code: Code) => CodeId | null,
): ReadonlyMap<CodeId | null, readonly Code[]> {
  const groups = new Map<CodeId | null, Code[]>()
  for (const code of codes) {
    const group = groups.get(by(code))
    if (group) group.push(code)
    else groups.set(by(code), [code])
  }
  return groups
}

/** Behind the nearest sibling that stands before it there and is here; else in front of the nearest behind it; else at
    the end. */
function behindNeighbour(list: readonly Code[], theirs: readonly CodeId[], id: CodeId): number {
  const place = new Map(list.map((code, i) => [code.id, i]))
  const at = theirs.indexOf(id)
  for (let before = at - 1; before >= 0; before--) {
    const there = theirs[before]
    const found = there === undefined ? undefined : place.get(there)
    if (found !== undefined) return found + 1
  }
  for (const behind of at < 0 ? [] : theirs.slice(at + 1)) {
    const found = place.get(behind)
    if (found !== undefined) return found
  }
  return list.length
}

/** Keys for those that came between those that stay; for all of them where two that stay have the same. */
function keyEdits(list: readonly Code[], came: ReadonlySet<CodeId>, parent: CodeId | null): readonly Edit[] {
  const stay = list.filter(({ id }) => !came.has(id))
  const areApart = stay.every((code, i) => i === 0 || (stay[i - 1]?.order ?? '') < code.order)
  const keys = areApart ? keysAround(list, came) : keysBetween(null, null, list.length)
  return list.flatMap((code, i) => {
    const order = keys[i] ?? code.order
    if (came.has(code.id)) return [update('code', code, { parent: parent ?? undefined, order })]
    return order === code.order ? [] : [update('code', code, { order })]
  })
}

function keysAround(list: readonly Code[], came: ReadonlySet<CodeId>): readonly string[] {
  const keys: string[] = []
  for (let i = 0; i < list.length; ) {
    const run = list.slice(i).findIndex(({ id }) => !came.has(id))
    const count = run < 0 ? list.length - i : run
    const before = keys.at(-1) ?? null
    const after = list[i + count]
    keys.push(...keysBetween(before, after?.order ?? null, count))
    if (after) keys.push(after.order)
    i += count + 1
  }
  return keys
}
