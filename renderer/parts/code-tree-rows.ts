import { type CodeTree, childrenOf } from '../../shared/analysis/code-tree.ts'
import { hueOf } from '../../shared/model/code-hue.ts'
import type { Code } from '../../shared/model/entities.ts'
import type { CodeId } from '../../shared/model/ids.ts'

/** How widely a code is used: people who speak to it, and passages. */
export interface CodeCount {
  readonly participants: number
  /** How many participants there are to speak to it. */
  readonly of?: number
  readonly passages: number
  /** Group sessions in which it was raised, of how many; silence in a group is not absence. */
  readonly inSessions?: number
  readonly sessions?: number
}

/** A code as the tree draws it, with the rows below it. */
export interface CodeRow {
  readonly code: Code
  /** Degrees of OKLCH. */
  readonly hue: number
  readonly count: CodeCount | undefined
  readonly below: readonly CodeRow[]
}

/** The rows of a codebook from the top, those in `shown` alone where it is given. A row that is as it was in
    `before`, with all below it, is that same row: whoever draws rows can leave it as it stands. */
export function codeRows(
  tree: CodeTree,
  counts: ReadonlyMap<CodeId, CodeCount> | undefined,
  shown: ReadonlySet<string> | null,
  before: readonly CodeRow[] = [],
): readonly CodeRow[] {
  const known = new Map<CodeId, CodeRow>()
  gather(before, known)
  const rowsOf = (codes: readonly Code[]): readonly CodeRow[] =>
    (shown ? codes.filter(({ id }) => shown.has(id)) : codes).map((code) => {
      const row: CodeRow = {
        code,
        hue: hueOf(tree.byId, code.id),
        count: counts?.get(code.id),
        below: rowsOf(childrenOf(tree, code.id)),
      }
      const earlier = known.get(code.id)
      return earlier && isSameRow(earlier, row) ? earlier : row
    })
  return rowsOf(tree.roots)
}

function gather(rows: readonly CodeRow[], into: Map<CodeId, CodeRow>): void {
  for (const row of rows) {
    into.set(row.code.id, row)
    gather(row.below, into)
  }
}

function isSameRow(one: CodeRow, other: CodeRow): boolean {
  return (
    one.code === other.code &&
    one.hue === other.hue &&
    isSameCount(one.count, other.count) &&
    one.below.length === other.below.length &&
    one.below.every((row, i) => row === other.below[i])
  )
}

function isSameCount(one: CodeCount | undefined, other: CodeCount | undefined): boolean {
  return (
    one?.participants === other?.participants &&
    one?.of === other?.of &&
    one?.passages === other?.passages &&
    one?.inSessions === other?.inSessions &&
    one?.sessions === other?.sessions
  )
}
