import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { openHome } from '../../renderer/project/database.ts'
import {
  adoptArchive,
  forgetProject,
  isKnown,
  makeProject,
  type Opened,
  openProject,
} from '../../renderer/project/open-projects.ts'
import { listedProject } from '../../renderer/project/project-list.ts'
import { create } from '../../shared/change/edit.ts'
import { newProject } from '../../shared/commands/new-project.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { makingBy } from '../support/expect-change.ts'
import { plainProject } from '../support/plain-project.ts'
import { contentOf, idOf } from '../support/random-edits.ts'

const coder = idOf('coder', 1)
const making = makingBy(coder)
const surroundings = { newId: making.newId, now: () => making.at }

afterEach(() => vi.restoreAllMocks())

/** Makes a project of one code and gives its id. */
async function made(name = 'River'): Promise<ProjectId> {
  const id = making.newId<'project'>()
  const begin = newProject({ id, name, approach: 'codebook', coder: { name: 'Ada', initials: 'AD' } }, making)
  await makeProject(id, begin, coder, surroundings)
  return id
}

async function opened(id: ProjectId): Promise<Extract<Opened, { ok: true }>> {
  const result = await openProject(id, surroundings)
  if (!result.ok) throw new Error(result.problem)
  return result
}

async function closed({ open, release }: Extract<Opened, { ok: true }>): Promise<void> {
  await open.close()
  await release()
}

const addCode = (name: string) => ({
  label: `Create code ${name}`,
  edits: [create('code', { id: making.newId<'code'>(), name, order: 'V' })],
})

test('a new project is listed, opens with its coder, and opens again once it was released', async () => {
  const id = await made()
  expect(await listedProject(id)).toMatchObject({ name: 'River' })
  const first = await opened(id)
  expect(first.open.coder).toBe(coder)
  const copy = first.open.copy
  await closed(first)
  const second = await opened(id)
  expect(second.open.copy).toBe(copy)
  await closed(second)
})

test('one window has a project: another is told, and can neither replace nor forget it', async () => {
  const id = await made()
  const mine = await opened(id)
  await mine.open.commit(addCode('Funding'))
  const archive = await mine.open.archive()
  expect(await openProject(id, surroundings)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('another window'),
  })
  expect(await adoptArchive(archive, surroundings)).toBeNull()
  expect(await forgetProject(id)).toBe(false)
  expect(await mine.open.commit(addCode('Time'))).toEqual({ ok: true })
  await closed(mine)
  expect(await forgetProject(id)).toBe(true)
  expect(await isKnown(id)).toBe(false)
}, 10_000)

test('a window that is just closing lets the next one wait for it', async () => {
  const id = await made()
  const mine = await opened(id)
  const next = openProject(id, surroundings)
  await closed(mine)
  const result = await next
  expect(result.ok).toBe(true)
  if (result.ok) await closed(result)
})

test('a project that is not here leaves no empty home behind', async () => {
  const id = making.newId<'project'>()
  expect(await openProject(id, surroundings)).toMatchObject({ ok: false })
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`loam-project-${id}`)
})

test('a damaged home says so and stays as it is, and nobody holds it', async () => {
  const id = await made()
  const home = openHome(id)
  const entities = await home.entities.toArray()
  await home.entities.where('[kind+id]').between(['coder', ''], ['coder', '\uffff']).delete()
  for (let i = 0; i < 2; i++)
    expect(await openProject(id, surroundings)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('could not be read'),
    })
  await home.entities.bulkPut(entities)
  home.close()
  await closed(await opened(id))
})

test('a project whose entry in the list was lost is listed again when it is opened', async () => {
  const id = await made('Delta')
  const { unlistProject } = await import('../../renderer/project/project-list.ts')
  await unlistProject(id)
  await closed(await opened(id))
  expect(await listedProject(id)).toMatchObject({ name: 'Delta' })
})

test('a project from a file takes the place of the copy here, whole, and goes on as a copy of its own', async () => {
  const id = await made()
  const first = await opened(id)
  await first.open.keep([{ hash: contentOf(1), text: 'only in the later copy' }], [])
  const archive = await first.open.archive()
  const wanted = {
    ...archive,
    contents: new Map([[contentOf(2), { hash: contentOf(2), text: 'in the file' }]]),
  }
  await first.open.commit(addCode('Funding'))
  await first.open.commit(addCode('Time'))
  const copy = first.open.copy
  await closed(first)
  expect(await adoptArchive(wanted, surroundings)).toBe(id)
  const again = await opened(id)
  expect(again.open.copy).not.toBe(copy)
  expect(again.open.log).toHaveLength(1)
  expect(plainProject(again.open.project)).toEqual(plainProject(archive.project))
  await again.open.loadTexts()
  expect(again.open.text(contentOf(1))).toBeUndefined()
  expect(again.open.text(contentOf(2))).toBe('in the file')
  expect(await again.open.commit(addCode('Trust'))).toEqual({ ok: true })
  await closed(again)
})

test('when a file cannot be stored, the copy that was here is still here', async () => {
  const id = await made()
  const first = await opened(id)
  await first.open.commit(addCode('Funding'))
  const archive = await first.open.archive()
  const before = plainProject(first.open.project)
  await closed(first)
  const put = IDBObjectStore.prototype.put
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
    if (this.name === 'facts') throw new DOMException('full', 'QuotaExceededError')
    return put.apply(this, given)
  })
  await expect(adoptArchive({ ...archive, changes: [] }, surroundings)).rejects.toThrow()
  vi.restoreAllMocks()
  const again = await opened(id)
  expect(plainProject(again.open.project)).toEqual(before)
  expect(again.open.log).toHaveLength(2)
  await closed(again)
})

test('a file kept beside the copy here has a home and a name of its own', async () => {
  const id = await made()
  const first = await opened(id)
  const archive = await first.open.archive()
  const beside = making.newId<'project'>()
  expect(await adoptArchive(archive, surroundings, { id: beside, name: 'River (copy.qdpx)' })).toBe(beside)
  expect(await listedProject(beside)).toMatchObject({ name: 'River (copy.qdpx)' })
  const second = await opened(beside)
  await second.open.commit(addCode('Funding'))
  expect(first.open.project.tables.code.size).toBe(0)
  await closed(first)
  await closed(second)
})

test('a full disk keeps nobody from opening a project and reading it', async () => {
  const id = await made()
  const first = await opened(id)
  await first.open.keep([{ hash: contentOf(1), text: 'never imported' }], [])
  await closed(first)
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full)
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(full)
  const again = await opened(id)
  expect(again.open.log).toHaveLength(1)
  expect(await again.open.commit(addCode('Funding'))).toMatchObject({ ok: false })
  await closed(again)
})
