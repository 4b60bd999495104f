import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { SearchDocument } from '../../shared/cli.ts'
import { loamIn } from '../support/run-loam.ts'

// Every test starts programs of its own, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let folder = ''
const loam = loamIn(() => folder)
const river =
  'Interviewer: Did trust matter?\nNoor: Trust came first. We trusted the river, José said.\nInterviewer: And?\nNoor: Money came late.'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-cli-search-'))
  await writeFile(join(folder, 'river.txt'), river)
  await writeFile(
    join(folder, 'weir.txt'),
    'Interviewer: And you?\nSami: Nobody asked us.\nInterviewer: No?\nSami: No, never.',
  )
  await loam('import', 'river.txt', 'weir.txt', '--out', 'p.qdpx')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function found(...args: string[]): Promise<SearchDocument> {
  const ran = await loam('search', 'p.qdpx', ...args, '--json')
  expect(ran.exit).toBe(0)
  return JSON.parse(ran.out)
}

test('what participants say is found, with its place, who says it, and in how many sources of how many', async () => {
  const document = await found('trust')
  expect(document).toMatchObject({ query: 'trust', voices: 'participants', sources: { found: 1, of: 2 } })
  expect(
    document.hits.map(({ text, participant, citation, sentence }) => [text, participant, citation, sentence]),
  ).toEqual([
    ['Trust', 'Noor', 'P01 ¶2', 'Trust came first.'],
    ['trust', 'Noor', 'P01 ¶2', 'We trusted the river, José said.'],
  ])
  for (const { start, end, text } of document.hits) expect(river.slice(start, end)).toBe(text)
})

test('a query is read as in the window: phrases, beginnings, others, words to leave out, expressions', async () => {
  const places = async (...args: string[]) => (await found(...args)).hits.map(({ text }) => text)
  expect(await places('"trusted the river"')).toEqual(['trusted the river'])
  expect(await places('trust', '--whole-word')).toEqual(['Trust'])
  expect(await places('mon* OR nobody')).toEqual(['Money', 'Nobody'])
  expect(await places('trust -river')).toEqual([])
  expect(await places('jose')).toEqual(['José'])
  expect(await places('jose', '--accents')).toEqual([])
  expect(await places('Trust', '--match-case')).toEqual(['Trust'])
  expect(await places('tr[a-z]+ed', '--regex')).toEqual(['trusted'])
})

test('interviewers are heard only when everyone is asked for, and count for nobody', async () => {
  const { hits, voices } = await found('matter', '--everyone')
  expect(voices).toBe('everyone')
  expect(hits).toMatchObject([{ text: 'matter', participant: null, citation: null }])
  expect((await found('matter')).hits).toEqual([])
})

test('for a person it prints sentences under their sources, and says when there is nothing', async () => {
  expect((await loam('search', 'p.qdpx', 'money')).out).toBe(
    'river\n  Noor, P01 ¶4: Money came late.\n1 place in 1 of 2 sources\n',
  )
  expect((await loam('search', 'p.qdpx', 'harbour')).out).toBe('0 places in 0 of 2 sources\n')
})
