import { firstIndex, type Span } from '../text/positions.ts'

/** Which stretches of a file a passage stands in, by the beginnings of all stretches (in order, UTF-16 units of the
    passage's text): the indexes of the first and the last of them. A caret stands in one. Null before the first
    stretch and where there are none: then the place is not known. */
export function stretchesOfPassage(
  starts: readonly number[],
  passage: Span,
): { readonly first: number; readonly last: number } | null {
  const first = firstIndex(starts, (start) => start > passage.start) - 1
  if (first >= 0)
    return { first, last: Math.max(first, firstIndex(starts, (start) => start >= passage.end) - 1) }
  const last = firstIndex(starts, (start) => start >= passage.end) - 1
  return last < 0 ? null : { first: 0, last }
}
