import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { backupKeeper } from '../../renderer/project/backup-keeper.ts'
import { notedBackups } from '../../renderer/project/backup-notes.ts'
import { downloadBackup } from '../../renderer/project/download-backup.ts'
import { holdKeys } from '../../renderer/project/keyring.ts'
import { type BackupDesk, verifyBackup, writeBackup } from '../../renderer/project/make-backup.ts'
import { adoptArchive, makeProject, openProject } from '../../renderer/project/open-projects.ts'
import { noteProject } from '../../renderer/project/project-list.ts'
import { renewBackups } from '../../renderer/project/renew-backups.ts'
import { backupInterval } from '../../shared/backup/backup-due.ts'
import { backupName, readBackupName } from '../../shared/backup/backup-name.ts'
import type { Outcome } from '../../shared/bridge.ts'
import { create } from '../../shared/change/edit.ts'
import { newProject } from '../../shared/commands/new-project.ts'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { makeLock } from '../../shared/lock/lock.ts'
import { isLocked } from '../../shared/lock/lock-facts.ts'
import { lockedEnding } from '../../shared/lock/locked-file.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { makingBy } from '../support/expect-change.ts'
import { idOf } from '../support/random-edits.ts'

const coder = idOf('coder', 1)
const { newId } = makingBy(coder)
const minute = 60_000

/** A project of one code, and a clock that the test sets. */
async function workplace(id: ProjectId = newId<'project'>()) {
  const clock = { now: Date.UTC(2026, 10, 22, 14, 5) }
  const surroundings = { newId: <K extends string>() => randomId<K>(), now: () => clock.now }
  const making = { newId: surroundings.newId, at: clock.now, by: coder }
  const begin = newProject(
    { id, name: 'River', approach: 'codebook', coder: { name: 'Ada', initials: 'AD' } },
    making,
  )
  await makeProject(id, begin, coder, surroundings)
  const opened = await openProject(id, surroundings)
  if (!opened.ok) throw new Error(opened.problem)
  const { open } = opened
  const addCode = (name: string) =>
    open.commit({
      label: `Create code ${name}`,
      edits: [create('code', { id: surroundings.newId<'code'>(), name, order: 'V' })],
    })
  return { open, clock, addCode, release: opened.release, surroundings }
}

const randomId = <K extends string>() => newId<K>()

/** A folder in memory; what the disk does to a file as it is written is the test's to say. */
function folder() {
  const files = new Map<string, Uint8Array>()
  const disk = {
    files,
    state: 'ready' as 'ready' | 'ask' | 'gone',
    keeps: (bytes: Uint8Array) => bytes,
    refuses: null as string | null,
  }
  const desk: BackupDesk = {
    keepsBackups: true,
    backupFolder: async () => ({ ok: true, handle: 'place', name: 'Stick', own: true, state: disk.state }),
    chooseBackupFolder: async () => null,
    listBackups: async () => ({
      ok: true,
      files: [...files].map(([name, bytes]) => ({ name, bytes: bytes.length })),
    }),
    writeBackup: async (_, name, bytes): Promise<Outcome> => {
      if (disk.refuses !== null) return { ok: false, problem: disk.refuses }
      files.set(name, disk.keeps(bytes))
      return { ok: true }
    },
    readBackup: async (_, name) => files.get(name) ?? null,
    deleteBackup: async (_, name) => {
      files.delete(name)
      return { ok: true }
    },
  }
  return { disk, desk }
}

function storage(): void {
  const kept = new Map<string, string>()
  Object.assign(globalThis, {
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      removeItem: (key: string) => kept.delete(key),
    },
  })
}

storage()

function codesIn(bytes: Uint8Array | undefined): readonly string[] {
  const reading = readProjectFile(bytes ?? new Uint8Array())
  if (!reading.ok) throw new Error(reading.problem)
  return [...reading.archive.project.tables.code.values()].map(({ name }) => name)
}

test('a backup has everything, is read back, and is remembered with its numbers', async () => {
  const { open, addCode } = await workplace()
  await addCode('Money')
  const { disk, desk } = folder()
  const made = await writeBackup(open, 'place', desk)
  expect(made).toMatchObject({
    ok: true,
    backup: { folder: 'place', numbers: { codes: 1, changes: 2 }, last: open.log.at(-1)?.id },
  })
  const [name = ''] = disk.files.keys()
  expect(readBackupName(name)?.project).toBe('River')
  expect(codesIn(disk.files.get(name))).toEqual(['Money'])
  expect(await notedBackups(open.id)).toEqual([
    expect.objectContaining({ name, verifiedAt: expect.any(Number) }),
  ])
})

test('a backup that the disk cut short is not verified, is said, and lets no older one go', async () => {
  const { open, clock, addCode } = await workplace()
  const { disk, desk } = folder()
  for (let i = 0; i < 12; i++) {
    clock.now += backupInterval
    await writeBackup(open, 'place', desk)
  }
  expect(disk.files.size).toBe(10)
  disk.keeps = (bytes) => bytes.slice(0, -20)
  await addCode('Money')
  clock.now += backupInterval
  const made = await writeBackup(open, 'place', desk)
  expect(made).toEqual({ ok: false, problem: expect.stringContaining('is not what Loam wrote') })
  expect(disk.files.size).toBe(11)
  expect((await notedBackups(open.id)).at(-1)).toMatchObject({ problem: expect.any(String) })
})

test('after the clock was set back the newest work still has its backup', async () => {
  const { open, clock, addCode } = await workplace()
  const { disk, desk } = folder()
  for (let i = 0; i < 12; i++) {
    clock.now += backupInterval
    await writeBackup(open, 'place', desk)
  }
  clock.now -= 5 * 60 * minute
  await addCode('Money')
  const made = await writeBackup(open, 'place', desk)
  expect(made).toMatchObject({ ok: true })
  expect([...disk.files.values()].map(codesIn)).toContainEqual(['Money'])
  expect((await notedBackups(open.id)).some(({ last }) => last === open.log.at(-1)?.id)).toBe(true)
})

test('only backups that this machine wrote of this very project are let go', async () => {
  const id = newId<'project'>()
  const { open, clock } = await workplace(id)
  const { disk, desk } = folder()
  const stranger = backupName('River', id, Date.UTC(2020, 0, 1))
  const other = backupName('River', newId<'project'>(), Date.UTC(2020, 1, 1))
  disk.files.set(stranger, new Uint8Array([1]))
  disk.files.set(other, new Uint8Array([2]))
  for (let i = 0; i < 14; i++) {
    clock.now += backupInterval
    await writeBackup(open, 'place', desk)
  }
  expect(disk.files.has(stranger)).toBe(true)
  expect(disk.files.has(other)).toBe(true)
  expect(disk.files.size).toBe(12)
})

test('two backups within a second have two names', async () => {
  const { open } = await workplace()
  const { disk, desk } = folder()
  await Promise.all([writeBackup(open, 'place', desk), writeBackup(open, 'place', desk)])
  expect(disk.files.size).toBe(2)
  expect(await notedBackups(open.id)).toHaveLength(2)
})

test('the keeper makes a backup when one is due, and closing waits for no interval', async () => {
  const { open, clock, addCode } = await workplace()
  const { disk, desk } = folder()
  const keeper = backupKeeper(open, desk)
  await keeper.keepUp()
  expect(disk.files.size).toBe(1)
  await addCode('Money')
  clock.now += minute
  await keeper.keepUp()
  expect(disk.files.size).toBe(1)
  clock.now += backupInterval
  await keeper.keepUp()
  expect(disk.files.size).toBe(2)
  await addCode('Trust')
  await keeper.keepUp(true)
  expect(disk.files.size).toBe(3)
  expect((await notedBackups(open.id)).at(-1)?.verifiedAt).toBeUndefined()
  await keeper.keepUp(true)
  expect(disk.files.size).toBe(3)
  await keeper.keepUp()
  expect((await notedBackups(open.id)).at(-1)?.verifiedAt).toBeDefined()
})

test('trouble is told once, in a sentence that says what to do; it is told again after it was over', async () => {
  const { open, clock, addCode } = await workplace()
  const { disk, desk } = folder()
  const keeper = backupKeeper(open, desk)
  disk.state = 'gone'
  expect(await keeper.keepUp()).toContain('The folder “Stick” for backups is not there')
  expect(await keeper.keepUp()).toBeNull()
  disk.state = 'ready'
  expect(await keeper.keepUp()).toBeNull()
  disk.refuses = 'The disk is full.'
  await addCode('Money')
  clock.now += backupInterval
  expect(await keeper.keepUp()).toBe('The disk is full.')
  expect(await keeper.keepUp()).toBeNull()
  disk.state = 'gone'
  expect(await keeper.keepUp()).toContain('The folder “Stick”')
})

test('a project that was only looked at is not backed up', async () => {
  const { open, surroundings, release } = await workplace()
  const archive = await open.archive()
  await open.close()
  await release()
  await adoptArchive(archive, surroundings)
  const opened = await openProject(open.id, surroundings)
  if (!opened.ok) throw new Error(opened.problem)
  const { disk, desk } = folder()
  await backupKeeper(opened.open, desk).keepUp(true)
  expect(disk.files.size).toBe(0)
})

test('renewing leaves one fresh backup and deletes every older one of the project, remembered or not', async () => {
  const { open, clock, addCode } = await workplace()
  const { disk, desk } = folder()
  for (let i = 0; i < 3; i++) {
    clock.now += backupInterval
    await writeBackup(open, 'place', desk)
  }
  const [first = ''] = disk.files.keys()
  const fromElsewhere = backupName('River', open.id, Date.UTC(2026, 0, 1))
  disk.files.set(fromElsewhere, disk.files.get(first) ?? new Uint8Array())
  const unreadable = backupName('River', open.id, Date.UTC(2026, 0, 2))
  disk.files.set(unreadable, new Uint8Array([1, 2, 3]))
  await downloadBackup(open, { saveAs: async () => ({ ok: true, name: 'mine.qdpx', handle: null }) })
  await addCode('After')
  clock.now += minute
  const renewed = await renewBackups(open, desk)
  if (!renewed.ok) throw new Error(renewed.problem)
  expect(renewed).toMatchObject({ deleted: 4, left: ['mine.qdpx'] })
  expect([...disk.files.keys()].toSorted()).toEqual([unreadable, renewed.fresh].toSorted())
  expect(codesIn(disk.files.get(renewed.fresh ?? ''))).toEqual(['After'])
})

test('when no fresh backup can be made, renewing deletes none', async () => {
  const { open, clock } = await workplace()
  const { disk, desk } = folder()
  await writeBackup(open, 'place', desk)
  clock.now += minute
  disk.refuses = 'The disk is full.'
  expect(await renewBackups(open, desk)).toEqual({ ok: false, problem: 'The disk is full.' })
  expect(disk.files.size).toBe(1)
})

test('a download is read before it leaves and is remembered; cancelling remembers nothing', async () => {
  const { open } = await workplace()
  expect(await downloadBackup(open, { saveAs: async () => null })).toBeNull()
  expect(await notedBackups(open.id)).toEqual([])
  let given = new Uint8Array()
  const saveAs = async ({ suggestedName, bytes }: { suggestedName: string; bytes: Uint8Array }) => {
    given = new Uint8Array(bytes)
    return { ok: true as const, name: suggestedName, handle: null }
  }
  const made = await downloadBackup(open, { saveAs })
  expect(made).toMatchObject({ ok: true, backup: { folder: null } })
  expect(readProjectFile(given).ok).toBe(true)
  await downloadBackup(open, { saveAs })
  expect(await notedBackups(open.id)).toHaveLength(1)
})

test('the backups of a locked project are locked, and verified all the same', async () => {
  const { open } = await workplace()
  const cheap = { memory: 64, passes: 1, lanes: 1 }
  const keys = makeLock('river stone', (length) => crypto.getRandomValues(new Uint8Array(length)), cheap)
  holdKeys(open.id, keys)
  await noteProject(open.id, { name: 'A locked project', nameless: true })
  const { disk, desk } = folder()
  const made = await writeBackup(open, 'place', desk)
  expect(made).toMatchObject({ ok: true, backup: { verifiedAt: expect.any(Number) } })
  const [[name, bytes] = ['', new Uint8Array()]] = disk.files
  expect(name.endsWith(`.${lockedEnding}`)).toBe(true)
  expect(readBackupName(name)?.project).toBe('A locked project')
  expect(isLocked(bytes)).toBe(true)
  holdKeys(open.id, undefined)
  if (made.ok) expect((await verifyBackup(open.id, made.backup, desk, 0)).ok).toBe(false)
})
