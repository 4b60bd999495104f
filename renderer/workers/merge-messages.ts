import type { Edit } from '../../shared/change/change.ts'
import type { ComingIn } from '../../shared/change/merge/coming-in.ts'
import type { Side } from '../../shared/change/merge/conflict.ts'
import type { ToldConflict } from '../../shared/change/merge/conflict-in-words.ts'
import type { BaseTold, WhoseCopy } from '../../shared/change/merge/whose-copy.ts'
import type { Unlocked } from '../../shared/lock/lock.ts'
import type { ChangeId, CoderId, ProjectId } from '../../shared/model/ids.ts'
import type { ErasedThere } from './erased-there.ts'

/** What the window asks of a merge worker. It keeps the copies it has read until it is ended. */
export type MergeRequest =
  /** Which project a file is a copy of. */
  | { readonly kind: 'whose'; readonly bytes: Uint8Array }
  | ({ readonly kind: 'compare' } & CompareWish)
  /** The merge as decided, for the window to commit. */
  | { readonly kind: 'settle'; readonly made: ReadonlyMap<string, Side>; readonly coder: CoderId }

/** What is to be compared. Files that were given before need not be given again. */
export interface CompareWish {
  readonly project: ProjectId
  /** How long the window's log is: both must speak about the same state, which must be durable. */
  readonly length: number
  /** What opens the project where it is locked. */
  readonly keys: Unlocked | undefined
  /** Who merges. */
  readonly coder: CoderId
  readonly theirs?: Uint8Array
  /** The copy that both began from, where the logs do not say. */
  readonly base?: Uint8Array
  readonly made: ReadonlyMap<string, Side>
}

export type MergeStep = 'reading the copy' | 'reading this project' | 'comparing' | 'checking'

/** What it answers: first steps, and what is much in pieces; then one that ends the answer. */
export type MergeAnswer =
  | { readonly kind: 'step'; readonly step: MergeStep }
  | { readonly kind: 'conflicts'; readonly some: readonly ToldConflict[] }
  | { readonly kind: 'edits'; readonly some: readonly Edit[] }
  | MergeEnd

export type MergeEnd =
  | { readonly kind: 'inquiry'; readonly id: ProjectId; readonly name: string }
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | ({ readonly kind: 'settled' } & Settlement)
  /** Something was erased for good in the copy that is still here. `bytes` are the copy's, given back. */
  | { readonly kind: 'erased there'; readonly told: ErasedThere; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'failed' }

/** What a merge would do, as far as it is decided. Its conflicts come before it. */
export interface Comparison {
  readonly whose: WhoseCopy
  readonly base: BaseTold
  /** How long this copy's log was. */
  readonly length: number
  readonly comingIn: readonly ComingIn[]
  /** How much there is here that stays as it is: entities of every kind. */
  readonly here: { readonly sources: number; readonly codes: number; readonly codings: number }
  /** True when the merge would be recorded: something comes in, or their log goes further than is known here. */
  readonly brings: 'something' | 'only what is here already' | 'nothing'
  readonly texts: number
  readonly files: number
  /** What could not be read of the files, a sentence each. */
  readonly notes: readonly string[]
}

/** Everything for one change of this copy. Its edits come before it; texts and files are written already. */
export interface Settlement {
  readonly label: string
  readonly parents: readonly ChangeId[]
  readonly length: number
  /** Hashes of the texts and files that were written, to be taken away if it does not come about. */
  readonly kept: readonly string[]
  readonly comparison: Comparison
}
