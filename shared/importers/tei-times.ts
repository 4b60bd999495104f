import { millisecondsOf } from './timeline.ts'

/** A point of a TEI timeline: so long since another point, or a clock time. */
export interface TeiTime {
  readonly unit: string
  readonly interval: number | null
  readonly since: string
  readonly absolute: number | null
}

/** Points by their ids; the empty id holds the unit of the timeline they stand in. */
export type TeiTimes = Map<string, TeiTime>

/** Adds a `when`. */
export function addTime(times: TeiTimes, attributes: Readonly<Record<string, string>>): void {
  const id = attributes['xml:id'] ?? attributes.id ?? ''
  if (id === '') return
  const unit = attributes.unit ?? times.get('')?.unit ?? ''
  const written = attributes.interval ?? ''
  const seconds = /^(?:ms|milli)/i.test(unit) && written !== '' ? String(Number(written) / 1000) : written
  times.set(id, {
    unit,
    interval: millisecondsOf(seconds),
    since: attributes.since?.replace(/^#/, '') ?? '',
    absolute: clock(attributes.absolute),
  })
}

/** Every point's milliseconds from the start; points that hang in the air or in a circle have none. */
export function resolvedTimes(times: TeiTimes): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const first = [...times].find(([id]) => id !== '')
  const origin = first?.[1].absolute ?? 0
  const tried = new Set<string>()
  for (const [id] of times) {
    const chain: string[] = []
    for (let at = id; at !== '' && !tried.has(at); ) {
      const point = times.get(at)
      if (point === undefined) break
      tried.add(at)
      chain.push(at)
      at = point.interval === null ? '' : point.since
    }
    for (const point of chain.toReversed()) settle(point, times, found, origin, first?.[0] ?? '')
  }
  return found
}

function settle(
  id: string,
  times: TeiTimes,
  found: Map<string, number>,
  origin: number,
  firstId: string,
): void {
  const point = times.get(id)
  if (point === undefined) return
  if (point.absolute !== null) found.set(id, Math.max(0, point.absolute - origin))
  else if (point.interval !== null) {
    const since = point.since === '' ? 0 : found.get(point.since)
    if (since !== undefined) found.set(id, since + point.interval)
  } else if (id === firstId) found.set(id, 0)
}

/** `00:01:02.5` in milliseconds. */
function clock(written: string | undefined): number | null {
  const match = /(\d{1,3}):(\d{2}):(\d{2}(?:\.\d{1,9})?)/.exec(written ?? '')
  if (match === null) return null
  const [, hours, minutes, seconds] = match
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000)
}
