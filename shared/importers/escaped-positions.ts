/** Finds where a position of a text stands in the one it was unescaped from, which begins at `from`; `lengthAt` says
    how long the sign is written that begins somewhere. Quick where it is asked in the order of the text. */
export function escapedPositions(
  from: number,
  lengthAt: (at: number) => number,
): (position: number) => number {
  let at = from
  let done = 0
  return (position) => {
    if (position < done) [at, done] = [from, 0]
    while (done < position) {
      at += lengthAt(at)
      done += 1
    }
    return at
  }
}
