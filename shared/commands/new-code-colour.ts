import { codeColours, hueOf, hueOfColour } from '../model/code-hue.ts'
import type { Code } from '../model/entities.ts'
import type { Table } from '../model/project.ts'

/** The colour of a new code, as #RRGGBB, beside codes that are there, the latest last. Undefined below another code,
    whose hue it takes. */
export function newCodeColour(
  codes: Table<Code>,
  siblings: readonly Code[],
  parent: Code['parent'],
): string | undefined {
  if (parent !== undefined) return undefined
  return farthestColour(siblings.map((code) => hueOf(codes, code.id)))
}

/** Of the colours codes are given, the one whose hue is farthest from those in use, in degrees, the latest last. Once
    all are taken, it is far from the latest, which are the ones seen together. */
export function farthestColour(used: readonly number[]): string {
  const best = farthest(used)
  return best.distance < taken ? farthest(used.slice(-latest)).colour : best.colour
}

/** So many degrees apart, two hues are seen as the same. */
const taken = 8
const latest = 6

function farthest(used: readonly number[]): { readonly colour: string; readonly distance: number } {
  const [first, ...others] = codeColours.map(([colour]) => ({ colour, distance: nearest(colour, used) }))
  if (!first) throw new Error('There are no colours')
  return others.reduce((best, each) => (each.distance > best.distance ? each : best), first)
}

function nearest(colour: string, used: readonly number[]): number {
  const hue = hueOfColour(colour) ?? 0
  return Math.min(180, ...used.map((each) => hueDistance(hue, each)))
}

/** Degrees between two hues the shorter way round: 0 to 180. */
export function hueDistance(a: number, b: number): number {
  const apart = Math.abs(a - b) % 360
  return Math.min(apart, 360 - apart)
}
