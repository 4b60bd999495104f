import type { Edit } from '../../shared/change/change.ts'
import type { Archive } from '../../shared/model/archive.ts'

/** Every hash that edits speak of, wherever in an entity it stands. */
export function hashesIn(edits: readonly Edit[]): readonly string[] {
  return JSON.stringify(edits).match(/\b[0-9a-f]{64}\b/g) ?? []
}

/** An archive without texts and originals that wait for an import to come about: it may still be cancelled, and then
    nothing of it may stand in a file. `pending` are their hashes; what a change names stays. */
export function withoutPending(archive: Archive, pending: readonly string[]): Archive {
  if (pending.length === 0) return archive
  const unnamed = new Set(pending)
  for (const { edits } of archive.changes) for (const hash of hashesIn(edits)) unnamed.delete(hash)
  if (unnamed.size === 0) return archive
  return {
    ...archive,
    contents: new Map([...archive.contents].filter(([hash]) => !unnamed.has(hash))),
    originals: new Map([...archive.originals].filter(([hash]) => !unnamed.has(hash))),
  }
}
