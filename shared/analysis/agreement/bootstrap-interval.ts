import { counted } from '../../text/counted.ts'
import type { Coefficient } from './coefficient.ts'

/** How intervals are drawn. */
export interface IntervalWish {
  /** How many times sources are drawn anew. */
  readonly draws: number
  /** Numbers from 0 to 1, a generator with a seed (`seededRandom`) so that the interval stays the same. */
  readonly random: () => number
  /** With fewer sources there is no interval; absent: 10. */
  readonly fewestSources?: number
  /** Told after every draw how many there were, for whoever waits. */
  readonly drawn?: (count: number) => void
}

/** Where a coefficient lies in 95 of 100 draws, or in plain words why nothing can be said. */
export type Interval =
  | { readonly low: number; readonly high: number; readonly draws: number; readonly undefined?: never }
  | { readonly undefined: string; readonly low?: never; readonly high?: never; readonly draws?: never }

/** With fewer sources than this, drawing them anew says little about others like them. */
export const fewestSources = 10

/** 95 % intervals of several coefficients by drawing whole sources with replacement, percentile method: words of one
    conversation hang together, so turns or characters are never drawn by themselves. `measure` gives the coefficients
    for how often each source is taken. Draws in which a coefficient is undefined are left out, and when more than a
    tenth of them are, there is no interval.

    Source: Efron & Tibshirani 1993, chapter 13; sources as clusters as in Davison & Hinkley 1997, 3.8. */
export function bootstrapIntervals(
  sources: number,
  { draws, random, fewestSources: fewest = fewestSources, drawn: tell }: IntervalWish,
  measure: (times: Int32Array) => readonly Coefficient[],
): readonly Interval[] {
  const times = new Int32Array(sources)
  if (sources < fewest) {
    const reason = `${counted(sources, 'source is', 'sources are')} too few for an interval; it takes ${fewest}.`
    return measure(times.fill(1)).map(() => ({ undefined: reason }))
  }
  const drawn: number[][] = []
  for (let draw = 0; draw < draws; draw++) {
    times.fill(0)
    for (let i = 0; i < sources; i++) {
      const pick = Math.min(sources - 1, Math.floor(random() * sources))
      times[pick] = (times[pick] ?? 0) + 1
    }
    for (const [i, { value }] of measure(times).entries()) {
      const row = drawn[i] ?? []
      if (value !== undefined) row.push(value)
      drawn[i] = row
    }
    tell?.(draw + 1)
  }
  return drawn.map((values) => percentiles(values, draws))
}

function percentiles(values: number[], draws: number): Interval {
  if (values.length < 0.9 * draws || values.length === 0)
    return {
      undefined: `Undefined in ${draws - values.length} of ${draws} draws of sources, so there is no interval.`,
    }
  values.sort((a, b) => a - b)
  if (values[0] === values.at(-1))
    return { undefined: 'Every draw of sources gives the same value, so they do not tell how sure it is.' }
  return { low: quantile(values, 0.025), high: quantile(values, 0.975), draws: values.length }
}

/** Between two neighbours in proportion (Hyndman & Fan 1996, type 7). */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1)
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? low
  return low + (high - low) * (at - Math.floor(at))
}
