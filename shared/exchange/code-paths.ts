import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { derivedId } from './fingerprint.ts'

/** Codes whose names are paths, put below the code that the path names: "Coke::diet Coke" becomes "diet Coke" below
    "Coke". A code that only the path names is made, for grouping. "\\", or another of `signs`, parts a name only where
    several codes share what stands before it, or a code is called so. `moved` counts the codes whose name changed. */
export function withoutPaths(
  codes: readonly Code[],
  signs: readonly string[] = ['\\'],
): {
  readonly codes: readonly Code[]
  readonly moved: number
} {
  const shared = signs.map((sign) => sharedHeads(codes, sign))
  const paths = codes.map((code) => {
    const split = signs.map((sign, i) => pathOf(code, sign, shared[i] ?? new Map()))
    return split.find((path) => path.length > 1) ?? [code.name]
  })
  const moved = paths.filter((path) => path.length > 1).length
  if (moved === 0) return { codes, moved }
  const byPlace = new Map<string, CodeId>()
  for (const [i, code] of codes.entries()) {
    const key = keyOf(code.parent, paths[i] ?? [])
    if (!byPlace.has(key)) byPlace.set(key, code.id)
  }
  const made: Code[] = []
  const placed = codes.map((code, i): Code => {
    const path = paths[i] ?? []
    if (path.length < 2) return code
    const parent = above(code, path.slice(0, -1), byPlace, made)
    return { ...code, name: path.at(-1) ?? code.name, parent }
  })
  return { codes: [...made, ...placed], moved }
}

function above(code: Code, path: readonly string[], byPlace: Map<string, CodeId>, made: Code[]): CodeId {
  const key = keyOf(code.parent, path)
  const known = byPlace.get(key)
  if (known) return known
  const parent = path.length > 1 ? above(code, path.slice(0, -1), byPlace, made) : code.parent
  const id = derivedId<'code'>('code path', key)
  byPlace.set(key, id)
  made.push({
    id,
    name: path.at(-1) ?? '',
    ...(parent ? { parent } : {}),
    codable: false,
    order: code.order,
  })
  return id
}

function keyOf(parent: CodeId | undefined, path: readonly string[]): string {
  return [parent ?? '', ...path].join('\n')
}

function pathOf(
  { name, parent }: Code,
  sign: string,
  shared: ReadonlyMap<string, number>,
): readonly string[] {
  const parts = name.split('::').flatMap((part) => {
    const heads = part.split(sign)
    return heads.length > 1 && (shared.get(keyOf(parent, [heads[0]?.trim() ?? ''])) ?? 0) > 1 ? heads : [part]
  })
  const trimmed = parts.map((part) => part.trim())
  return parts.length > 1 && trimmed.every((part) => part !== '') ? trimmed : [name]
}

/** How many codes begin with a word before a sign, those called so among them. */
function sharedHeads(codes: readonly Code[], sign: string): ReadonlyMap<string, number> {
  const heads = new Map<string, number>()
  for (const { name, parent } of codes) {
    const key = keyOf(parent, [(name.split(sign)[0] ?? '').trim()])
    heads.set(key, (heads.get(key) ?? 0) + 1)
  }
  return heads
}
