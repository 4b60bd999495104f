import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { applyCode } from '../../shared/commands/apply-code.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import { counting } from '../exchange/arbitrary-archive.ts'
import { loamIn } from '../support/run-loam.ts'

// Every test starts programs of its own, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let folder = ''
const loam = loamIn(() => folder)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-cli-correct-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('a better version of a file corrects its source, and the codings on it stay', async () => {
  const first = longTranscript('The fundng was scarse in the first year.')
  await writeFile(join(folder, 'talk 1.txt'), first)
  await loam('import', 'talk 1.txt', '--out', 'better.qdpx', '--codebook', 'scaling-deep')
  await codeWords('better.qdpx', 'scarse in the first year')
  await writeFile(
    join(folder, 'talk 1 (corrected).txt'),
    longTranscript('The funding was scarce in the first year.'),
  )
  await writeFile(join(folder, 'talk 1 v2.txt'), `${first}\nNoor: And one thing more.`)
  const ran = await loam(
    'import',
    'talk 1 (corrected).txt',
    '--out',
    'better.qdpx',
    '--add',
    '--correct',
    '--json',
  )
  expect(ran).toMatchObject({ exit: 0 })
  expect(ran.err).toContain('“talk 1 (corrected).txt” corrected “talk 1”: 1 coding with changed words.')
  expect(JSON.parse(ran.out)).toMatchObject({
    sources: [{ name: 'talk 1' }],
    codings: 1,
    corrections: [
      {
        file: 'talk 1 (corrected).txt',
        source: 'talk 1',
        codings: { unchanged: 0, changed: 1, gone: 0 },
        turns: { added: 0, removed: 0 },
      },
    ],
  })
  expect(JSON.parse((await loam('check', 'better.qdpx', '--json')).out)).toEqual({ broken: [], notes: [] })
  const beside = await loam('import', 'talk 1 v2.txt', '--out', 'better.qdpx', '--add', '--json')
  expect(beside.err).toContain('looks like a better version of “talk 1” and came in as a new source')
  expect(JSON.parse(beside.out).sources).toHaveLength(2)
  expect(JSON.parse(beside.out).corrections).toBeUndefined()
})

function longTranscript(answer: string): string {
  const filler = Array.from(
    { length: 12 },
    (_, i) => `Round ${i} was about waiting, number ${i * 7} of many.`,
  )
  return [
    'Interviewer: How did it begin for you?',
    `Noor: ${answer} ${filler.slice(0, 6).join(' ')}`,
    'Interviewer: What came then?',
    `Noor: ${filler.slice(6).join(' ')}`,
  ].join('\n')
}

test('correcting without a project to add to is wrong usage', async () => {
  const ran = await loam('import', 'talk 1.txt', '--out', 'other.qdpx', '--correct')
  expect(ran).toMatchObject({ exit: 2, err: expect.stringContaining('--correct goes with --add') })
})

/** Tags words of the project's only source with its first code. */
async function codeWords(name: string, words: string): Promise<void> {
  const reading = readProjectFile(await readFile(join(folder, name)))
  if (!reading.ok) throw new Error(reading.problem)
  const { archive } = reading
  const [source] = archive.project.tables.source.values()
  const code = [...archive.project.tables.code.values()].find((each) => each.codable !== false)
  const [coder] = archive.project.tables.coder.values()
  const text = source && archive.contents.get(source.content)?.text
  if (!source || !code || !coder || text === undefined)
    throw new Error('The project lacks what the test needs')
  const newId = counting()
  const making = { newId, at: 0, by: coder.id, copy: newId<'copy'>() }
  const start = text.indexOf(words)
  const spans = [{ start, end: start + words.length }]
  const gesture = applyCode(archive.project, { source: source.id, text, spans }, [code.id], making)
  if (!gesture) throw new Error('Nothing was coded')
  const coded = { ...archive, ...recordGesture(gesture, archive, making) }
  await writeFile(join(folder, name), writeProjectFile(coded, { at: 0 }))
}
