import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importCommand } from '../../electron/cli/import-command.ts'
import { readProjectFile } from '../../shared/exchange/project-file.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-tiers-'))
  const tier = (name: string, words: readonly string[]) =>
    `"IntervalTier" "${name}" 0 3 3 ${words.map((text, i) => `${i} ${i + 1} "${text}"`).join(' ')}`
  const tiers = [
    tier('Noor', ['we had no money at all', 'then the forms came in', 'so we left them out']),
    tier('Ilse', ['nobody asked us about it', 'and we went on like that', 'until the spring came']),
    tier('comment', ['she looks at the river', 'a bus goes by outside', 'she laughs for a while']),
  ]
  await writeFile(join(folder, 'a.TextGrid'), `"ooTextFile"\n"TextGrid"\n0 3 <exists> 3\n${tiers.join('\n')}`)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function imported(...more: readonly string[]): Promise<string> {
  const out = join(folder, `speech${more.join('')}.qdpx`)
  const ran = await importCommand.run([join(folder, 'a.TextGrid'), '--out', out, ...more])
  expect(ran.exit).toBe(0)
  const reading = readProjectFile(new Uint8Array(await readFile(out)))
  if (!reading.ok) throw new Error(reading.problem)
  return [...reading.archive.contents.values()].map((content) => content.text).join('\n')
}

test('an import takes the tiers it is told to, one or several, else those that read as speech', async () => {
  const guessed = await imported()
  expect(guessed).toContain('no money')
  // A tier with the same times reads as a translation, until somebody says that it is another voice.
  expect(guessed).not.toContain('nobody asked')
  const voices = await imported('--tier', 'Noor', '--tier', 'Ilse')
  expect(voices).toContain('no money')
  expect(voices).toContain('nobody asked')
  const one = await imported('--tier', 'comment')
  expect(one).toContain('she looks at the river')
  expect(one).not.toContain('money')
  const two = await imported('--tier', 'Noor', '--tier', 'comment')
  expect(two).toContain('money')
  expect(two).toContain('she looks at the river')
  expect(two).not.toContain('nobody asked')
})
