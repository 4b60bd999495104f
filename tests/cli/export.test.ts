import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportCommand } from '../../electron/cli/export-command.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import { standardLosses } from '../../shared/exchange/standard-losses.ts'
import { archiveOf } from '../exchange/arbitrary-archive.ts'
import { withExtras } from '../exchange/rich-archive.ts'

let folder = ''
const at = (name: string) => join(folder, name)

const archive = withExtras(
  archiveOf({
    words: ['Common Ground', 'AB', 'Slow work', 'Noor', 'Maryam Haddad', 'A memo', 'What I saw', 'a note'],
    sources: [{ lines: ['I plant trees', 'and wait'], labels: 'beside' }],
    codes: ['Time'],
    codings: [[0, 2, 5, 0, false]],
  }),
  ['report', 'translation'],
)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-export-'))
  await writeFile(at('P.qdpx'), writeProjectFile(archive, { at: 1 }))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function opened(name: string) {
  const reading = readProjectFile(new Uint8Array(await readFile(at(name))))
  if (!reading.ok) throw new Error(reading.problem)
  return reading.archive
}

test('for other tools, what they do not get is listed on standard error and in JSON', async () => {
  const ran = await exportCommand.run([at('P.qdpx'), '--to', at('other.qdpx'), '--standard-only'])
  expect(ran.exit).toBe(0)
  expect(ran.messages).toContain('Not in the file')
  expect(ran.messages).toContain('  Reports: 1 – export them as documents')
  expect(ran.json).toMatchObject({ file: at('other.qdpx'), losses: standardLosses(archive) })
  expect((await opened('other.qdpx')).project.tables.report.size).toBe(0)
})

test('a shared copy has what was asked for and nothing more', async () => {
  expect((await exportCommand.run([at('P.qdpx'), '--to', at('copy.qdpx'), '--share'])).exit).toBe(0)
  const copy = await opened('copy.qdpx')
  expect([copy.changes.length, copy.originals.size]).toEqual([1, 0])
  expect(copy.project.tables.report.size).toBe(1)
  expect([...copy.project.tables.participant.values()][0]?.name).toBeUndefined()
  const parts = ['--share', '--with', 'originals,history', '--with', 'names']
  expect((await exportCommand.run([at('P.qdpx'), '--to', at('whole.qdpx'), ...parts])).exit).toBe(0)
  expect(await opened('whole.qdpx')).toEqual(archive)
})

test.each([
  [['--share', '--with', 'history'], 1, 'names behind pseudonyms'],
  [['--share', '--with', 'everything'], 2, 'earlier-texts'],
  [['--with', 'names'], 2, '--with goes with --share'],
  [['--share', '--standard-only'], 2, 'not both'],
])('%j is refused with a sentence, and nothing is written', async (options, exit, words) => {
  const ran = await exportCommand.run([at('P.qdpx'), '--to', at('no.qdpx'), ...options])
  expect([ran.exit, ran.messages?.join(' ')]).toEqual([exit, expect.stringContaining(words)])
  await expect(readFile(at('no.qdpx'))).rejects.toThrow()
})

test.each([
  ['--standard-only', 'P.qdpx'],
  ['--share', './P.qdpx'],
])('with %s the project itself is never written over', async (option, to) => {
  const before = await readFile(at('P.qdpx'))
  const ran = await exportCommand.run([at('P.qdpx'), '--to', `${folder}/${to}`, option])
  expect([ran.exit, ran.messages?.join(' ')]).toEqual([2, expect.stringContaining('Name another file')])
  expect(await readFile(at('P.qdpx'))).toEqual(before)
})

test('a look beforehand says what is left out, and writes nothing', async () => {
  const look = (...options: string[]) =>
    exportCommand.run([at('P.qdpx'), '--to', at('look.qdpx'), ...options])
  const standard = await look('--standard-only', '--preview')
  expect(standard).toMatchObject({ exit: 0, text: expect.stringContaining('  Reports: 1 – export them') })
  expect(standard.json).toMatchObject({ losses: standardLosses(archive) })
  const copy = await look('--share', '--preview')
  expect(copy.text).toMatch(/^Left out: .*changes of the history \(\d+\).*\n(?:.*\n)*Nothing was written\.$/)
  expect(copy.json).toMatchObject({ losses: [], says: [expect.stringContaining('changes of the history')] })
  expect(await look('--preview')).toMatchObject({ exit: 2 })
  await expect(readFile(at('look.qdpx'))).rejects.toThrow()
})

test('a shared copy says what it leaves out', async () => {
  const ran = await exportCommand.run([at('P.qdpx'), '--to', at('told.qdpx'), '--share', '--with', 'names'])
  const told = ran.messages?.join(' ') ?? ''
  expect(told).toContain('changes of the history')
  expect(told).not.toContain('names behind pseudonyms (')
})
