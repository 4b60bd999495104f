import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notedBackups } from '../../renderer/project/backup-notes.ts'
import { openList } from '../../renderer/project/database.ts'
import { holdKeys } from '../../renderer/project/keyring.ts'
import { lockProject } from '../../renderer/project/lock-project.ts'
import { type BackupDesk, writeBackup } from '../../renderer/project/make-backup.ts'
import {
  adoptArchive,
  forgetProject,
  makeProject,
  openProject,
} from '../../renderer/project/open-projects.ts'
import { listedProject } from '../../renderer/project/project-list.ts'
import { backupName, readBackupName } from '../../shared/backup/backup-name.ts'
import { backupsToDrop } from '../../shared/backup/drop-backups.ts'
import { create } from '../../shared/change/edit.ts'
import { newProject } from '../../shared/commands/new-project.ts'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { makeLock, type Unlocked } from '../../shared/lock/lock.ts'
import { openLockedFile } from '../../shared/lock/locked-file.ts'
import { deskInMemory } from '../support/desk-in-memory.ts'
import { makingBy } from '../support/expect-change.ts'
import { idOf } from '../support/random-edits.ts'

const coder = idOf('coder', 1)
const { newId } = makingBy(coder)
const hour = 3_600_000

/** A project, its folder, and a clock; `removeAndRestore` takes it off this machine and brings its newest backup back. */
async function workplace() {
  const id = newId<'project'>()
  const clock = { now: Date.UTC(2026, 10, 22, 14, 5) }
  const surroundings = { newId: <K extends string>() => newId<K>(), now: () => clock.now }
  const making = { newId: surroundings.newId, at: clock.now, by: coder }
  const first = { name: 'River', approach: 'codebook', coder: { name: 'Ada', initials: 'AD' } } as const
  await makeProject(id, newProject({ id, ...first }, making), coder, surroundings)
  const { files, desk } = deskInMemory()
  const opening = async () => {
    const opened = await openProject(id, surroundings)
    if (!opened.ok) throw new Error(opened.problem)
    return opened
  }
  let held = await opening()
  const leave = async () => {
    await held.open.close()
    await held.release()
  }
  let codes = 0
  return {
    id,
    files,
    desk,
    clock,
    surroundings,
    leave,
    open: () => held.open,
    async backUp() {
      const code = { id: newId<'code'>(), name: `Code ${++codes}`, order: 'V' }
      await held.open.commit({ label: 'Create code', edits: [create('code', code)] })
      return writeBackup(held.open, 'place', desk)
    },
    async removeAndRestore(bytes = files.get(newest(files)) ?? new Uint8Array(), keys?: Unlocked) {
      await leave()
      expect(await forgetProject(id)).toBe(true)
      const reading = readProjectFile(bytes)
      if (!reading.ok) throw new Error(reading.problem)
      await adoptArchive(reading.archive, surroundings, { keys })
      held = await opening()
    },
  }
}

function newest(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files.keys()].toSorted().at(-1) ?? ''
}

function timesIn(files: ReadonlyMap<string, Uint8Array>): readonly number[] {
  return [...files.keys()].flatMap((name) => readBackupName(name)?.at ?? []).toSorted((a, b) => a - b)
}

test('removing and restoring a project changes nothing about which of its backups stay', async () => {
  const step = fc.record({ hours: fc.integer({ min: 1, max: 200 }), removed: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
      const place = await workplace()
      let expected: readonly { readonly at: number; readonly verified: true }[] = []
      for (const { hours, removed } of steps) {
        if (removed && expected.length > 0) await place.removeAndRestore()
        place.clock.now += hours * hour
        expect(await place.backUp()).toMatchObject({ ok: true })
        expected = [...expected, { at: place.clock.now, verified: true }]
        const drop = new Set(backupsToDrop(expected, place.clock.now))
        expected = expected.filter((each) => !drop.has(each))
        expect(timesIn(place.files)).toEqual(expected.map(({ at }) => at))
        expect(readProjectFile(place.files.get(newest(place.files)) ?? new Uint8Array()).ok).toBe(true)
      }
      await place.leave()
    }),
    { numRuns: 8 },
  )
})

/** A project with ten backups of one day, made ten minutes apart. */
async function tenBackups() {
  const place = await workplace()
  for (let i = 0; i < 10; i++) {
    place.clock.now += 10 * 60_000
    await place.backUp()
  }
  return place
}

test('a file that only has the name and the size of a backup from before is not taken for one', async () => {
  const place = await tenBackups()
  const [first = ''] = [...place.files.keys()].toSorted()
  const bytes = place.files.get(first) ?? new Uint8Array()
  place.files.set(first, bytes.with(40, (bytes[40] ?? 0) ^ 1))
  await place.removeAndRestore()
  for (let i = 0; i < 12; i++) {
    place.clock.now += 10 * 60_000
    await place.backUp()
  }
  expect(place.files.has(first)).toBe(true)
  expect(place.files.size).toBe(11)
  await place.leave()
})

test('what a colleague’s copy of the same project wrote into the folder stays theirs', async () => {
  const place = await tenBackups()
  const some = place.files.get(newest(place.files)) ?? new Uint8Array()
  const theirs = backupName('River', place.id, Date.UTC(2026, 10, 22, 3))
  place.files.set(theirs, some)
  await place.removeAndRestore()
  for (let i = 0; i < 12; i++) {
    place.clock.now += 10 * 60_000
    await place.backUp()
  }
  expect(place.files.has(theirs)).toBe(true)
  expect((await notedBackups(place.id)).map(({ name }) => name)).not.toContain(theirs)
  await place.leave()
})

test('when what came back cannot be backed up soundly, no older backup goes', async () => {
  const place = await tenBackups()
  await place.removeAndRestore()
  const write = place.desk.writeBackup
  const cut: BackupDesk = {
    ...place.desk,
    writeBackup: (at, name, bytes) => write(at, name, bytes.slice(0, -9)),
  }
  const before = [...place.files.keys()]
  place.clock.now += hour
  expect(await writeBackup(place.open(), 'place', cut)).toMatchObject({ ok: false })
  expect(before.filter((name) => !place.files.has(name))).toEqual([])
  await place.leave()
})

test('a removed project leaves times, sizes and hashes of its backups behind, and no name', async () => {
  const place = await tenBackups()
  await place.leave()
  expect(await forgetProject(place.id)).toBe(true)
  expect(await listedProject(place.id)).toBeUndefined()
  const left = await openList().left.get(place.id)
  expect(left?.backups).toHaveLength(10)
  expect(JSON.stringify(left)).not.toMatch(/River|qdpx/)
})

test('the backups of a locked project are known again too, though it was removed without its keys', async () => {
  const place = await workplace()
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const keys = makeLock('river stone', random, { memory: 8, passes: 1, lanes: 1 })
  await lockProject(place.open(), keys, { nameless: true })
  for (let i = 0; i < 10; i++) {
    place.clock.now += 10 * 60_000
    await place.backUp()
  }
  holdKeys(place.id, undefined)
  const opened = openLockedFile(place.files.get(newest(place.files)) ?? new Uint8Array(), keys)
  if (!opened.ok) throw new Error(opened.problem)
  await place.removeAndRestore(opened.bytes, keys)
  for (let i = 0; i < 3; i++) {
    place.clock.now += 10 * 60_000
    expect(await place.backUp()).toMatchObject({ ok: true })
  }
  expect(place.files.size).toBe(10)
  await place.leave()
})
