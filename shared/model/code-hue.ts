import { quoteHash } from '../text/quote-hash.ts'
import type { Code } from './entities.ts'
import type { CodeId } from './ids.ts'
import type { Table } from './project.ts'

/** The colours codes are given, as #RRGGBB: hues far enough apart to be told from one another, with the names people give them. */
export const codeColours = [
  ['#B5504F', 'Red'],
  ['#B9653A', 'Rust'],
  ['#A97B1E', 'Ochre'],
  ['#7F8A2B', 'Olive'],
  ['#3F8F4F', 'Green'],
  ['#2C8C77', 'Jade'],
  ['#23889B', 'Teal'],
  ['#3F7FBF', 'Blue'],
  ['#6270C4', 'Indigo'],
  ['#8862B8', 'Violet'],
  ['#A9559B', 'Plum'],
  ['#B84F76', 'Rose'],
] as const

/** The hue a code is shown in, in degrees of OKLCH: its own colour's, else its parent's, else one that stays the
    same for the topmost code. Lightness and chroma come from the theme (`--code-l`, `--code-c`). */
export function hueOf(codes: Table<Code>, code: CodeId): number {
  let at = codes.get(code)
  let top = code
  for (let depth = 0; at && depth <= codes.size; depth++) {
    const hue = at.colour === undefined ? null : hueOfColour(at.colour)
    if (hue !== null) return hue
    top = at.id
    at = at.parent === undefined ? undefined : codes.get(at.parent)
  }
  return ((quoteHash(top) % 24) * 137.5 + 20) % 360
}

/** OKLCH hue of #RRGGBB in degrees; null for greys and for what is no colour.
    After Björn Ottosson's OKLab. Reference: #ff0000 gives 29.2. */
export function hueOfColour(colour: string): number | null {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour)
  if (!digits) return null
  const [red, green, blue] = digits.slice(1).map((pair) => linear(Number.parseInt(pair, 16) / 255))
  if (red === undefined || green === undefined || blue === undefined) return null
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  if (Math.hypot(a, b) < 0.02) return null
  return (Math.atan2(b, a) * 180) / Math.PI + (b < 0 ? 360 : 0)
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
