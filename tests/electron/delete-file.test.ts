import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteKnownFile } from '../../electron/delete-file.ts'
import { projectFilesIn } from '../../electron/file-association.ts'
import { openRecentFiles } from '../../electron/recent-files.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-delete-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('a project file that is known is deleted; one that is gone counts as deleted', async () => {
  const recent = await openRecentFiles(join(folder, 'recent.json'))
  const path = join(folder, 'River.qdpx')
  await writeFile(path, 'zip')
  const handle = await recent.remember(path)
  expect(await deleteKnownFile(handle, recent)).toEqual({ ok: true })
  await expect(readFile(path)).rejects.toThrow()
  expect(await deleteKnownFile(handle, recent)).toEqual({ ok: true })
})

test('nothing but project files is deleted, and nothing that was never chosen', async () => {
  const recent = await openRecentFiles(join(folder, 'recent.json'))
  const path = join(folder, 'Interview.docx')
  await writeFile(path, 'words')
  expect(await deleteKnownFile(await recent.remember(path), recent)).toMatchObject({ ok: false })
  expect(await readFile(path, 'utf8')).toBe('words')
  expect(await deleteKnownFile('a guess', recent)).toMatchObject({ ok: false })
})

test('the system may hand over locked project files too', () => {
  expect(projectFilesIn(['loam', '--flag', 'A.qdpx', 'B.loam-locked', 'C.txt'], '/home')).toEqual([
    '/home/A.qdpx',
    '/home/B.loam-locked',
  ])
})
