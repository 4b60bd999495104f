import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { makeProject, openProject } from '../../renderer/project/open-projects.ts'
import { storedArchive } from '../../renderer/workers/stored-archive.ts'
import { create } from '../../shared/change/edit.ts'
import { newProject } from '../../shared/commands/new-project.ts'
import { type ContentHash, readContentHash } from '../../shared/model/ids.ts'
import { makingBy } from '../support/expect-change.ts'
import { idOf } from '../support/random-edits.ts'

const coder = idOf<'coder'>('coder', 1)
const making = makingBy(coder)
const surroundings = { newId: making.newId, now: () => making.at }

async function opened() {
  const id = making.newId<'project'>()
  const first = newProject(
    { id, name: 'River', approach: 'codebook', coder: { name: 'Ada', initials: 'AD' } },
    making,
  )
  await makeProject(id, first, coder, surroundings)
  const result = await openProject(id, surroundings)
  if (!result.ok) throw new Error(result.problem)
  return result.open
}

const addCode = (name: string) => ({
  label: `Create code ${name}`,
  edits: [create('code', { id: making.newId<'code'>(), name, order: 'V' })],
})

test('a worker reads the same archive from the database as the window has', async () => {
  const open = await opened()
  await open.commit(addCode('Funding'))
  const archive = await open.archive()
  expect(await storedArchive(open.id, open.log.length)).toEqual(archive)
})

test('changes made after the wanted length of the log are left out altogether', async () => {
  const open = await opened()
  await open.commit(addCode('Funding'))
  const before = await open.archive()
  await open.commit(addCode('Trust'))
  expect(await storedArchive(open.id, before.changes.length)).toEqual(before)
})

test('a log shorter than the window’s gives no archive', async () => {
  const open = await opened()
  await expect(storedArchive(open.id, open.log.length + 1)).rejects.toThrow('shorter')
})

test('a project file holds nothing of an import that is still under way and may be cancelled', async () => {
  const open = await opened()
  const kept = contentOf('b')
  const waiting = contentOf('c')
  await open.keep([{ hash: kept, text: 'brought in' }], [])
  const id = making.newId<'source'>()
  const source = {
    id,
    name: 'Interview',
    kind: 'interview' as const,
    status: 'not started' as const,
    content: kept,
    firstContent: kept,
    words: 2,
    importedAt: making.at,
    format: 'txt',
    order: 'V',
  }
  expect(await open.commit({ label: 'Import', edits: [create('source', source)] })).toEqual({ ok: true })
  const original = { hash: 'd'.repeat(64), name: 'a name.txt', bytes: new Uint8Array([1]) }
  await open.keepUnread([{ hash: waiting, text: 'not yet' }], [original])
  for (const archive of [await open.archive(), await storedArchive(open.id, open.log.length)]) {
    expect([...archive.contents.keys()]).toEqual([kept])
    expect(archive.originals.size).toBe(0)
  }
})

function contentOf(sign: string): ContentHash {
  const hash = readContentHash(sign.repeat(64))
  if (!hash) throw new Error('This is no hash')
  return hash
}
