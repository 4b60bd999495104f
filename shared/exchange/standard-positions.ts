import { normaliseText } from '../text/normalise-text.ts'
import { firstIndex } from '../text/positions.ts'
import { codePointsOf } from './code-points.ts'

/** A text of another tool as Loam keeps it, and where that tool's positions stand in it (UTF-16 units). */
export interface ForeignText {
  readonly text: string
  toPosition(stated: number): number
}

/** How tools count, told by what wrote the file: NVivo counts UTF-16 units and two for a line's CR and LF,
    ATLAS.ti counts code points and one; the standard says code points. */
export function foreignText(raw: string, origin: string): ForeignText {
  const { text } = normaliseText(raw)
  const bare = raw.startsWith('\uFEFF') ? raw.slice(1) : raw
  const within = (position: number) => Math.max(0, Math.min(text.length, position))
  if (/atlas/i.test(origin)) {
    const points = codePointsOf(text)
    return { text, toPosition: (stated) => within(points.toUnits(stated)) }
  }
  const points = codePointsOf(bare)
  const pairs = [...bare.matchAll(/\r\n/g)].map((match) => match.index)
  const units = /nvivo/i.test(origin) ? (stated: number) => stated : points.toUnits
  return {
    text,
    toPosition(stated) {
      const unit = units(stated)
      return within(unit - firstIndex(pairs, (at) => at >= unit))
    },
  }
}
