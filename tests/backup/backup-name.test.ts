import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupName, backupTag, readBackupName } from '../../shared/backup/backup-name.ts'
import { lockedEnding } from '../../shared/lock/locked-file.ts'
import { idOf } from '../support/random-edits.ts'

const id = idOf('project', 7)
const at = Date.UTC(2026, 10, 22, 14, 5, 32)

test('a backup is called after its project, the moment in UTC, and the project’s own sign', () => {
  expect(backupName('Water sharing', id, at)).toBe(
    `Water sharing 2026-11-22 14.05.32 UTC ${backupTag(id)}.qdpx`,
  )
})

test.each([
  ['../../etc/passwd', '-..-etc-passwd'],
  ['A/B: "C" <d>|e?*', 'A-B- -C- -d-e-'],
  ['...', 'Project'],
  ['', 'Project'],
  ['Re\u202efdp\u0000x\nnew', 'Re-fdp-x-new'],
  ['  two   spaces  ', 'two spaces'],
  ['👩‍🌾'.repeat(60), undefined],
])('the name of a project becomes one that every system takes: %j', (name, expected) => {
  const file = backupName(name, id, at)
  expect(file).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/u)
  const read = readBackupName(file)
  expect(read).toMatchObject({ at, tag: backupTag(id) })
  if (expected !== undefined) expect(read?.project).toBe(expected)
})

test('every name is read back to its moment and project, and names of one project sort by time', () => {
  const moments = fc.integer({ min: 0, max: Date.UTC(2090, 0) })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), moments, moments, (name, one, other) => {
      const [a, b] = [backupName(name, id, one), backupName(name, id, other)]
      expect(readBackupName(a)).toMatchObject({ at: Math.floor(one / 1000) * 1000, tag: backupTag(id) })
      if (Math.floor(one / 1000) < Math.floor(other / 1000)) expect(a < b).toBe(true)
    }),
  )
})

test('the backup of a locked project ends as locked files do', () => {
  const name = backupName('Water sharing', id, at, lockedEnding)
  expect(name.endsWith(`.${lockedEnding}`)).toBe(true)
  expect(readBackupName(name)).toEqual(readBackupName(backupName('Water sharing', id, at)))
})

test.each([
  'Water sharing.qdpx',
  'Water sharing 2026-11-22 14.05.qdpx',
  'Water sharing 2026-11-22 14.05.32 UTC 3f9a1c2e.qdpx.part',
  '../Water sharing 2026-11-22 14.05.32 UTC 3f9a1c2e.qdpx',
  'Water sharing 2026-99-22 14.05.32 UTC 3f9a1c2e.qdpx',
  'C:\\Water 2026-11-22 14.05.32 UTC 3f9a1c2e.qdpx',
])('a file of another name is no backup: %s', (name) => {
  expect(readBackupName(name)).toBeNull()
})
