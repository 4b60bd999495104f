import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { loamIn } from '../support/run-loam.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let folder = ''
const loam = loamIn(() => folder)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-translation-'))
  await writeFile(
    join(folder, 'Interview 03.txt'),
    'Interviewer: ¿Y luego?\n\nNoor: Esperamos.\n\nInterviewer: Gracias.\n\nNoor: De nada.\n',
  )
  await writeFile(
    join(folder, 'english.txt'),
    'I: And then?\n\nN: We wait.\n\nI: Thank you.\n\nN: You are welcome.\n',
  )
  await loam('import', 'Interview 03.txt', '--out', 'P.qdpx')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const named = ['--language', 'English', '--translator', 'R. Okafor'] as const

test('a translation is added to its source, said in numbers, and checked; words and turns stay as they were', async () => {
  const before = JSON.parse((await loam('inspect', 'P.qdpx', '--json')).out)
  const ran = await loam(
    'import',
    'english.txt',
    '--out',
    'P.qdpx',
    '--add',
    '--translation-of',
    'Interview 03',
    ...named,
    '--json',
  )
  expect(ran).toMatchObject({ exit: 0, err: '' })
  expect(JSON.parse(ran.out)).toEqual({
    source: 'Interview 03',
    language: 'English',
    translator: 'R. Okafor',
    pairs: '4 of 4 turns paired',
  })
  const reading = readProjectFile(new Uint8Array(await readFile(join(folder, 'P.qdpx'))))
  if (!reading.ok) throw new Error(reading.problem)
  const [translation] = [...reading.archive.project.tables.translation.values()]
  expect(translation).toMatchObject({ language: 'English', original: { name: 'english.txt' } })
  expect(translation && reading.archive.contents.get(translation.content)?.text).toBe(
    'And then?\nWe wait.\nThank you.\nYou are welcome.',
  )
  expect(JSON.parse((await loam('check', 'P.qdpx', '--json')).out)).toEqual({ broken: [], notes: [] })
  expect(JSON.parse((await loam('inspect', 'P.qdpx', '--json')).out).sources).toEqual(before.sources)
})

test.each([
  [['--translation-of', 'Interview 03', ...named], 2, '--translation-of goes with --add'],
  [
    ['--add', '--translation-of', 'Interview 03', '--language', 'English'],
    2,
    'needs its --language and its --translator',
  ],
  [['--add', ...named], 2, 'go with --translation-of'],
  [['--add', '--translation-of', 'Interview 99', ...named], 1, 'There is no source “Interview 99”'],
] as const)('what is missing is said: %j', async (args, exit, words) => {
  const ran = await loam('import', 'english.txt', '--out', 'P.qdpx', ...args)
  expect(ran.exit).toBe(exit)
  expect(ran.err).toContain(words)
})
