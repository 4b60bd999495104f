import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Gesture } from '../../shared/change/change.ts'
import { update } from '../../shared/change/edit.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { applyCode } from '../../shared/commands/apply-code.ts'
import { deleteCode } from '../../shared/commands/delete-code.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Code } from '../../shared/model/entities.ts'
import { makingAt } from '../change/merge/begun-inquiry.ts'
import { loamIn } from '../support/run-loam.ts'

// Every test starts programs of its own, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let folder = ''
const loam = loamIn(() => folder)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-cli-merge-'))
  await writeFile(
    join(folder, 'talk.txt'),
    'Interviewer: How did it begin?\nNoor: We waited for the money.\nThen the elders came and we ate.',
  )
  await writeFile(join(folder, 'other.txt'), 'Interviewer: And then?\nSami: Nothing came of it.')
  await loam('import', 'talk.txt', '--out', 'base.qdpx', '--codebook', 'scaling-deep')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('what each of two copies did comes together, and the merged file is sound', async () => {
  await work('base.qdpx', 'a.qdpx', (archive) => coded(archive, 'waited for the money', 0))
  await work('base.qdpx', 'b.qdpx', (archive) => coded(archive, 'the elders came', 1))
  await loam('import', 'other.txt', '--out', 'b.qdpx', '--add')
  const ran = await loam('merge', 'base.qdpx', 'a.qdpx', 'b.qdpx', '--out', 'm.qdpx', '--json')
  expect(ran).toMatchObject({ exit: 0 })
  expect(JSON.parse(ran.out)).toMatchObject({
    conflicts: [],
    undecided: 0,
    codings: 2,
    sources: 2,

    comesIn: { source: { added: 1, changed: 0, removed: 0 }, coding: { added: 1, changed: 0, removed: 0 } },
    contents: 1,
    originals: 1,
  })
  expect(JSON.parse((await loam('check', 'm.qdpx', '--json')).out)).toEqual({ broken: [], notes: [] })
  const [a, b, m] = await Promise.all(['a.qdpx', 'b.qdpx', 'm.qdpx'].map(opened))
  const last = m?.changes.at(-1)
  expect(m?.changes.slice(0, -1)).toEqual(a?.changes)
  expect(last).toMatchObject({
    cause: { kind: 'merge' },
    parents: [b?.changes.at(-1)?.id, a?.changes.at(-1)?.id],
  })
  const again = await loam('merge', 'base.qdpx', 'm.qdpx', 'b.qdpx', '--out', 'm2.qdpx', '--json')
  expect(JSON.parse(again.out)).toMatchObject({ conflicts: [], comesIn: {}, codings: 2 })
})

test('undecided conflicts are listed and nothing is written; a preference decides them', async () => {
  await work('base.qdpx', 'a.qdpx', (archive) => described(archive, 'what mine says'))
  await work('base.qdpx', 'b.qdpx', (archive) => described(archive, 'what theirs says'))
  const merge = ['merge', 'base.qdpx', 'a.qdpx', 'b.qdpx', '--out', 'decided.qdpx', '--json']
  const undecided = await loam(...merge)
  expect(undecided.exit).toBe(1)
  const conflict = { kind: 'code', field: 'definition', mine: 'what mine says', theirs: 'what theirs says' }
  expect(JSON.parse(undecided.out)).toMatchObject({ conflicts: [conflict], undecided: 1 })
  expect(typeof JSON.parse(undecided.out).conflicts[0].base).toBe('string')
  expect(undecided.err).toContain('1 conflict is undecided, so nothing was written.')
  await expect(stat(join(folder, 'decided.qdpx'))).rejects.toThrow()
  for (const prefer of ['mine', 'theirs']) {
    const decided = await loam(...merge, '--prefer', prefer)
    expect(decided.exit).toBe(0)
    expect(JSON.parse(decided.out)).toMatchObject({ conflicts: [conflict], undecided: 0 })
    const merged = await opened('decided.qdpx')
    expect(firstCode(merged).definition).toBe(`what ${prefer} says`)
  }
})

test('a code that one copy deleted and the other used stays, once that is decided', async () => {
  await work('base.qdpx', 'a.qdpx', (archive) => coded(archive, 'the elders came', 0))
  await work('base.qdpx', 'b.qdpx', (archive) => deleteCode(archive.project, firstCode(archive).id))
  const merge = ['merge', 'base.qdpx', 'a.qdpx', 'b.qdpx', '--out', 'kept.qdpx', '--json']
  const undecided = await loam(...merge)
  expect(undecided.exit).toBe(1)
  expect(JSON.parse(undecided.out).conflicts).toMatchObject([
    { kind: 'code', field: 'deleted', theirs: null },
  ])
  const kept = await loam(...merge, '--prefer', 'theirs')
  expect(JSON.parse(kept.out)).toMatchObject({ codings: 1 })
  expect(JSON.parse((await loam('check', 'kept.qdpx', '--json')).out)).toEqual({ broken: [], notes: [] })
})

test('what another program changed in a copy comes in, and what it cannot say is not lost', async () => {
  await work('base.qdpx', 'a.qdpx', (archive) => coded(archive, 'the elders came', 1))
  const name = firstCode(await opened('base.qdpx')).name
  await rewritten('base.qdpx', 'b.qdpx', (qde) =>
    qde.replaceAll(`name="${name}"`, 'name="Renamed elsewhere"'),
  )
  const ran = await loam('merge', 'base.qdpx', 'a.qdpx', 'b.qdpx', '--out', 'foreign.qdpx', '--json')
  expect(ran.err).toContain('Another program changed this file')
  expect(JSON.parse(ran.out)).toMatchObject({ conflicts: [], codings: 1, comesIn: { code: { changed: 1 } } })
  const [base, merged] = [await opened('base.qdpx'), await opened('foreign.qdpx')]
  expect(firstCode(merged).name).toBe('Renamed elsewhere')
  expect(Object.keys(JSON.parse(ran.out).comesIn)).toEqual(['code'])
  expect(merged.project.turns).toEqual(base.project.turns)
  const swapped = await loam('merge', 'base.qdpx', 'b.qdpx', 'a.qdpx', '--out', 'swapped.qdpx', '--json')
  expect(JSON.parse(swapped.out)).toMatchObject({ conflicts: [], codings: 1 })
  expect(firstCode(await opened('swapped.qdpx')).name).toBe('Renamed elsewhere')
  expect(JSON.parse((await loam('check', 'swapped.qdpx', '--json')).out)).toEqual({ broken: [], notes: [] })
})

test('copies of the standard’s part alone merge from their common base', async () => {
  await work('base.qdpx', 'a.qdpx', (archive) => coded(archive, 'the elders came', 1))
  for (const name of ['base', 'a'])
    await loam('export', `${name}.qdpx`, '--to', `plain-${name}.qdpx`, '--standard-only')
  const name = firstCode(await opened('base.qdpx')).name
  await rewritten('plain-base.qdpx', 'plain-b.qdpx', (qde) => qde.replaceAll(`name="${name}"`, 'name="New"'))
  const files = ['plain-base.qdpx', 'plain-a.qdpx', 'plain-b.qdpx']
  const ran = await loam('merge', ...files, '--out', 'plain-m.qdpx', '--json')
  expect(JSON.parse(ran.out)).toMatchObject({ conflicts: [], codings: 1, comesIn: { code: { changed: 1 } } })
  expect(firstCode(await opened('plain-m.qdpx')).name).toBe('New')
})

test('a file in which words are blacked out for other tools is not merged over the words', async () => {
  await loam('export', 'base.qdpx', '--to', 'plain.qdpx', '--standard-only')
  const entries = unzipSync(await readFile(join(folder, 'plain.qdpx')))
  for (const [name, bytes] of Object.entries(entries))
    if (name.endsWith('.txt'))
      entries[name] = strToU8(strFromU8(bytes).replace('waited for the money', '██████ ███ ███ █████'))
  await writeFile(join(folder, 'blocks.qdpx'), zipSync(entries))
  const ran = await loam('merge', 'base.qdpx', 'base.qdpx', 'blocks.qdpx', '--out', 'over.qdpx')
  expect(ran).toMatchObject({ exit: 1, err: expect.stringContaining('“blocks.qdpx”: Words in “talk” are') })
  await expect(stat(join(folder, 'over.qdpx'))).rejects.toThrow()
})

test('a dry run says what would come in and writes nothing', async () => {
  await work('base.qdpx', 'a.qdpx', (archive) => described(archive, 'mine'))
  await work('base.qdpx', 'b.qdpx', (archive) => described(archive, 'theirs'))
  const ran = await loam('merge', 'base.qdpx', 'a.qdpx', 'b.qdpx', '--dry-run', '--json')
  expect(ran.exit).toBe(0)
  expect(JSON.parse(ran.out)).toMatchObject({ undecided: 1, codings: 0 })
})

test('wrong usage and files that are no projects are said in a line', async () => {
  expect(await loam('merge', 'base.qdpx', 'a.qdpx')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('Name three project files'),
  })
  expect(await loam('merge', 'base.qdpx', 'a.qdpx', 'b.qdpx')).toMatchObject({ exit: 2 })
  expect(
    await loam('merge', 'base.qdpx', 'a.qdpx', 'b.qdpx', '--out', 'm.qdpx', '--prefer', 'ours'),
  ).toMatchObject({ exit: 2, err: expect.stringContaining('--prefer is mine or theirs.') })
  expect(await loam('merge', 'base.qdpx', 'talk.txt', 'a.qdpx', '--out', 'x.qdpx', '--json')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('“talk.txt”'),
  })
})

async function opened(name: string): Promise<Archive> {
  const reading = readProjectFile(await readFile(join(folder, name)))
  if (!reading.ok) throw new Error(reading.problem)
  return reading.archive
}

/** Does one thing to a copy and keeps it under another name. */
async function work(from: string, to: string, act: (archive: Archive) => Gesture | null): Promise<void> {
  const archive = await opened(from)
  const gesture = act(archive)
  if (!gesture) throw new Error('Nothing was done')
  const worked = { ...archive, ...recordGesture(gesture, archive, makingAt(to)) }
  await writeFile(join(folder, to), writeProjectFile(worked, { at: 0 }))
}

async function rewritten(from: string, to: string, rewrite: (qde: string) => string): Promise<void> {
  const entries = unzipSync(await readFile(join(folder, from)))
  const qde = strFromU8(entries['project.qde'] ?? new Uint8Array())
  const now = rewrite(qde)
  if (now === qde) throw new Error('Nothing was rewritten')
  await writeFile(join(folder, to), zipSync({ ...entries, 'project.qde': strToU8(now) }))
}

function firstCode({ project }: Archive): Code {
  const code = [...project.tables.code.values()].find((each) => each.codable !== false && each.definition)
  if (!code) throw new Error('There is no code')
  return code
}

function described(archive: Archive, definition: string): Gesture {
  return { label: 'Describe', edits: [update('code', firstCode(archive), { definition })] }
}

function coded(archive: Archive, words: string, nth: number): Gesture | null {
  const { project, contents } = archive
  const [source] = project.tables.source.values()
  const codes = [firstCode(archive), ...project.tables.code.values()].filter((each) => each.codable !== false)
  const code = [...new Set(codes)][nth]
  const [coder] = project.tables.coder.values()
  const text = source && contents.get(source.content)?.text
  if (!source || !code || !coder || text === undefined)
    throw new Error('The project lacks what the test needs')
  const start = text.indexOf(words)
  const spans = [{ start, end: start + words.length }]
  const making = { ...makingAt(words), by: coder.id }
  return applyCode(project, { source: source.id, text, spans }, [code.id], making)
}
