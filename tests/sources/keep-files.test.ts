import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { ListedFile } from '../../renderer/features/sources/import-choices.ts'
import { keepFiles } from '../../renderer/features/sources/keep-files.ts'
import { newlyListed } from '../../renderer/features/sources/listed-file.ts'
import { newId } from '../../renderer/platform/making.ts'
import { openHome } from '../../renderer/project/database.ts'
import { OpenProject } from '../../renderer/project/open-project.ts'
import { projectDatabase } from '../../renderer/project/stored-project.ts'
import type { WholeFile } from '../../renderer/workers/incoming-messages.ts'
import { create } from '../../shared/change/edit.ts'
import { inBrief } from '../../shared/importers/draft-summary.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import { emptyProject, sourcesInOrder } from '../../shared/model/project.ts'

/** A new project, and so many interviews read and listed; each is held whole only here. */
async function reading(count: number, turns: number) {
  const id = newId<'project'>()
  const coder = newId<'coder'>()
  const database = projectDatabase(id)
  const start = { project: emptyProject, log: [], copy: newId<'copy'>() }
  const surroundings = { newId, now: () => 1_700_000_000_000, pausing: () => () => Promise.resolve() }
  const open = new OpenProject(id, database, start, coder, surroundings)
  await open.commit({
    label: 'Begin',
    edits: [
      create('inquiry', { id, name: 'River', approach: 'codebook', madeAt: 1 }),
      create('coder', { id: coder, name: 'Ada', initials: 'AD' }),
    ],
  })
  const files: ListedFile[] = []
  const wholes: WholeFile[] = []
  for (let i = 0; i < count; i++) {
    // Everybody is in two files: they are one person.
    const text = `Asker: And then, the first time?\n${nameOf(i >> 1)}: We met by the river, ${i}.\n`.repeat(
      turns,
    )
    const bytes = new TextEncoder().encode(text)
    const name = `Interview ${i}.txt`
    const outcome = await readSource({ name, bytes })
    files.push(newlyListed(name, { hash: i.toString(16).padStart(64, '0'), outcome: inBrief(outcome) }, null))
    wholes.push({ outcome, bytes })
  }
  const whole = async (at: number) => wholes[at] ?? missing
  return { id, open, files, whole }
}

function nameOf(number: number): string {
  return `Ka${String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26))}mal`
}

const missing: WholeFile = { outcome: { ok: false, problem: 'It is gone.' }, bytes: new Uint8Array() }

async function keptTexts(id: OpenProject['id']): Promise<readonly number[]> {
  const home = openHome(id)
  const counts = await Promise.all([home.contents.count(), home.originals.count()])
  home.close()
  return counts
}

test('many files come in as one change, in their order, each person once, and go again by one undo', async () => {
  const { id, open, files, whole } = await reading(60, 40)
  const seen: number[] = []
  const keeping = { whole, onDone: (done: number) => seen.push(done), signal: new AbortController().signal }
  expect(await keepFiles(open, files, keeping)).toMatchObject({ ok: true, sources: 60 })
  expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
  expect(open.log.map(({ label }) => label)).toEqual(['Begin', 'Import 60 sources'])
  const sources = sourcesInOrder(open.project)
  expect(sources.map(({ name }) => name)).toEqual(files.map(({ draft }) => draft?.name))
  expect(Math.max(...sources.map(({ order }) => order.length))).toBeLessThan(4)
  expect(open.project.tables.participant.size).toBe(30)
  expect([...open.project.turns.values()].every((turns) => turns.length === 80)).toBe(true)
  expect(await keptTexts(id)).toEqual([60, 60])
  expect(await open.undo()).toEqual({ ok: true })
  expect([open.project.tables.source.size, open.project.tables.participant.size]).toEqual([0, 0])
})

test('an import cancelled at any file leaves neither sources nor texts', async () => {
  for (const stop of [1, 13, 29]) {
    const { id, open, files, whole } = await reading(30, 10)
    const ending = new AbortController()
    const onDone = (done: number) => {
      if (done === stop) ending.abort()
    }
    const kept = await keepFiles(open, files, { whole, onDone, signal: ending.signal })
    expect(kept).toEqual({ ok: false, problem: null })
    expect(open.project.tables.source.size).toBe(0)
    expect(open.log).toHaveLength(1)
    expect(await keptTexts(id)).toEqual([0, 0])
  }
})

test('a file that is gone when it is to come in is named, and nothing comes in', async () => {
  const { id, open, files, whole } = await reading(12, 5)
  const keeping = {
    whole: (at: number) => (at === 9 ? Promise.resolve(missing) : whole(at)),
    onDone: () => undefined,
    signal: new AbortController().signal,
  }
  const kept = await keepFiles(open, files, keeping)
  expect(kept).toMatchObject({
    ok: false,
    problem: expect.stringContaining('“Interview 9.txt”: It is gone.'),
  })
  expect(await keptTexts(id)).toEqual([0, 0])
  expect(open.log).toHaveLength(1)
})

test('what is coded while many files are put together stays beside them', async () => {
  const { open, files, whole } = await reading(40, 30)
  const slow = async (at: number) => {
    if (at === 20)
      void open.commit({
        label: 'Create code',
        edits: [create('code', { id: newId<'code'>(), name: 'Money', order: 'V' })],
      })
    return whole(at)
  }
  const keeping = { whole: slow, onDone: () => undefined, signal: new AbortController().signal }
  expect(await keepFiles(open, files, keeping)).toMatchObject({ ok: true })
  expect(open.log.map(({ label }) => label)).toEqual(['Begin', 'Create code', 'Import 40 sources'])
  expect(open.project.tables.code.size).toBe(1)
})
