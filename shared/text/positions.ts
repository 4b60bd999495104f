/** A stretch of one content: UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** True when two stretches share at least one unit. Touching is not overlapping. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** The stretch without white space at its ends; null when nothing is left. */
export function trimSpan(text: string, span: Span): Span | null {
  let { start, end } = span
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return start < end ? { start, end } : null
}

/** Moves a position out of the middle of a surrogate pair, towards the start. */
export function onCharacter(text: string, position: number): number {
  const at = Math.max(0, Math.min(position, text.length))
  const low = text.charCodeAt(at)
  const high = text.charCodeAt(at - 1)
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? at - 1 : at
}

/** Index of the first element of a sorted list for which `reached` holds; the length when none does. */
export function firstIndex<E>(sorted: readonly E[], reached: (element: E) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const element = sorted[middle]
    if (element !== undefined && reached(element)) high = middle
    else low = middle + 1
  }
  return low
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x2028 || unit === 0x2029
}
