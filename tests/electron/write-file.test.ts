import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type WritingSteps, writeFileWhole } from '../../electron/write-file.ts'
import { bytesOf, temporaryFolder } from './temporary-folder.ts'

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))
const writing: WritingSteps['write'] = (path, bytes) => writeFile(path, bytes)

test('a file is written whole, with nothing left beside it', async () => {
  const folder = await temporaryFolder()
  expect(await writeFileWhole(join(folder, 'a.qdpx'), bytesOf('new'))).toEqual({ ok: true })
  expect(await readFile(join(folder, 'a.qdpx'), 'utf8')).toBe('new')
  expect(await readdir(folder)).toEqual(['a.qdpx'])
})

test('a file written again keeps who may read it', async () => {
  const path = join(await temporaryFolder(), 'a.qdpx')
  await writeFile(path, 'old')
  await chmod(path, 0o640)
  expect(await writeFileWhole(path, bytesOf('new'))).toEqual({ ok: true })
  expect((await stat(path)).mode & 0o777).toBe(0o640)
})

test('a link stays a link, and the file it points to is written', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'there'))
  await writeFile(join(folder, 'there/a.qdpx'), 'old')
  await symlink(join(folder, 'there/a.qdpx'), join(folder, 'a.qdpx'))
  await writeFileWhole(join(folder, 'a.qdpx'), bytesOf('new'))
  expect((await lstat(join(folder, 'a.qdpx'))).isSymbolicLink()).toBe(true)
  expect(await readFile(join(folder, 'there/a.qdpx'), 'utf8')).toBe('new')
})

test.each([
  ['renaming', { write: writing, rename: failing('EBUSY') }],
  [
    'the middle of writing',
    {
      write: async (path: string, bytes: Uint8Array) => {
        await writeFile(path, bytes.subarray(0, 2))
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      },
      rename: failing('never reached'),
    },
  ],
])('a failure in %s leaves the old file and nothing beside it', async (_where, steps) => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'a.qdpx'), 'old')
  const outcome = await writeFileWhole(join(folder, 'a.qdpx'), bytesOf('new'), steps)
  expect(outcome.ok).toBe(false)
  expect(await readFile(join(folder, 'a.qdpx'), 'utf8')).toBe('old')
  expect(await readdir(folder)).toEqual(['a.qdpx'])
})

test('what is broken off leaves the old file and nothing beside it', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'a.qdpx'), 'old')
  const breaking = new AbortController()
  breaking.abort()
  const outcome = await writeFileWhole(join(folder, 'a.qdpx'), bytesOf('new'), undefined, breaking.signal)
  expect(outcome).toEqual({ ok: false, problem: expect.stringContaining('it was broken off') })
  expect(await readFile(join(folder, 'a.qdpx'), 'utf8')).toBe('old')
  expect(await readdir(folder)).toEqual(['a.qdpx'])
})

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EACCES', 'you may not write in this folder'],
  ['EROFS', 'this disk can only be read'],
  ['EBUSY', 'another program has the file open'],
  ['EWHATEVER', 'the system refused to write it'],
])('%s is said in words that name the file', async (code, words) => {
  const path = join(await temporaryFolder(), 'Ardal inquiry.qdpx')
  const outcome = await writeFileWhole(path, bytesOf('new'), { write: failing(code), rename: failing(code) })
  expect(outcome).toEqual({
    ok: false,
    problem: expect.stringContaining(`“Ardal inquiry.qdpx” was not saved: ${words}`),
  })
})

test('a folder that is gone is said in words', async () => {
  const outcome = await writeFileWhole(join(await temporaryFolder(), 'gone', 'a.qdpx'), bytesOf('new'))
  expect(outcome).toEqual({ ok: false, problem: expect.stringContaining('the folder is not there') })
})

test('a folder in the file’s place is left alone', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'a.qdpx'))
  const outcome = await writeFileWhole(join(folder, 'a.qdpx'), bytesOf('new'))
  expect(outcome.ok).toBe(false)
  expect(await readdir(folder)).toEqual(['a.qdpx'])
})
