import type { ImportNotice } from './source-draft.ts'

/** A line of the loss report, as a list: empty where the count is zero. `what` is worded for one and for many;
    samples are cut to 500 pieces of 120 units. */
export function notice(
  kind: ImportNotice['kind'],
  count: number,
  [one, many]: readonly [string, string],
  samples: readonly string[] = [],
): readonly ImportNotice[] {
  if (count === 0) return []
  const what = count === 1 ? one : many
  return [
    {
      kind,
      count,
      what,
      samples: samples.slice(0, MOST_SAMPLES).map((sample) => sample.trim().slice(0, 120).toWellFormed()),
    },
  ]
}

const MOST_SAMPLES = 500

/** Notices with only the first 20 pieces each, enough to see what is meant when many files are looked at. */
export function withFewSamples(notices: readonly ImportNotice[]): readonly ImportNotice[] {
  return notices.map((each) =>
    each.samples.length > 20 ? { ...each, samples: each.samples.slice(0, 20) } : each,
  )
}
