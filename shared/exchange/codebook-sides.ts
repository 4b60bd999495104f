import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import type { WhoseDoing } from './code-differences.ts'
import type { CodebookFile } from './codebook-reading.ts'
import type { CodeHistory } from './codebook-state.ts'
import { codesByParent, codesInTree } from './write-codes.ts'

/** One codebook, ready to be looked up. */
export interface Side {
  readonly byId: ReadonlyMap<string, Code>
  readonly below: ReadonlyMap<string | null, readonly Code[]>
  readonly paths: ReadonlyMap<string, readonly string[]>
  readonly inTree: readonly CodeId[]
}

/** Both codebooks, the one they began from where it is known, and what the file speaks of. */
export interface Sides {
  readonly mine: Side
  readonly theirs: Side
  readonly base: Side | null
  readonly says: CodebookFile['says']
  readonly history: CodeHistory
  /** Codings with each code here. */
  readonly codings: ReadonlyMap<string, number>
  /** Memos about each code here. */
  readonly memos: ReadonlyMap<string, number>
  /** Codes that somebody decided about where coders disagreed. */
  readonly decided: ReadonlySet<string>
}

/** Makes a codebook ready to be looked up. */
export function sideOf(codes: readonly Code[]): Side {
  const tree = codesInTree(codes)
  return {
    byId: new Map(codes.map((code) => [code.id, code])),
    below: codesByParent(codes),
    paths: new Map(tree.map(({ code, path }) => [code.id, path])),
    inTree: tree.map(({ code }) => code.id),
  }
}

/** What a code stands below; null at the top, or where that code is not there. */
export function parentIn(side: Side, { parent }: Code): CodeId | null {
  return parent !== undefined && side.byId.has(parent) ? parent : null
}

/** Who changed something; made by both apart from each other, both did. */
export function whoseDoing(
  sides: Sides,
  base: Code | undefined,
  isEarlier: boolean,
  changed: { readonly mine: boolean; readonly theirs: boolean },
): WhoseDoing {
  if (!sides.base) return isEarlier ? 'mine' : 'unknown'
  if (!base || (changed.mine && changed.theirs)) return 'both'
  return changed.theirs ? 'theirs' : 'mine'
}
