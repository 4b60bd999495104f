import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupsToDrop, staying } from '../../shared/backup/drop-backups.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 22, 14, 5)

interface Backup {
  readonly at: number
  readonly verified: boolean
}

const years2 = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }).map((minutes) => now - minutes * 60_000)
const some = fc.uniqueArray(fc.record({ at: years2, verified: fc.boolean() }), {
  selector: (each) => each.at,
  maxLength: 120,
})

function left(backups: readonly Backup[], at = now): Backup[] {
  const dropped = new Set(backupsToDrop(backups, at))
  return backups.filter((each) => !dropped.has(each))
}

test('of a day of work every ten minutes the last ten stay', () => {
  const day = Array.from({ length: 40 }, (_, i) => ({ at: now - i * 600_000, verified: true }))
  expect(left(day)).toEqual(day.slice(0, 10))
})

test('of two years of daily work ten, then one a day, one a week and one a month stay', () => {
  const daily = Array.from({ length: 730 }, (_, i) => ({ at: now - i * 24 * hour, verified: true }))
  const date = (at: number) => new Date(at)
  const isLastOfMonth = (at: number) => date(at + 24 * hour).getUTCDate() === 1
  const isSunday = (at: number) => date(at).getUTCDay() === 0
  const days = (at: number) => (now - at) / (24 * hour)
  // 22 November 2026 is itself a Sunday.
  const expected = daily.filter(
    ({ at }) => days(at) < 14 || (isSunday(at) && days(at) < 56) || isLastOfMonth(at),
  )
  expect(left(daily)).toEqual(expected)
  expect(expected.length).toBe(14 + 6 + 24)
})

test('the newest verified backup stays, whatever else is there', () => {
  fc.assert(
    fc.property(some, fc.nat(3000), (backups, days) => {
      const newest = backups.filter((each) => each.verified).sort((a, b) => b.at - a.at)[0]
      if (newest) expect(left(backups, now + days * 24 * hour)).toContain(newest)
    }),
  )
})

test('what goes once would also have gone later, so that asking seldom comes to the same as asking often', () => {
  fc.assert(
    fc.property(some, fc.array(fc.nat(40), { maxLength: 12 }), (backups, pauses) => {
      const inOrder = backups.toSorted((a, b) => a.at - b.at)
      let at = now
      let often: readonly Backup[] = inOrder
      for (const days of pauses) {
        at += days * 24 * hour
        often = left(often, at)
      }
      expect(left(often, at)).toEqual(left(inOrder, at))
    }),
  )
})

test('a new backup brings nothing back that was to go', () => {
  fc.assert(
    fc.property(some, fc.boolean(), (backups, verified) => {
      const gone = backupsToDrop(backups, now)
      const later = backupsToDrop([...backups, { at: now + 1000, verified }], now + 1000)
      for (const each of gone) expect(later).toContain(each)
    }),
  )
})

test('never more stay than ten of each kind, the days, the weeks and the months', () => {
  const bound = 2 * staying.last + staying.days + staying.weeks + 25
  fc.assert(
    fc.property(some, (backups) => {
      expect(left(backups).length).toBeLessThanOrEqual(bound)
    }),
  )
})

test('what is not verified stands for no day: a damaged backup drives out no sound one', () => {
  const sound = [
    { at: now - 100 * 24 * hour, verified: true },
    { at: now - 200 * 24 * hour, verified: true },
  ]
  const damaged = Array.from({ length: 50 }, (_, i) => ({ at: now - i * hour, verified: false }))
  const stay = left([...sound, ...damaged])
  for (const each of sound) expect(stay).toContain(each)
  expect(stay).toHaveLength(12)
})
