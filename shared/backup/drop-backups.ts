import type { Moment } from '../model/units.ts'

/** How many backups stay: the last ones, then the last of each day, week and month. */
export const staying = { last: 10, days: 14, weeks: 8 } as const

/** The backups of one project that need not stay, the oldest first. The newest verified one always stays. Only
    verified ones stand for their day, week (from Monday) and month, in UTC; one that is not verified goes once ten
    newer ones are there. Times do not matter beyond that: asking often or seldom comes to the same. */
export function backupsToDrop<B extends { readonly at: Moment; readonly verified: boolean }>(
  backups: readonly B[],
  now: Moment,
): readonly B[] {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at)
  const verified = newestFirst.filter((each) => each.verified)
  const stay = new Set<B>([...newestFirst.slice(0, staying.last), ...verified.slice(0, staying.last)])
  const today = dayOf(now)
  const week = weekOf(now)
  for (const each of newestOfEach(verified, (at) => dayOf(at)))
    if (today - dayOf(each.at) < staying.days) stay.add(each)
  for (const each of newestOfEach(verified, weekOf))
    if (week - weekOf(each.at) < staying.weeks) stay.add(each)
  for (const each of newestOfEach(verified, monthOf)) stay.add(each)
  return newestFirst.filter((each) => !stay.has(each)).reverse()
}

function newestOfEach<B extends { readonly at: Moment }>(
  newestFirst: readonly B[],
  stretch: (at: Moment) => number,
): B[] {
  const seen = new Set<number>()
  return newestFirst.filter(({ at }) => {
    const it = stretch(at)
    if (seen.has(it)) return false
    seen.add(it)
    return true
  })
}

const day = 24 * 3_600_000

function dayOf(at: Moment): number {
  return Math.floor(at / day)
}

/** The first day of 1970 was a Thursday. */
function weekOf(at: Moment): number {
  return Math.floor((dayOf(at) + 3) / 7)
}

function monthOf(at: Moment): number {
  const date = new Date(at)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
