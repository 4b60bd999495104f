import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { create } from '../../shared/change/edit.ts'
import type { Source } from '../../shared/model/entities.ts'
import { codingOn, contentOf, idOf } from '../support/random-edits.ts'
import { begun, reopened } from './river.ts'

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

test('a text that is here gets the times that come with it, and keeps those it has', async () => {
  const { open, database } = await begun()
  const known = { hash: contentOf(0), text: 'No grant covers the first year.' }
  expect(await database.keep([{ ...known, syncPoints: [0, 1200] }], [])).toEqual([])
  expect(await database.contents([known.hash])).toEqual([{ ...known, syncPoints: [0, 1200] }])
  expect(await database.keep([{ ...known, syncPoints: [0, 7] }, { ...known }], [])).toEqual([])
  const again = await reopened(open)
  await again.loadTexts()
  expect(again.content(contentOf(0))?.syncPoints).toEqual([0, 1200])
})
