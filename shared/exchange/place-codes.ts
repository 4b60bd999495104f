import type { Code } from '../model/entities.ts'
import { type CodeId, readId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { derivedId } from './fingerprint.ts'
import type { Tally } from './read-receipt.ts'
import { codesInTree } from './write-codes.ts'

/** A code as a table or a list names it, before it is known where it stands. */
export interface NamedCode {
  readonly name: string
  readonly facts: Partial<Omit<Code, 'id' | 'name' | 'parent' | 'order'>>
  /** The identity as written; empty where there is none. */
  readonly id: string
  readonly above: Above
}

/** What a file says about what a code stands below: nothing, an entry of the same list, names from the top down, or one
    text and one identity of which either may be missing or out of date. */
export type Above =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'entry'; readonly at: number }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'told'; readonly text: string | null; readonly id: string }

/** Codes with their identities, parents before children in the file's order, and those whose identity stands there. */
export interface PlacedCodes {
  readonly codes: readonly Code[]
  readonly stated: ReadonlySet<CodeId>
}

/** Puts codes below each other as their file says. Codes that it only names as parents are made, for grouping; a code
    without an identity gets one that follows from its place, so that reading again gives the same. */
export function placeCodes(named: readonly NamedCode[], tally: Tally): PlacedCodes {
  const list: Placing[] = named.map((code) => ({ ...code, parent: null, made: false }))
  tally.found('codes', list.length)
  const index = indexOf(list)
  for (const code of [...list]) code.parent = parentOf(code, list, index)
  const made = list.filter((code) => code.made).length
  tally.repaired('codes were only named as parents and were made, for grouping', made)
  openCircles(list, tally)
  return identified(list, tally)
}

/** Names in a path, however many spaces and capitals they are written with. */
export function foldedName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

interface Placing extends NamedCode {
  parent: Placing | null
  readonly made: boolean
}

interface Index {
  readonly byPath: Map<string, Placing>
  readonly byId: ReadonlyMap<string, Placing>
  /** Null where several are called so. */
  readonly byName: ReadonlyMap<string, Placing | null>
}

/** How names above each other are joined in Loam's own tables. */
export const pathSign = ' › '

function indexOf(list: readonly Placing[]): Index {
  const byPath = new Map<string, Placing>()
  const byId = new Map<string, Placing>()
  const byName = new Map<string, Placing | null>()
  for (const code of list) {
    const path = pathKey(writtenPath(code))
    if (!byPath.has(path)) byPath.set(path, code)
    if (code.id !== '' && !byId.has(code.id.toLowerCase())) byId.set(code.id.toLowerCase(), code)
    const name = foldedName(code.name)
    byName.set(name, byName.has(name) ? null : code)
  }
  return { byPath, byId, byName }
}

/** Where a code stands by its own row; by its name alone where that only shows with the rows around it. */
function writtenPath({ above, name }: NamedCode): readonly string[] {
  if (above.kind === 'names') return [...above.names, name]
  return above.kind === 'told' && above.text ? [above.text, name] : [name]
}

function pathKey(names: readonly string[]): string {
  return names.map(foldedName).join(pathSign)
}

function parentOf(code: Placing, list: Placing[], index: Index): Placing | null {
  const { above } = code
  switch (above.kind) {
    case 'nothing':
      return null
    case 'entry':
      return list[above.at] ?? null
    case 'names':
      return madeAt(above.names, list, index)
    case 'told':
      return toldParent(above.text, above.id, list, index)
  }
}

/** What a parent's column says comes first, as that is what people edit; its identity where the parent was renamed. */
function toldParent(text: string | null, id: string, list: Placing[], index: Index): Placing | null {
  const byId = index.byId.get(id.trim().toLowerCase()) ?? null
  if (text === null) return byId ?? index.byName.get(foldedName(id)) ?? null
  if (text.trim() === '') return null
  const stands = index.byPath.get(foldedName(text))
  // Of two places called alike the one whose identity is named.
  if (stands && byId && foldedName(byId.name) === foldedName(stands.name) && sharePath(byId, text))
    return byId
  return stands ?? byId ?? index.byName.get(foldedName(text)) ?? madeAt(partsOf(text), list, index)
}

function sharePath(code: Placing, text: string): boolean {
  return pathKey(writtenPath(code)) === foldedName(text)
}

/** The names in a path as people write one: "A › B", "A / B", "A > B", "A::B". */
export function partsOf(path: string): readonly string[] {
  const sign = [pathSign, ' / ', ' > ', ' | ', '::', ' \\ ', ' → '].find((each) => path.includes(each))
  const parts = (sign === undefined ? [path] : path.split(sign)).map((part) => part.trim())
  return parts.filter((part) => part !== '')
}

function madeAt(names: readonly string[], list: Placing[], index: Index): Placing | null {
  const name = names.at(-1)
  if (name === undefined) return null
  const key = pathKey(names)
  const known = index.byPath.get(key)
  if (known) return known
  const parent = madeAt(names.slice(0, -1), list, index)
  const made: Placing = {
    name,
    facts: { codable: false },
    id: '',
    above: { kind: 'names', names: names.slice(0, -1) },
    parent,
    made: true,
  }
  list.push(made)
  index.byPath.set(key, made)
  return made
}

/** A code below itself goes to the top, and so does one deeper than anybody reads. */
function openCircles(list: readonly Placing[], tally: Tally): void {
  const depths = new Map<Placing, number>()
  for (const code of list) {
    const way = new Set<Placing>()
    for (let at: Placing | null = code; at && !depths.has(at); at = at.parent) {
      if (way.has(at)) {
        at.parent = null
        tally.repaired('codes stood below themselves and went to the top')
        break
      }
      way.add(at)
    }
    for (const each of [...way].reverse()) {
      const depth = each.parent ? (depths.get(each.parent) ?? 0) + 1 : 0
      if (depth <= deepest) depths.set(each, depth)
      else {
        each.parent = null
        depths.set(each, 0)
        tally.repaired(`codes stood more than ${deepest} deep and went to the top`)
      }
    }
  }
}

const deepest = 100

function identified(list: readonly Placing[], tally: Tally): PlacedCodes {
  const ids = new Map<Placing, CodeId>()
  const stated = new Set<CodeId>()
  const paths = new Map<Placing, string>()
  const pathOf = (code: Placing): string => {
    const way: Placing[] = []
    for (let at: Placing | null = code; at && !paths.has(at); at = at.parent) way.push(at)
    for (const at of way.reverse()) {
      const above = at.parent ? `${paths.get(at.parent)}\n` : ''
      paths.set(at, `${above}${foldedName(at.name)}`)
    }
    return paths.get(code) ?? ''
  }
  const byPath = new Map<string, Placing>()
  for (const code of list) {
    const id = readId<'code'>(code.id)
    if (!id) continue
    if (stated.has(id))
      tally.repaired('identities stood in the file twice; the second is read as a code of its own')
    else {
      stated.add(id)
      ids.set(code, id)
    }
  }
  const twice = new Map<Placing, Placing>()
  for (const code of list) {
    if (ids.has(code)) continue
    const path = pathOf(code)
    const first = byPath.get(path)
    if (first) twice.set(code, first)
    else {
      byPath.set(path, code)
      ids.set(code, derivedId('code path', path))
    }
  }
  tally.lost('codes', 'they stand in the file twice and came in once', twice.size)
  return { codes: inTree(list, ids, twice), stated }
}

function inTree(
  list: readonly Placing[],
  ids: ReadonlyMap<Placing, CodeId>,
  twice: ReadonlyMap<Placing, Placing>,
): readonly Code[] {
  const orders = keysBetween(null, null, list.length)
  const codes = list.flatMap((code, i): Code[] => {
    const id = ids.get(code)
    if (!id) return []
    const parent = code.parent ? ids.get(twice.get(code.parent) ?? code.parent) : undefined
    const name = code.name.replace(/\s+/g, ' ').trim() || 'Unnamed code'
    return [{ id, name, ...code.facts, ...(parent ? { parent } : {}), order: orders[i] ?? 'V' }]
  })
  return codesInTree(codes).map(({ code }) => code)
}
