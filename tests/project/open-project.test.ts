import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { OpenProject } from '../../renderer/project/open-project.ts'
import { type ProjectDatabase, projectDatabase } from '../../renderer/project/stored-project.ts'
import { create, remove } from '../../shared/change/edit.ts'
import type { Inquiry } from '../../shared/model/entities.ts'
import { type Id, type NewId, readId } from '../../shared/model/ids.ts'
import { emptyProject } from '../../shared/model/project.ts'
import { plainProject } from '../support/plain-project.ts'
import { codingOn, contentOf, idOf } from '../support/random-edits.ts'

let count = 0
const newId: NewId = <K extends string>(): Id<K> => {
  count++
  const id = readId<K>(`ffffffff-0000-4000-8000-${String(count).padStart(12, '0')}`)
  if (!id) throw new Error('Not an identity')
  return id
}
const surroundings = { newId, now: () => 1_700_000_000_000 }
const coder = idOf<'coder'>('coder', 1)

afterEach(() => vi.restoreAllMocks())

/** A new project with an inquiry, a coder, a source of two turns and one code. */
async function begun(): Promise<{ readonly open: OpenProject; readonly database: ProjectDatabase }> {
  const id = newId<'project'>()
  const database = projectDatabase(id)
  const open = new OpenProject(
    id,
    database,
    { project: emptyProject, log: [], copy: newId() },
    coder,
    surroundings,
  )
  const inquiry: Inquiry = { id, name: 'River', approach: 'codebook', madeAt: 1 }
  const source = idOf<'source'>('source', 0)
  await open.keep([{ hash: contentOf(0), text: 'No grant covers the first year.' }], [])
  await open.commit({
    label: 'Begin',
    edits: [
      create('inquiry', inquiry),
      create('coder', { id: coder, name: 'Ada', initials: 'AD' }),
      create('source', {
        id: source,
        name: 'Interview 1',
        kind: 'interview',
        status: 'not started',
        content: contentOf(0),
        firstContent: contentOf(0),
        words: 6,
        format: 'Plain text',
        importedAt: 1,
        order: 'V',
      }),
      create('turn', { id: idOf('turn', 0), source, label: 0, start: 0, end: 31 }),
      create('code', { id: idOf('code', 0), name: 'Funding', order: 'V' }),
    ],
  })
  return { open, database }
}

async function reopened(open: OpenProject): Promise<OpenProject> {
  await open.close()
  const database = projectDatabase(open.id)
  const loaded = await database.load()
  return new OpenProject(
    open.id,
    database,
    { ...loaded, copy: loaded.copy ?? open.copy },
    coder,
    surroundings,
  )
}

test('a project reopens as it was left, with its log', async () => {
  const { open } = await begun()
  await open.commit({ label: 'Code passage with Funding', edits: [create('coding', codingOn(0, 'x'))] })
  const before = plainProject(open.project)
  const again = await reopened(open)
  expect(plainProject(again.project)).toEqual(before)
  expect(again.log.map((change) => change.label)).toEqual(['Begin', 'Code passage with Funding'])
  await again.loadTexts()
  expect(again.text(contentOf(0))).toBe('No grant covers the first year.')
})

test('undo and redo go through restarts, back to before the very first change', async () => {
  const { open } = await begun()
  await open.commit({ label: 'Code', edits: [create('coding', codingOn(0, 'x'))] })
  const coded = plainProject(open.project)
  const second = await reopened(open)
  expect(await second.undo()).toEqual({ ok: true })
  expect(second.project.codings.size).toBe(0)
  const third = await reopened(second)
  expect(await third.redo()).toEqual({ ok: true })
  expect(plainProject(third.project)).toEqual(coded)
  await third.undo()
  await third.undo()
  expect(plainProject(third.project)).toEqual(plainProject(emptyProject))
  expect(await third.undo()).toBeNull()
})

test('the status reads saved only once the database says so', async () => {
  const { open, database } = await begun()
  let finish = () => {}
  vi.spyOn(database, 'write').mockImplementationOnce(() => new Promise((done) => (finish = done)))
  const committed = open.commit({ label: 'Code', edits: [create('coding', codingOn(0, 'x'))] })
  expect(open.project.codings.size).toBe(1)
  await Promise.resolve()
  expect(open.saveState.kind).toBe('saving')
  await vi.waitUntil(() => vi.mocked(database.write).mock.calls.length > 0)
  finish()
  await committed
  expect(open.saveState.kind).toBe('saved')
})

test('a refused write takes memory back to what is durable and says so; what follows it goes back too', async () => {
  const { open, database } = await begun()
  const before = open.project
  vi.spyOn(database, 'write').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'))
  const first = open.commit({ label: 'Code', edits: [create('coding', codingOn(0, 'x'))] })
  const second = open.commit({
    label: 'Code',
    edits: [create('coding', { ...codingOn(2, 'y'), code: idOf('code', 0) })],
  })
  expect(await first).toMatchObject({ ok: false, problem: expect.stringContaining('full') })
  expect(await second).toMatchObject({ ok: false })
  expect(open.project).toBe(before)
  expect(open.log).toHaveLength(1)
  expect(open.saveState).toMatchObject({ kind: 'failed' })
  expect(await open.commit({ label: 'Code', edits: [create('coding', codingOn(0, 'z'))] })).toEqual({
    ok: true,
  })
  expect(open.saveState.kind).toBe('saved')
})

test('a gesture that would leave a coding without its code is stopped before anything is kept', async () => {
  const { open } = await begun()
  await open.commit({ label: 'Code', edits: [create('coding', codingOn(0, 'x'))] })
  const code = open.project.tables.code.get(idOf('code', 0))
  if (!code) throw new Error('The code is missing')
  expect(() => open.commit({ label: 'Delete Funding', edits: [remove('code', code)] })).toThrow(
    'names a code that is not there',
  )
  expect(open.project.tables.code.size).toBe(1)
})

test('every transaction asks for strict durability', async () => {
  const asked: unknown[] = []
  const original = IDBDatabase.prototype.transaction
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    names,
    mode,
    options,
  ) {
    if (mode === 'readwrite') asked.push(options)
    return original.call(this, names, mode, options)
  })
  await begun()
  expect(asked.length).toBeGreaterThan(0)
  for (const options of asked) expect(options).toMatchObject({ durability: 'strict' })
})

test('texts of an import that never came to an end are swept when the project opens', async () => {
  const { open } = await begun()
  await open.keep([{ hash: contentOf(7), text: 'left behind' }], [])
  const again = await reopened(open)
  await again.loadTexts()
  expect(again.text(contentOf(7))).toBeUndefined()
  expect(again.text(contentOf(0))).toBeDefined()
})
