import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openHome } from '../../renderer/project/database.ts'
import { adoptArchive } from '../../renderer/project/open-projects.ts'
import { answerErase } from '../../renderer/workers/answer-erase.ts'
import { storedArchive } from '../../renderer/workers/stored-archive.ts'
import { namesOf } from '../../shared/change/erase/erasure-wish.ts'
import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { makingAt, ravi, toldInquiry } from '../change/erase/told-inquiry.ts'

const told = toldInquiry()
const making = makingAt('desk')
const surroundings = { newId: making.newId, now: () => making.at }
const { id } = inquiryOf(told.archive.project)
const names = [...namesOf(told.archive, [told.ravi]), 'Ravindra']
const words = [...ravi.alone, ...ravi.session, 'Ravindra', 'elephant under']
const home = (length: number) => ({ project: id, length, keys: undefined })

/** Everything in every table, as text. */
async function everything(): Promise<string> {
  const db = openHome(id)
  const rows: unknown[] = []
  for (const table of db.tables) rows.push(table.name, await table.toArray())
  db.close()
  return JSON.stringify(rows, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value,
  )
}

test('nothing of what was erased is left in any table of the project’s home', async () => {
  await adoptArchive(told.archive, surroundings)
  const before = await everything()
  expect(words.filter((each) => !before.includes(each))).toEqual([])
  const wish = { participants: [told.ravi], names }
  const length = told.archive.changes.length
  expect(
    await answerErase({ ...home(length), kind: 'names', participants: [told.ravi] }, surroundings),
  ).toEqual({ kind: 'names', names: ['Ravindra Menon', 'Ravi'] })
  expect(await answerErase({ ...home(length), kind: 'preview', wish: {} }, surroundings)).toMatchObject({
    kind: 'problem',
  })
  expect(await answerErase({ ...home(length), kind: 'preview', wish }, surroundings)).toMatchObject({
    kind: 'account',
  })
  expect(await everything()).toBe(before)
  const erased = await answerErase({ ...home(length), kind: 'erase', wish, by: making.by }, surroundings)
  expect(erased).toMatchObject({ kind: 'erased', account: { sourcesGone: ['Ravindra Menon 2024'] } })
  const after = await everything()
  expect(words.filter((each) => after.includes(each))).toEqual([])
})

test('putting an older file in its place brings nothing back', async () => {
  await adoptArchive(told.archive, surroundings)
  const after = await everything()
  expect(words.filter((each) => after.includes(each))).toEqual([])
  expect(after).toContain('We waited a long time')
})

test('what a colleague’s copy erased is taken over, also out of the history', async () => {
  const erased = await storedArchive(id, told.archive.changes.length + 1)
  const db = openHome(id)
  await db.delete()
  await adoptArchive(told.archive, surroundings, { id })
  expect(await everything()).toContain('Ravindra')
  const bytes = writeProjectFile(erased, { at: 0 })
  const length = told.archive.changes.length
  const request = { ...home(length), kind: 'take over', bytes, by: making.by } as const
  expect(await answerErase(request, surroundings)).toMatchObject({ kind: 'erased' })
  const after = await everything()
  expect(words.filter((each) => after.includes(each))).toEqual([])
  const again = { ...request, length: length + 1 }
  expect(await answerErase(again, surroundings)).toMatchObject({ kind: 'problem' })
})
