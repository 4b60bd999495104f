import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { makeProject, openProject } from '../../renderer/project/open-projects.ts'
import { storedArchive } from '../../renderer/workers/stored-archive.ts'
import { create } from '../../shared/change/edit.ts'
import { newProject } from '../../shared/commands/new-project.ts'
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
