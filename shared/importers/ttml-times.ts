import { milliseconds } from './json-values.ts'

/** How many frames and ticks a second has in a file. */
export interface TtmlRates {
  readonly frames: number
  readonly ticks: number
}

/** A time of TTML in milliseconds: a clock time, frames behind it or not, or a number with its unit (`4.5s`, `120f`,
    `90000t`); null for anything else. */
export function ttmlTime(written: string | undefined, { frames, ticks }: TtmlRates): number | null {
  const bare = (written ?? '').trim()
  const clock = /^(\d{2,4}):(\d{2}):(\d{2})(?:(\.\d{1,9})|:(\d{1,4}))?$/.exec(bare)
  if (clock !== null) {
    const [, hours = '0', minutes = '0', seconds = '0', fraction = '0', frame = '0'] = clock
    const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
    return milliseconds(
      whole + Number(`0${fraction.slice(fraction.indexOf('.'))}`) + Number(frame) / frames,
      1000,
    )
  }
  const offset = /^(\d{1,15}(?:\.\d{1,12})?)(h|m|s|ms|f|t)$/.exec(bare)
  if (offset === null) return null
  const seconds = { h: 3600, m: 60, s: 1, ms: 0.001, f: 1 / frames, t: 1 / ticks }[offset[2] ?? 's'] ?? 1
  return milliseconds(Number(offset[1]) * seconds, 1000)
}
