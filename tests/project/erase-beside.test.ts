import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { notedBackups } from '../../renderer/project/backup-notes.ts'
import { eraseProject, finishErasing } from '../../renderer/project/erase-project.ts'
import { fileOf } from '../../renderer/project/file-of.ts'
import { writeBackup } from '../../renderer/project/make-backup.ts'
import { adoptArchive, openProject } from '../../renderer/project/open-projects.ts'
import { listedProject, noteProject } from '../../renderer/project/project-list.ts'
import { answerErase } from '../../renderer/workers/answer-erase.ts'
import { namesOf } from '../../shared/change/erase/erasure-wish.ts'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { makingAt, ravi, toldInquiry } from '../change/erase/told-inquiry.ts'
import { deskInMemory } from '../support/desk-in-memory.ts'

const told = toldInquiry()
const making = makingAt('desk')
const surroundings = { newId: making.newId, now: () => making.at }
const wish = { participants: [told.ravi], names: [...namesOf(told.archive, [told.ravi]), 'Ravindra'] }

const kept = new Map<string, string>()
const storage: Record<string, unknown> = {}
Object.defineProperties(storage, {
  getItem: { value: (key: string) => kept.get(key) ?? null },
  removeItem: {
    value: (key: string) => {
      kept.delete(key)
      delete storage[key]
    },
  },
})
Object.assign(globalThis, { localStorage: storage })

function keepDraft(key: string): void {
  kept.set(key, 'words')
  storage[key] = 'words'
}

async function openedHere() {
  const id = making.newId<'project'>()
  await adoptArchive(told.archive, surroundings, { id })
  return openedAgain(id)
}

async function openedAgain(id: Parameters<typeof openProject>[0]) {
  const opened = await openProject(id, surroundings)
  if (!opened.ok) throw new Error(opened.problem)
  const leave = async () => {
    await opened.open.close()
    await opened.release()
  }
  return { open: opened.open, leave }
}

function wordsIn(bytes: Uint8Array | undefined): readonly string[] {
  const reading = readProjectFile(bytes ?? new Uint8Array())
  if (!reading.ok) throw new Error(reading.problem)
  const all = JSON.stringify([[...reading.archive.contents.values()], reading.archive.changes])
  return ravi.alone.filter((each) => all.includes(each))
}

test('erasing forgets the drafts of this project, and no others', async () => {
  const { open, leave } = await openedHere()
  keepDraft(`loam-draft/${open.id}/report/place`)
  keepDraft('loam-draft/another-project/report/place')
  const { desk } = deskInMemory()
  const erased = await eraseProject(open, { wish }, { desk, leave: () => void leave() })
  expect(erased).toMatchObject({ ok: true, left: [] })
  expect([...kept.keys()]).toEqual(['loam-draft/another-project/report/place'])
  expect((await listedProject(open.id))?.erasing).toBeUndefined()
})

test('after a crash between home and file, opening the project writes file and backups anew', async () => {
  const { open, leave } = await openedHere()
  const { desk, files } = deskInMemory()
  const { bytes, hash, savedAt } = await fileOf(open)
  files.set('River.qdpx', bytes)
  await noteProject(open.id, { file: { handle: 'River.qdpx', name: 'River.qdpx', bytes: hash }, savedAt })
  expect(await writeBackup(open, 'place', desk)).toMatchObject({ ok: true })
  await noteProject(open.id, { erasing: open.project.tables.erasure.size })
  const { id } = open
  await leave()
  const request = { project: id, length: told.archive.changes.length, keys: undefined, by: making.by }
  await answerErase({ ...request, kind: 'erase', wish }, surroundings)
  const again = await openedAgain(id)
  expect(await finishErasing(again.open, desk)).toEqual([])
  expect(files.size).toBe(2)
  for (const each of files.values()) expect(wordsIn(each)).toEqual([])
  expect(await notedBackups(id)).toHaveLength(1)
  expect(await finishErasing(again.open, desk)).toEqual([])
  await again.leave()
})

test('where nothing was erased after all, the backups stay', async () => {
  const { open, leave } = await openedHere()
  const { desk, files } = deskInMemory()
  await writeBackup(open, 'place', desk)
  const before = [...files.keys()]
  await noteProject(open.id, { erasing: 0 })
  expect(await finishErasing(open, desk)).toEqual([])
  expect([...files.keys()]).toEqual(before)
  expect((await listedProject(open.id))?.erasing).toBeUndefined()
  await leave()
})
