import type { CutText } from './cut-text.ts'
import type { Scrub } from './scrub-fields.ts'

/** Everything that is to leave a project, worked out before anything is rewritten. */
export interface ErasurePlan {
  /** Ids of what goes altogether, from the history too. */
  readonly gone: ReadonlySet<string>
  /** Ids of participants who stay as a place in the list, so that nobody else's number moves; nothing names them. */
  readonly places: ReadonlySet<string>
  /** Texts that stay with words taken out, by the hash they had. */
  readonly texts: ReadonlyMap<string, CutText>
  /** Hashes of texts that go. What stood on one of them was not there at that time. */
  readonly lost: ReadonlySet<string>
  /** Hashes of files that go. */
  readonly originals: ReadonlySet<string>
  /** Hashes of files in which names could not be looked for, and that nothing else takes: they go or stay as wished. */
  readonly unread: ReadonlySet<string>
  /** What a field is, and always was, by `fieldKey`; undefined: it never was. */
  readonly fixed: ReadonlyMap<string, unknown>
  readonly scrub: Scrub
  /** Names of what goes, for labels of the changes that made it. */
  readonly called: readonly string[]
}

/** Names a field of an entity, or one value of a field that has many by key: "source ID attributes.KEY". */
export function fieldKey(kind: string, id: string, field: string): string {
  return `${kind} ${id} ${field}`
}

/** Fields of many values, each by its key. */
export const valuesByKey: ReadonlySet<string> = new Set(['attributes'])
