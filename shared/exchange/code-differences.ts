import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import type { CodeField } from './codebook-reading.ts'
import type { MatchedBy } from './match-codes.ts'

/** What becomes of one code. */
export type CodeOutcome =
  | 'new'
  | 'changed'
  | 'moved'
  | 'merged'
  | 'deleted'
  | 'conflict'
  /** Only changed, made or deleted here. */
  | 'mine'
  | 'same'

/** Whose doing a difference is: theirs, mine, both differently, or not known without a common state. */
export type WhoseDoing = 'theirs' | 'mine' | 'both' | 'unknown'

/** One thing that can be ticked: theirs then stands, else mine stays. */
export interface CodeDifference {
  readonly tick: string
  readonly what: 'made' | 'deleted' | 'merged' | 'place' | CodeField
  readonly whose: WhoseDoing
  /** In words; empty where there is nothing. */
  readonly mine: string
  readonly theirs: string
  /** What it was before, where that is known. */
  readonly base?: string
  readonly ticked: boolean
}

/** One code in both codebooks. `id` is the one it has or will have here. */
export interface ComparedCode {
  readonly id: CodeId
  readonly outcome: CodeOutcome
  readonly mine?: Code
  /** As it would stand here: its parent named by its identity here. */
  readonly theirs?: Code
  readonly base?: Code
  readonly matchedBy?: MatchedBy
  /** Names from the top down, the code's last. */
  readonly path: readonly string[]
  readonly differences: readonly CodeDifference[]
  /** The code that they merged it into. */
  readonly into?: CodeId
  readonly codings: number
  /** Memos about it here. */
  readonly memos: number
}

/** Two codebooks side by side, in the order of the tree. */
export interface CodebookComparison {
  readonly codes: readonly ComparedCode[]
  /** Whether what was changed here since could be told from what was changed there. */
  readonly basis: 'common state' | 'history' | 'none'
}
