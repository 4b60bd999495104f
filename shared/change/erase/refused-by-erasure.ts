import { contentHash } from '../../exchange/fingerprint.ts'
import type { Project } from '../../model/project.ts'
import { withCuts } from './cut-text.ts'
import { entriesOf } from './tombstone.ts'

/** Text or file that is about to come in. */
export interface ComingText {
  readonly text: string
  /** SHA-256 of the file's bytes. */
  readonly file: string
}

/** Tells whether a file that is brought in holds what was erased for good: the very file, its text, or a text that words
    were taken out of. Somebody may still type it again. */
export function refusedByErasure(project: Project): (coming: ComingText) => boolean {
  const erasures = [...project.tables.erasure.values()]
  if (erasures.length === 0) return () => false
  const hashes = new Set(erasures.flatMap((each) => each.hashes))
  const byLength = Map.groupBy(erasures.flatMap(entriesOf), ({ length }) => length)
  return ({ text, file }) => {
    if (hashes.has(file)) return true
    const entries = byLength.get(text.length) ?? []
    if (entries.some(({ cuts, to }) => contentHash(withCuts(text, cuts)) === to)) return true
    return hashes.size > 0 && hashes.has(contentHash(text))
  }
}

/** Hashes of files that were erased for good, for knowing them before they are read. */
export function erasedFiles({ tables }: Project): ReadonlySet<string> {
  return new Set([...tables.erasure.values()].flatMap((each) => each.hashes))
}

/** What is said of a file that does not come in. */
export function erasedBefore(name: string): string {
  return `“${name}” was left out: what is in it was erased from this project for good.`
}
