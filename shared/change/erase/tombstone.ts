import type { ContentHash } from '../../model/ids.ts'
import type { RewrittenText } from '../../model/team-entities.ts'
import type { Fields } from '../change.ts'
import type { Cut } from './cut-text.ts'

/** A text that words were taken out of, as a tombstone recognises it: a text of this length that comes to that one
    when it is cut so. */
export interface RewrittenEntry {
  readonly length: number
  readonly to: ContentHash
  readonly cuts: readonly Cut[]
}

/** The rewritten texts of a tombstone. */
export function entriesOf({
  rewritten,
}: { readonly rewritten?: unknown } | Fields): readonly RewrittenEntry[] {
  return Array.isArray(rewritten) ? rewritten.filter(isRewritten).map(entryOf) : []
}

/** The same as a tombstone keeps them: every string that was put in once. */
export function flatEntries(entries: readonly RewrittenEntry[]): readonly RewrittenText[] {
  return entries.map(({ length, to, cuts }) => {
    const put = [...new Set(cuts.map((cut) => cut.put))]
    return {
      length,
      to,
      put,
      cuts: cuts.flatMap((cut) => [cut.start, cut.end, put.indexOf(cut.put), cut.words ? 1 : 0]),
    }
  })
}

function isRewritten(value: unknown): value is RewrittenText {
  return typeof value === 'object' && value !== null && 'to' in value && 'cuts' in value && 'put' in value
}

function entryOf({ length, to, put, cuts }: RewrittenText): RewrittenEntry {
  const laid: Cut[] = []
  for (let i = 0; i + 3 < cuts.length; i += 4) {
    const [start = 0, end = 0, which = 0, words = 0] = cuts.slice(i, i + 4)
    laid.push({ start, end, put: put[which] ?? '', words: words === 1 })
  }
  return { length, to, cuts: laid }
}
