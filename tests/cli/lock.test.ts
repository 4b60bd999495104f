import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isLocked } from '../../shared/lock/lock-facts.ts'
import { loamIn } from '../support/run-loam.ts'

const sample = resolve('sample-data/sample.qdpx')
const passphrase = 'vier Wörter für uns'
let folder = ''
const loam = loamIn(() => folder, { LOAM_PASSPHRASE: '' })
const loamKnowing = loamIn(() => folder, { LOAM_PASSPHRASE: passphrase })
const loamMistaken = loamIn(() => folder, { LOAM_PASSPHRASE: 'something else' })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-lock-'))
  await writeFile(at('passphrase.txt'), `${passphrase}\r\nnot this line\n`)
  const locked = await loamKnowing('export', sample, '--to', 'P.loam-locked')
  expect(locked).toMatchObject({ exit: 0 })
}, 60_000)

afterAll(() => rm(folder, { recursive: true }))

function at(name: string): string {
  return join(folder, name)
}

test('a project exported as a locked file is unreadable, and the same project again with the passphrase', async () => {
  const bytes = await readFile(at('P.loam-locked'))
  expect(isLocked(bytes)).toBe(true)
  expect(bytes.includes('project.qde')).toBe(false)
  const plain = await loam('inspect', sample, '--json')
  const locked = await loamKnowing('inspect', 'P.loam-locked', '--json')
  expect(JSON.parse(locked.out)).toEqual(JSON.parse(plain.out))
  const file = ['--passphrase-file', 'passphrase.txt']
  const checked = await loam('check', ...file, 'P.loam-locked')
  expect(checked).toMatchObject({ exit: 0, out: 'Every rule holds.\n' })
}, 60_000)

test('without the passphrase, or with another one, one sentence says so and nothing is written', async () => {
  for (const run of [loam, loamMistaken]) {
    const ran = await run('export', 'P.loam-locked', '--to', 'no.csv')
    expect(ran).toMatchObject({ exit: 1, out: '' })
    expect(ran.err.trim().split('\n')).toEqual([expect.stringContaining('“P.loam-locked”: It is locked')])
  }
  await expect(readFile(at('no.csv'))).rejects.toThrow()
  const unlocked = await loam('export', sample, '--to', 'Q.loam-locked')
  expect(unlocked).toMatchObject({ exit: 1, err: expect.stringContaining('needs a passphrase') })
  await expect(readFile(at('Q.loam-locked'))).rejects.toThrow()
}, 60_000)

test('a file of a passphrase that is not there, or not named, is said plainly', async () => {
  const gone = await loam('inspect', 'P.loam-locked', '--passphrase-file', 'gone.txt')
  expect(gone).toMatchObject({ exit: 1, err: expect.stringContaining('“gone.txt” could not be opened') })
  const unnamed = await loam('inspect', 'P.loam-locked', '--passphrase-file')
  expect(unnamed).toMatchObject({ exit: 2, err: expect.stringContaining('--passphrase-file FILE') })
})

test('a damaged locked file is told from a wrong passphrase', async () => {
  const bytes = await readFile(at('P.loam-locked'))
  await writeFile(at('short.loam-locked'), bytes.subarray(0, bytes.length - 5))
  const ran = await loamKnowing('inspect', 'short.loam-locked')
  expect(ran).toMatchObject({ exit: 1, err: expect.stringContaining('damaged or was cut short') })
}, 60_000)

test('transcripts are added to a locked project, which stays locked', async () => {
  await writeFile(at('Interview.txt'), 'Noor: The ferry comes when it wants to.\nInterviewer: And then?\n')
  const file = ['--passphrase-file', 'passphrase.txt']
  const added = await loam('import', 'Interview.txt', '--add', '--out', 'P.loam-locked', ...file, '--json')
  expect(added).toMatchObject({ exit: 0 })
  const bytes = await readFile(at('P.loam-locked'))
  expect(isLocked(bytes)).toBe(true)
  const inspected = await loam('inspect', 'P.loam-locked', '--json', ...file)
  expect(JSON.parse(inspected.out).sources.map(({ name }: { name: string }) => name)).toContain('Interview')
}, 60_000)

test('a lost passphrase is said to be final, and what is written readable is said to be so', async () => {
  const locked = await loamKnowing('export', 'P.loam-locked', '--to', 'R.loam-locked')
  expect(locked).toMatchObject({
    exit: 0,
    err: expect.stringContaining('nobody opens “R.loam-locked” again'),
  })
  const readable = await loamKnowing('export', 'P.loam-locked', '--to', 'R.csv')
  expect(readable).toMatchObject({ exit: 0, err: expect.stringContaining('without the passphrase') })
}, 120_000)

test('a passphrase that is too short, or a file without one, locks nothing', async () => {
  await writeFile(at('short.txt'), 'abc\n')
  await writeFile(at('nothing.txt'), '\n')
  const locking = (file: string) => loam('export', sample, '--to', 'S.loam-locked', '--passphrase-file', file)
  expect(await locking('short.txt')).toMatchObject({ exit: 1, err: expect.stringContaining('8 characters') })
  expect(await locking('nothing.txt')).toMatchObject({ exit: 1, err: expect.stringContaining('is empty') })
  await expect(readFile(at('S.loam-locked'))).rejects.toThrow()
}, 120_000)

test('a passphrase is read from a file as PowerShell writes it', async () => {
  await writeFile(at('wide.txt'), `\ufeff${passphrase}\r\n`, 'utf16le')
  expect(await loam('inspect', 'P.loam-locked', '--passphrase-file', 'wide.txt')).toMatchObject({ exit: 0 })
}, 120_000)

test('a locked project stays locked after somebody was erased', async () => {
  const gone = ['erase', 'P.loam-locked', '--participant', 'Nadia', '--out', 'E.loam-locked']
  expect(await loamKnowing(...gone)).toMatchObject({ exit: 0 })
  expect(isLocked(await readFile(at('E.loam-locked')))).toBe(true)
  const left = await loamKnowing('inspect', 'E.loam-locked')
  expect(left.out).toContain('Bram')
  expect(left.out).not.toContain('Nadia')
}, 120_000)
