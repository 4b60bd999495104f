import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { adoptArchive } from '../../renderer/project/open-projects.ts'
import { listedProject, noteProject } from '../../renderer/project/project-list.ts'
import { answerErase } from '../../renderer/workers/answer-erase.ts'
import { storedArchive } from '../../renderer/workers/stored-archive.ts'
import { namesOf } from '../../shared/change/erase/erasure-wish.ts'
import { makeLock } from '../../shared/lock/lock.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { makingAt, ravi, toldInquiry } from '../change/erase/told-inquiry.ts'

const told = toldInquiry()
const making = makingAt('desk')
const surroundings = { newId: making.newId, now: () => making.at }
const length = told.archive.changes.length
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const keys = () => makeLock('four words of mine', random, { memory: 8, passes: 1, lanes: 1 })

async function erasedAt(project: ProjectId, held?: ReturnType<typeof keys>): Promise<void> {
  const names = [...namesOf(told.archive, [told.ravi]), 'Ravindra']
  const wish = { participants: [told.ravi], names }
  const request = { project, length, keys: held, kind: 'erase', wish, by: making.by } as const
  expect(await answerErase(request, surroundings)).toMatchObject({ kind: 'erased' })
}

async function wordsAt(project: ProjectId): Promise<string> {
  const { contents, changes } = await storedArchive(project, length)
  return JSON.stringify([[...contents.values()], changes])
}

test('an older file in the place of a copy that is kept beside the first brings nothing back either', async () => {
  await adoptArchive(told.archive, surroundings)
  const beside = making.newId<'project'>()
  await adoptArchive(told.archive, surroundings, { id: beside })
  await erasedAt(beside)
  await adoptArchive(told.archive, surroundings, { id: beside })
  const words = await wordsAt(beside)
  expect(ravi.alone.filter((each) => words.includes(each))).toEqual([])
  expect(words).toContain('We waited a long time')
})

test('a file locked otherwise brings nothing back where the copy here is open, and its key is listed nowhere', async () => {
  const id = making.newId<'project'>()
  const [before, now] = [keys(), keys()]
  await adoptArchive(told.archive, surroundings, { id, keys: now })
  await erasedAt(id, now)
  await adoptArchive(told.archive, surroundings, { id, keys: before, here: now })
  const words = await wordsAt(id)
  expect(ravi.alone.filter((each) => words.includes(each))).toEqual([])
  const listed = await listedProject(id)
  expect(listed?.lock?.key).toBe(before.lock.key)
  expect(Object.keys(listed ?? {}).sort()).toEqual(['id', 'lock', 'name', 'openedAt'])
})

test('a file in the place of a project does not make Loam forget what else has its words', async () => {
  const id = making.newId<'project'>()
  await adoptArchive(told.archive, surroundings, { id })
  const file = { handle: 'place', name: 'River.qdpx', bytes: 'hash' }
  await noteProject(id, { file, savedAt: 3, backups: [] })
  await adoptArchive(told.archive, surroundings, { id, keys: keys() })
  const listed = await listedProject(id)
  expect(listed).toMatchObject({ backups: [], readableFile: file })
  expect(listed?.file).toBeUndefined()
})
