import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { openHome } from '../../renderer/project/database.ts'
import { unpackHeaders } from '../../renderer/project/header-columns.ts'
import type { Change, Edit } from '../../shared/change/change.ts'
import { create, remove } from '../../shared/change/edit.ts'
import { replay } from '../../shared/change/replay.ts'
import { plainProject } from '../support/plain-project.ts'
import { codingOn, contentOf, idOf } from '../support/random-edits.ts'
import { begun, coder, newId, reopened } from './river.ts'

afterEach(() => vi.restoreAllMocks())

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

test('whoever works for a project elsewhere hears when it is closed', async () => {
  const { open } = await begun()
  expect(open.ending.aborted).toBe(false)
  await open.close()
  expect(open.ending.aborted).toBe(true)
})
