import type { Conflict } from '../../shared/change/merge/conflict.ts'
import { conflictInWords } from '../../shared/change/merge/conflict-in-words.ts'
import type { LookUp } from '../../shared/change/merge/look-up.ts'
import { oneLine } from '../../shared/change/merge/words-of-values.ts'
import type { MergeDocument } from '../../shared/cli.ts'
import { counted } from '../../shared/text/counted.ts'

/** What a merge brings, in a line or two. */
export function mergedText({ comesIn, conflicts, contents, originals }: MergeDocument): string {
  const kinds = Object.entries(comesIn).map(
    ([kind, { added, changed, removed }]) =>
      `${kind}: ${added} added, ${changed} changed, ${removed} removed`,
  )
  const files =
    contents + originals > 0
      ? [`${counted(contents, 'text')} and ${counted(originals, 'file')} come along`]
      : []
  const clashes = conflicts.length > 0 ? [counted(conflicts.length, 'conflict')] : []
  return [...(kinds.length > 0 ? kinds : ['Nothing new comes in']), ...files, ...clashes].join('\n')
}

/** One conflict in a line, in the words that the window has for it. */
export function conflictText(conflict: Conflict, look: LookUp): string {
  const { thing, field, mine, theirs } = conflictInWords(conflict, look)
  return `${thing}, ${lower(field)}: mine ${short(mine)}, theirs ${short(theirs)}`
}

function lower(field: string): string {
  return field.charAt(0).toLowerCase() + field.slice(1)
}

function short(value: string | null): string {
  return value === null ? 'nothing' : `“${oneLine(value)}”`
}
