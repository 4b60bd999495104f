import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import type { CodebookState } from './codebook-state.ts'
import type { ReadReceipt } from './read-receipt.ts'

/** What can be said of a code, apart from where it stands. */
export const codeFields = [
  'name',
  'definition',
  'include',
  'exclude',
  'example',
  'colour',
  'codable',
  'aliases',
  'from',
  'section',
  'key',
] as const
export type CodeField = (typeof codeFields)[number]

/** Everything a codebook's file can say of a code: where it stands among its siblings is said apart from below which. */
export type SaidOfCodes = CodeField | 'parent' | 'order'

/** A codebook as a file holds it. */
export interface CodebookFile {
  /** The file's name. */
  readonly file: string
  /** What the codebook is called, where the file says so. */
  readonly name?: string
  readonly description?: string
  /** Parents before children, siblings in their order. */
  readonly codes: readonly Code[]
  /** Codes whose identity stands in the file and is permanent; the others' follows from where they stand. */
  readonly stated: ReadonlySet<CodeId>
  /** What the file speaks of at all: silence about the rest changes nothing. */
  readonly says: ReadonlySet<SaidOfCodes>
  /** The state of a project it was written from. */
  readonly state?: CodebookState
  readonly receipt: ReadReceipt
  /** Sets of codes by name, in words: Loam has no sets. */
  readonly sets: readonly string[]
}

/** A codebook read from a file, or one sentence why it cannot be used. */
export type CodebookReading =
  | ({ readonly ok: true } & CodebookFile)
  | { readonly ok: false; readonly problem: string }

/** Everything of a codebook that holds all there is to say, such as one written by Loam. */
export const everythingSaid: ReadonlySet<SaidOfCodes> = new Set([...codeFields, 'parent', 'order'])

/** What a file whose columns or elements could hold these things does say: those that any of its codes has. */
export function saidByAny(codes: readonly Code[], possible: Iterable<SaidOfCodes>): ReadonlySet<SaidOfCodes> {
  const isSaid = (what: SaidOfCodes) =>
    what === 'name' || what === 'order' || codes.some((code) => code[what] !== undefined)
  return new Set([...possible].filter(isSaid))
}
