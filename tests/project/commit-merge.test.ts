import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { create, remove } from '../../shared/change/edit.ts'
import { readId } from '../../shared/model/ids.ts'
import { plainProject } from '../support/plain-project.ts'
import { codingOn } from '../support/random-edits.ts'
import { begun, reopened } from './river.ts'

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
