import { expect, test } from 'vitest'
import { backupInterval, isBackupDue, isReminderDue } from '../../shared/backup/backup-due.ts'
import { changesWithoutBackup } from '../../shared/backup/noted-backup.ts'
import { idOf } from '../support/random-edits.ts'

const now = Date.UTC(2026, 10, 22, 14, 5)
const hour = 3_600_000

test('a backup is due when something changed and the last one is ten minutes old', () => {
  const last = now - backupInterval
  expect(isBackupDue({ changed: 3, lastAt: last, now })).toBe(true)
  expect(isBackupDue({ changed: 3, lastAt: last + 1, now })).toBe(false)
  expect(isBackupDue({ changed: 0, lastAt: last, now })).toBe(false)
  expect(isBackupDue({ changed: 1, lastAt: null, now })).toBe(true)
  expect(isBackupDue({ changed: 0, lastAt: null, now, closing: true })).toBe(false)
})

test('closing waits for no interval, and a clock set back holds nothing up', () => {
  expect(isBackupDue({ changed: 1, lastAt: now - 1, now, closing: true })).toBe(true)
  expect(isBackupDue({ changed: 1, lastAt: now + hour, now })).toBe(true)
})

const mine = idOf('copy', 1)
const theirs = idOf('copy', 2)
const change = (n: number, copy = mine) => ({ id: idOf('change', n), copy })

test('changes count from the last one that a sound backup holds', () => {
  const log = [change(1), change(2), change(3)]
  expect(changesWithoutBackup(log, mine, [])).toBe(3)
  expect(changesWithoutBackup(log, mine, [{ last: idOf('change', 2) }, { last: idOf('change', 1) }])).toBe(1)
  expect(changesWithoutBackup(log, mine, [{ last: idOf('change', 3) }])).toBe(0)
  expect(changesWithoutBackup(log, mine, [{ last: idOf('change', 3), problem: 'damaged' }])).toBe(3)
  expect(changesWithoutBackup(log, mine, [{ last: idOf('change', 9) }])).toBe(3)
})

test('a project that was only opened has nothing to back up; one change of one’s own counts all', () => {
  const came = [change(1, theirs), change(2, theirs)]
  expect(changesWithoutBackup(came, mine, [])).toBe(0)
  expect(changesWithoutBackup([...came, change(3)], mine, [])).toBe(3)
})

test('a person is reminded of work a day old, or of more than 200 changes', () => {
  const at = (ms: number) => ({ at: ms })
  expect(isReminderDue([], now)).toBe(false)
  expect(isReminderDue([at(now - 24 * hour)], now)).toBe(false)
  expect(isReminderDue([at(now - 24 * hour - 1), at(now)], now)).toBe(true)
  expect(isReminderDue(Array(200).fill(at(now)), now)).toBe(false)
  expect(isReminderDue(Array(201).fill(at(now)), now)).toBe(true)
})
