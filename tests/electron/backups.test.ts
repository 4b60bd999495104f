import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backupHandlers, openBackupPlaces } from '../../electron/backups.ts'
import { backupName, readBackupName } from '../../shared/backup/backup-name.ts'
import { numbersOf } from '../../shared/backup/backup-numbers.ts'
import { backupsToDrop } from '../../shared/backup/drop-backups.ts'
import { lookIntoBackup } from '../../shared/backup/look-into-backup.ts'
import { verificationProblem } from '../../shared/backup/verify-backup.ts'
import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import { readId } from '../../shared/model/ids.ts'
import { archiveOf } from '../exchange/arbitrary-archive.ts'
import { idOf } from '../support/random-edits.ts'
import { bytesOf, temporaryFolder } from './temporary-folder.ts'

const id = idOf('project', 1)
const at = Date.UTC(2026, 10, 22, 14, 5)
const otherId = readId<'project'>('3f9a1c2e-0000-4000-8000-000000000001') ?? id
const name = backupName('Water sharing', id, at)

/** A desk whose person chooses the folder `chosen`, where there is one; `shown` are the folders it was shown. */
async function desk(chosen?: string) {
  const settings = await temporaryFolder()
  const disk = await temporaryFolder()
  const shown: string[] = []
  const start = async () => {
    const places = await openBackupPlaces(settings, async (folder) => shown.push(folder) > 0)
    return backupHandlers(async () => (chosen === undefined ? null : join(disk, chosen)), places)
  }
  return { settings, disk, shown, start, ask: await start() }
}

test('Loam’s own folder is made when it is first asked for, and its path stays here', async () => {
  const { settings, ask, start } = await desk()
  const own = await ask.backupFolder(null, false)
  expect(own).toMatchObject({ ok: true, name: 'Backups', own: true, state: 'ready' })
  expect(await readdir(settings)).toContain('Backups')
  expect(JSON.stringify(own)).not.toContain(settings)
  expect(await (await start()).backupFolder(own?.handle, false)).toEqual(own)
})

test('a chosen folder is known by its handle after a restart, and said to be gone when it is', async () => {
  const { disk, start, ask } = await desk('Stick')
  await mkdir(join(disk, 'Stick'))
  const chosen = await ask.chooseBackupFolder('Choose a folder')
  if (!chosen?.ok) throw new Error('No folder was chosen')
  expect(chosen).toMatchObject({ name: 'Stick', own: false, state: 'ready' })
  const later = await start()
  expect(await later.backupFolder(chosen.handle, false)).toEqual(chosen)
  await rm(join(disk, 'Stick'), { recursive: true })
  expect(await later.backupFolder(chosen.handle, false)).toMatchObject({ state: 'gone' })
  expect(await later.listBackups(chosen.handle)).toEqual({
    ok: false,
    problem: expect.stringContaining('“Stick”'),
  })
  expect(await later.writeBackup(chosen.handle, name, bytesOf('x'))).toMatchObject({ ok: false })
})

test('cancelling chooses nothing, and a handle never given reaches nothing', async () => {
  const { settings, ask } = await desk()
  expect(await ask.chooseBackupFolder('Choose a folder')).toBeNull()
  expect(await ask.backupFolder(settings, false)).toBeNull()
  expect(await ask.listBackups(settings)).toMatchObject({ ok: false })
  expect(await ask.readBackup(settings, name)).toBeNull()
  expect(await ask.showBackupFolder(settings)).toBe(false)
})

test('backups are written, listed with their sizes, read and deleted; other files are never seen', async () => {
  const { settings, shown, ask } = await desk()
  const folder = (await ask.backupFolder(null, false))?.handle
  await writeFile(join(settings, 'Backups', 'Thesis.docx'), 'precious')
  expect(await ask.writeBackup(folder, name, bytesOf('everything'))).toEqual({ ok: true })
  expect(await ask.listBackups(folder)).toEqual({ ok: true, files: [{ name, bytes: 10 }] })
  expect(new TextDecoder().decode((await ask.readBackup(folder, name)) ?? undefined)).toBe('everything')
  expect(await ask.deleteBackup(folder, name)).toEqual({ ok: true })
  expect(await ask.deleteBackup(folder, name)).toEqual({ ok: true })
  expect(await ask.readBackup(folder, name)).toBeNull()
  expect(await readdir(join(settings, 'Backups'))).toEqual(['Thesis.docx'])
  expect(await ask.showBackupFolder(folder)).toBe(true)
  expect(shown).toEqual([join(settings, 'Backups')])
})

test.each(['Thesis.docx', `../${name}`, `a/../../${name}`, '/etc/passwd', `${name}.part`, 7])(
  'a name that is no backup’s can be neither read nor written nor deleted: %j',
  async (other) => {
    const { ask } = await desk()
    const folder = (await ask.backupFolder(null, false))?.handle
    await expect(ask.readBackup(folder, other)).rejects.toThrow('not agreed')
    await expect(ask.writeBackup(folder, other, bytesOf('x'))).rejects.toThrow('not agreed')
    await expect(ask.deleteBackup(folder, other)).rejects.toThrow('not agreed')
  },
)

test('what is read back from the disk is verified; a file cut short there is not', async () => {
  const { settings, ask } = await desk()
  const folder = (await ask.backupFolder(null, false))?.handle
  const archive = archiveOf({
    words: ['Common Ground', 'AB', 'Slow work', 'Noor', 'Real Name', 'A memo', 'What I saw', 'a note'],
    sources: [{ lines: ['I plant trees', 'and wait'], labels: 'beside' }],
    codes: ['Time', 'Trust'],
    codings: [[0, 2, 9, 0, false]],
  })
  const bytes = writeProjectFile(archive, { at })
  await ask.writeBackup(folder, name, bytes)
  const written = {
    name,
    hash: hash(bytes),
    last: archive.changes.at(-1)?.id ?? '',
    numbers: numbersOf(archive.project, archive.changes.length),
  }
  const verify = async () => {
    const read = (await ask.readBackup(folder, name)) ?? new Uint8Array()
    return verificationProblem(written, { hash: hash(read), look: lookIntoBackup(new Uint8Array(read)) })
  }
  expect(await verify()).toBeNull()
  await truncate(join(settings, 'Backups', name), bytes.length - 100)
  expect(await verify()).toContain('is not what Loam wrote')
})

test('of backups on the disk the old ones go and those of another project stay', async () => {
  const { settings, ask } = await desk()
  const folder = (await ask.backupFolder(null, false))?.handle
  const other = backupName('Water sharing', otherId, at)
  for (let i = 0; i < 14; i++)
    await ask.writeBackup(folder, backupName('Water sharing', id, at - i * 600_000), bytesOf('x'))
  await ask.writeBackup(folder, other, bytesOf('y'))
  const listed = await ask.listBackups(folder)
  const files = listed.ok ? listed.files.map((file) => file.name) : []
  const mine = files.filter((file) => readBackupName(file)?.tag === readBackupName(name)?.tag)
  const known = mine.map((file) => ({ file, at: readBackupName(file)?.at ?? 0, verified: true }))
  for (const { file } of backupsToDrop(known, at)) await ask.deleteBackup(folder, file)
  const left = await readdir(join(settings, 'Backups'))
  expect(left).toHaveLength(11)
  expect(left).toContain(other)
  expect(left).toContain(name)
  expect(await readFile(join(settings, 'Backups', other), 'utf8')).toBe('y')
})

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
