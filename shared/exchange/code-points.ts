import { firstIndex } from '../text/positions.ts'

/** Turns positions in one text from UTF-16 units to Unicode code points and back: exchange files count the latter. */
export interface CodePoints {
  /** Whether any character is beyond the basic plane: else both count alike. */
  readonly astral: boolean
  toPoints(position: number): number
  toUnits(point: number): number
}

/** Positions of a text both ways; costs in proportion to its characters beyond the basic plane. */
export function codePointsOf(text: string): CodePoints {
  if (!/[\uD800-\uDBFF]/.test(text)) {
    const same = (position: number) => position
    return { astral: false, toPoints: same, toUnits: same }
  }
  // Units where the second half of a pair stands: each makes the count one lower from there on.
  const seconds: number[] = []
  const pair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g
  while (pair.test(text)) seconds.push(pair.lastIndex - 1)
  const points = seconds.map((unit, i) => unit - i)
  return {
    astral: true,
    toPoints: (position) => position - firstIndex(seconds, (unit) => unit >= position),
    toUnits: (point) => point + firstIndex(points, (from) => from > point),
  }
}
