/** A stretch taken out of a text: where it stood in what is left, and its length. */
export interface Cut {
  readonly at: number
  readonly length: number
}

/** Finds where a position of a shortened text stood before its cuts (in their order) were made. At a cut itself, what
    begins there stood behind it, what ends there (`isEnd`) before it. */
export type Uncut = (position: number, isEnd?: boolean) => number

/** Turns cuts around; asked in the order of the text it is quick. */
export function uncut(cuts: readonly Cut[]): Uncut {
  let next = 0
  let taken = 0
  let last = 0
  return (position, isEnd = false) => {
    if (position < last) [next, taken] = [0, 0]
    last = position
    while (next < cuts.length && isBefore(cuts[next], position, isEnd)) {
      taken += cuts[next]?.length ?? 0
      next += 1
    }
    return position + taken
  }
}

function isBefore(cut: Cut | undefined, position: number, isEnd: boolean): boolean {
  return cut !== undefined && (isEnd ? cut.at < position : cut.at <= position)
}
