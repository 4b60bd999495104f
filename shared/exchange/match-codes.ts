import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import type { CodebookFile } from './codebook-reading.ts'
import { foldedName } from './place-codes.ts'
import { codesInTree } from './write-codes.ts'

/** What two codes were recognised as one by: a permanent identity, a key in a starter codebook, the same place under
    the same name, an earlier import of the same file, the same name elsewhere, or another name. */
export type MatchedBy = 'id' | 'key' | 'path' | 'earlier import' | 'name' | 'other name'

/** The code here that a code of a file is. */
export interface CodeMatch {
  readonly mine: Code
  readonly by: MatchedBy
}

/** Finds for each code of a file the one here that it is, the surest ways first; each code once. Codes whose identity
    the state in between already had (`isKnown`) are not taken for others that are merely called alike. */
export function matchCodes(
  mine: readonly Code[],
  { codes: theirs, stated }: Pick<CodebookFile, 'codes' | 'stated'>,
  isKnown: (id: CodeId) => boolean,
): ReadonlyMap<CodeId, CodeMatch> {
  const found = new Map<CodeId, CodeMatch>()
  const open = new Set(mine)
  const take = (their: Code, my: Code | undefined, by: MatchedBy) => {
    if (!my || !open.has(my) || found.has(their.id)) return
    found.set(their.id, { mine: my, by })
    open.delete(my)
  }
  const waiting = () => theirs.filter((code) => !found.has(code.id))
  const byId = new Map<string, Code>(mine.map((code) => [code.id, code]))
  for (const code of theirs) if (stated.has(code.id)) take(code, byId.get(code.id), 'id')
  // A known identity that is not here any more was deleted here: it is nobody else unless it stands in the same place.
  const mayBeAnother = (code: Code) => !(stated.has(code.id) && isKnown(code.id))
  // So was one that is known to both and is not in the file: they deleted it.
  const idsAreTheirs = stated.size > 0
  const free = () => [...open].filter((code) => !(idsAreTheirs && isKnown(code.id)))
  const byKey = single([...open], ({ key }) => (key === undefined ? [] : [key]))
  for (const code of waiting()) if (code.key) take(code, byKey.get(code.key), 'key')
  const [myPaths, theirPaths] = [pathsOf(mine), pathsOf(theirs)]
  const byPath = single([...open], (code) => [myPaths.get(code.id) ?? ''])
  for (const code of waiting()) take(code, byPath.get(theirPaths.get(code.id) ?? ''), 'path')
  for (const code of waiting()) take(code, byId.get(code.id), 'earlier import')
  const byName = single(free(), ({ name }) => [foldedName(name)])
  const theirNames = single(waiting().filter(mayBeAnother), ({ name }) => [foldedName(name)])
  for (const [name, code] of theirNames) take(code, byName.get(name), 'name')
  const byOther = single(free(), ({ aliases = [] }) => aliases.map(foldedName))
  const byNameLeft = single(free(), ({ name }) => [foldedName(name)])
  for (const code of waiting().filter(mayBeAnother)) {
    take(code, byOther.get(foldedName(code.name)), 'other name')
    for (const alias of code.aliases ?? []) take(code, byNameLeft.get(foldedName(alias)), 'other name')
  }
  return found
}

/** Codes by words that only one of them has. */
function single(
  codes: readonly Code[],
  wordsOf: (code: Code) => readonly string[],
): ReadonlyMap<string, Code> {
  const found = new Map<string, Code | null>()
  for (const code of codes)
    for (const word of new Set(wordsOf(code))) found.set(word, found.has(word) ? null : code)
  return new Map([...found].flatMap(([word, code]) => (code && word !== '' ? [[word, code] as const] : [])))
}

/** The names above each code and its own as one word, however they are written. */
function pathsOf(codes: readonly Code[]): ReadonlyMap<CodeId, string> {
  return new Map(codesInTree(codes).map(({ code, path }) => [code.id, path.map(foldedName).join('\n')]))
}
