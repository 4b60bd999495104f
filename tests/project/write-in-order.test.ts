import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { OpenProject } from '../../renderer/project/open-project.ts'
import { projectDatabase } from '../../renderer/project/stored-project.ts'
import { create } from '../../shared/change/edit.ts'
import { replay } from '../../shared/change/replay.ts'
import { plainProject } from '../support/plain-project.ts'
import { codingOn, idOf } from '../support/random-edits.ts'
import { begun, coder, newId, reopened, surroundings } from './river.ts'

afterEach(() => vi.restoreAllMocks())

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

test('a listener that commits at once is written after the change it heard of', async () => {
  const { open, database } = await begun()
  const write = vi.spyOn(database, 'write')
  const second = create('coding', { ...codingOn(2, 'y'), code: idOf('code', 0) })
  let heard: Promise<unknown> | null = null
  open.subscribe(() => {
    heard ??= open.commit({ label: 'Second', edits: [second] })
  })
  await open.commit({ label: 'First', edits: [create('coding', codingOn(0, 'x'))] })
  expect(await heard).toEqual({ ok: true })
  expect(write.mock.calls.map(([change]) => change.label)).toEqual(['First', 'Second'])
  expect(open.saveState.kind).toBe('saved')
  const before = plainProject(open.project)
  const again = await reopened(open)
  expect(again.log.map(({ label }) => label)).toEqual(['Begin', 'First', 'Second'])
  expect(plainProject(again.project)).toEqual(before)
})

test('a listener that fails stops neither this writing nor the next', async () => {
  const { open } = await begun()
  const stop = open.subscribe(() => {
    throw new Error('A view could not draw')
  })
  expect(() => open.commit({ label: 'First', edits: [create('coding', codingOn(0, 'x'))] })).toThrow('draw')
  await open.settled()
  stop()
  const second = create('coding', { ...codingOn(2, 'y'), code: idOf('code', 0) })
  expect(await open.commit({ label: 'Second', edits: [second] })).toEqual({ ok: true })
  const again = await reopened(open)
  expect(again.log.map(({ label }) => label)).toEqual(['Begin', 'First', 'Second'])
})

test('a file written while changes come in holds a project and the log that leads to it', async () => {
  const { open, database } = await begun()
  const second = create('coding', { ...codingOn(2, 'y'), code: idOf('code', 0) })
  const changes = database.changes
  vi.spyOn(database, 'changes').mockImplementationOnce(async () => {
    const read = await changes()
    await open.commit({ label: 'Meanwhile', edits: [second] })
    return read
  })
  const archive = await open.archive()
  expect(archive.changes).toHaveLength(1)
  expect(plainProject(replay(archive.changes))).toEqual(plainProject(archive.project))
  expect(open.log).toHaveLength(2)
})

test('what is committed while the project closes is written before it is closed; afterwards it is refused', async () => {
  const { open } = await begun()
  const first = open.commit({ label: 'First', edits: [create('coding', codingOn(0, 'x'))] })
  const closing = open.close()
  const second = create('coding', { ...codingOn(2, 'y'), code: idOf('code', 0) })
  const late = first.then(() => open.commit({ label: 'Second', edits: [second] }))
  await closing
  expect(await late).toEqual({ ok: true })
  const after = {
    label: 'Third',
    edits: [create('code', { id: idOf('code', 4), name: 'Late', order: 'W' })],
  }
  expect(await open.commit(after)).toMatchObject({ ok: false, problem: expect.stringContaining('closed') })
  expect((await projectDatabase(open.id).load()).log).toHaveLength(3)
})

test('a window whose log is no longer the one on disk writes nothing over it', async () => {
  const { open } = await begun()
  const other = projectDatabase(open.id)
  const elsewhere = new OpenProject(
    open.id,
    other,
    { ...(await other.load()), copy: newId() },
    coder,
    surroundings,
  )
  await elsewhere.commit({ label: 'Elsewhere', edits: [create('coding', codingOn(0, 'x'))] })
  const mine = create('coding', { ...codingOn(2, 'y'), code: idOf('code', 0) })
  expect(await open.commit({ label: 'Here', edits: [mine] })).toMatchObject({ ok: false })
  await other.fill({ ...(await elsewhere.archive()), changes: [] }, newId())
  expect(await open.commit({ label: 'Here', edits: [mine] })).toMatchObject({ ok: false })
  expect((await other.load()).log).toEqual([])
})
