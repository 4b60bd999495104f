import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { openHome } from '../../renderer/project/database.ts'
import { unpackHeaders } from '../../renderer/project/header-columns.ts'
import { OpenProject } from '../../renderer/project/open-project.ts'
import { type ProjectDatabase, projectDatabase } from '../../renderer/project/stored-project.ts'
import type { Change, Edit } from '../../shared/change/change.ts'
import { create, remove } from '../../shared/change/edit.ts'
import { replay } from '../../shared/change/replay.ts'
import type { Inquiry, Source } from '../../shared/model/entities.ts'
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
const coder = idOf('coder', 1)

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
  const source = idOf('source', 0)
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

test('undo and redo go through restarts, back to what the project began with and no further', async () => {
  const { open } = await begun()
  const start = plainProject(open.project)
  await open.commit({ label: 'Code', edits: [create('coding', codingOn(0, 'x'))] })
  const coded = plainProject(open.project)
  const second = await reopened(open)
  expect(await second.undo()).toEqual({ ok: true })
  expect(second.project.codings.size).toBe(0)
  const third = await reopened(second)
  expect(plainProject(third.project)).toEqual(start)
  expect(await third.redo()).toEqual({ ok: true })
  expect(plainProject(third.project)).toEqual(coded)
  await third.undo()
  expect(await third.undo()).toBeNull()
  expect(plainProject(third.project)).toEqual(start)
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

/** A source of its own, named 7, as an import brings it in. */
function anotherSource(): Source {
  return {
    id: idOf('source', 7),
    name: 'Interview 7',
    kind: 'interview',
    status: 'not started',
    content: contentOf(7),
    firstContent: contentOf(7),
    words: 2,
    format: 'Plain text',
    importedAt: 1,
    order: 'W',
  }
}

test('texts of an import that was undone are still there when it is done again after a restart', async () => {
  const { open } = await begun()
  await open.keep([{ hash: contentOf(7), text: 'Seventh interview' }], [])
  await open.commit({ label: 'Import', edits: [create('source', anotherSource())] }, { kind: 'import' })
  await open.undo()
  const second = await reopened(await reopened(open))
  await second.redo()
  await second.loadTexts()
  expect(second.text(contentOf(7))).toBe('Seventh interview')
})

test('texts of an import cut off are swept although something else was saved since, undone ones stay', async () => {
  const { open, database } = await begun()
  await open.keep([{ hash: contentOf(7), text: 'Seventh interview' }], [])
  await open.keep([{ hash: contentOf(8), text: 'left behind' }], [])
  await open.commit({ label: 'Code', edits: [create('coding', codingOn(0, 'x'))] })
  await open.commit({ label: 'Import', edits: [create('source', anotherSource())] }, { kind: 'import' })
  await open.undo()
  expect(await database.allContents()).toHaveLength(3)
  const again = await reopened(open)
  await again.loadTexts()
  expect(again.text(contentOf(7))).toBe('Seventh interview')
  expect(again.text(contentOf(8))).toBeUndefined()
})

test('a source without any coding left is stored as one that never had any', async () => {
  const { open } = await begun()
  const coding = codingOn(0, 'x')
  await open.commit({ label: 'Code', edits: [create('coding', coding)] })
  await open.commit({ label: 'Remove', edits: [remove('coding', coding)] })
  const again = await reopened(open)
  expect(again.project.codings.size).toBe(0)
  const { changes, project } = await again.archive()
  expect(plainProject(replay(changes))).toEqual(plainProject(project))
})

test('two quick undos are two steps back, and the file holds what led there', async () => {
  const { open } = await begun()
  const start = plainProject(open.project)
  await open.commit({ label: 'First', edits: [create('coding', codingOn(0, 'x'))] })
  await open.commit({
    label: 'Second',
    edits: [create('coding', { ...codingOn(2, 'y'), code: idOf('code', 0) })],
  })
  expect(await Promise.all([open.undo(), open.undo()])).toEqual([{ ok: true }, { ok: true }])
  expect(plainProject(open.project)).toEqual(start)
  expect(await Promise.all([open.redo(), open.redo(), open.redo()])).toEqual([
    { ok: true },
    { ok: true },
    null,
  ])
  const { changes, project } = await open.archive()
  expect(changes.map(({ cause }) => cause.kind)).toEqual([
    'command',
    'command',
    'command',
    'undo',
    'undo',
    'redo',
    'redo',
  ])
  expect(plainProject(replay(changes))).toEqual(plainProject(project))
})

test('a change that comes while undo reads is kept, and undo says that it did nothing', async () => {
  const { open } = await begun()
  await open.commit({ label: 'First', edits: [create('coding', codingOn(0, 'x'))] })
  const undoing = open.undo()
  await Promise.resolve()
  const later = create('coding', { ...codingOn(2, 'y'), code: idOf('code', 0) })
  expect(await open.commit({ label: 'Second', edits: [later] })).toEqual({ ok: true })
  expect(await undoing).toMatchObject({ ok: false, problem: expect.stringContaining('not undone') })
  expect(open.project.codings.get(idOf('source', 0))).toHaveLength(2)
})

test('a change without edits in the log of a file does not stop undo for ever', async () => {
  const { open, database } = await begun()
  await open.commit({ label: 'Code', edits: [create('coding', codingOn(0, 'x'))] })
  vi.spyOn(database, 'edits').mockResolvedValueOnce([])
  const labels = () => open.undoStack.undoable.map((each) => each.label)
  expect(labels()).toEqual(['Code'])
  expect(await open.undo()).toEqual({ ok: true })
  expect(labels()).toEqual([])
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

test('who codes is somebody of the project, also after undo took that person away', async () => {
  const { open } = await begun()
  const ben = { id: idOf('coder', 2), name: 'Ben', initials: 'BE' }
  await open.commit({ label: 'Add Ben', edits: [create('coder', ben)] })
  open.coder = ben.id
  expect(open.making.by).toBe(ben.id)
  await open.undo()
  expect(open.making.by).toBe(coder)
  await open.redo()
  expect(open.making.by).toBe(ben.id)
})

test('a long log opens, undoes, goes on and is written to the file as a short one', async () => {
  const { open, database } = await begun()
  const source = idOf('source', 0)
  await open.commit({ label: 'Code', edits: [create('coding', { ...codingOn(0, 'x'), start: 0, end: 5 })] })
  const archive = await open.archive()
  const renamed = Array.from({ length: 2500 }, (_, i): Change => {
    const edit: Edit = {
      kind: 'source',
      id: source,
      before: { name: `Interview ${i + 1}` },
      after: { name: `Interview ${i + 2}` },
    }
    return {
      id: newId(),
      copy: open.copy,
      seq: i + 3,
      parents: [],
      at: 1,
      by: coder,
      label: `Rename ${i}`,
      cause: { kind: 'command' },
      format: 1,
      edits: [edit],
    }
  })
  const linked = [...archive.changes, ...renamed].map((change, i, all): Change => {
    const before = all[i - 1]
    return { ...change, parents: before ? [before.id] : [] }
  })
  await database.fill({ ...archive, project: replay(linked), changes: linked }, open.copy)
  const home = openHome(open.id)
  const stored = [
    ...(await home.log.toArray()).flatMap(unpackHeaders).map((header, place) => ({ place, header })),
    ...(await home.changes.toArray()),
  ]
  expect(stored).toHaveLength(2502)
  // As the log lies there when every change was made here, one after the other.
  await home.log.clear()
  await home.changes.bulkPut(stored)
  const second = await reopened(await reopened(open))
  expect(await home.changes.count()).toBe(502)
  home.close()
  expect(second.log).toEqual(linked.map(({ edits: _, ...header }) => header))
  expect(await second.undo()).toEqual({ ok: true })
  expect(second.project.tables.source.get(source)?.name).toBe('Interview 2500')
  const third = await reopened(second)
  const { changes, project } = await third.archive()
  expect(changes).toHaveLength(2503)
  expect(changes.slice(0, 2502)).toEqual(linked)
  expect(plainProject(replay(changes))).toEqual(plainProject(project))
})

/** A change that somebody made in another copy. */
const theirHead = readId<'change'>('dddddddd-0000-4000-8000-000000000001')

test('a merge is made on their heads and on mine, mine last, and the next change goes on from it', async () => {
  if (!theirHead) throw new Error('Not an identity')
  const { open } = await begun()
  const mine = open.log.at(-1)?.id
  const gesture = { label: 'Merge another copy of River', edits: [create('coding', codingOn(0, 'x'))] }
  expect(await open.commitMerge({ gesture, parents: [theirHead], length: open.log.length })).toEqual({
    ok: true,
  })
  expect(open.log.at(-1)).toMatchObject({ cause: { kind: 'merge' }, parents: [theirHead, mine] })
  expect(await open.commit({ label: 'Uncode', edits: [remove('coding', codingOn(0, 'x'))] })).toEqual({
    ok: true,
  })
  const again = await reopened(open)
  expect(again.log.map((change) => change.parents.length)).toEqual([0, 2, 1])
})

test('a merge without edits is recorded, one that names nothing new either is not', async () => {
  if (!theirHead) throw new Error('Not an identity')
  const { open } = await begun()
  const nothing = { label: 'Merge another copy of River', edits: [] }
  await open.commitMerge({ gesture: nothing, parents: [], length: open.log.length })
  expect(open.log.length).toBe(1)
  await open.commitMerge({ gesture: nothing, parents: [theirHead], length: open.log.length })
  expect(open.log.at(-1)).toMatchObject({ cause: { kind: 'merge' }, parents: [theirHead, open.log[0]?.id] })
  const again = await reopened(open)
  expect(again.log.length).toBe(2)
})

test('undoing a merge is one step, and it is not redone by itself', async () => {
  if (!theirHead) throw new Error('Not an identity')
  const { open } = await begun()
  const start = plainProject(open.project)
  const edits = [create('coding', codingOn(0, 'x')), create('coding', codingOn(0, 'y'))]
  await open.commitMerge({ gesture: { label: 'Merge', edits }, parents: [theirHead], length: 1 })
  expect(await open.undo()).toEqual({ ok: true })
  expect(plainProject(open.project)).toEqual(start)
  expect(open.log.at(-1)?.cause).toEqual({ kind: 'undo', of: open.log.at(-2)?.id })
})

test('a merge worked out before the project was changed is refused and leaves everything as it is', async () => {
  if (!theirHead) throw new Error('Not an identity')
  const { open } = await begun()
  const { length } = open.log
  await open.commit({ label: 'Code', edits: [create('coding', codingOn(0, 'x'))] })
  const before = plainProject(open.project)
  const gesture = { label: 'Merge', edits: [create('coding', codingOn(0, 'y'))] }
  expect(await open.commitMerge({ gesture, parents: [theirHead], length })).toMatchObject({ ok: false })
  expect(plainProject(open.project)).toEqual(before)
  expect(open.log.length).toBe(2)
})

test('whoever works for a project elsewhere hears when it is closed', async () => {
  const { open } = await begun()
  expect(open.ending.aborted).toBe(false)
  await open.close()
  expect(open.ending.aborted).toBe(true)
})
