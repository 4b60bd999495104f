import { expect, test } from 'vitest'
import { invert, update } from '../../../shared/change/edit.ts'
import { recordMerge } from '../../../shared/change/merge/record-merge.ts'
import { recordGesture } from '../../../shared/change/record-gesture.ts'
import type { Archive } from '../../../shared/model/archive.ts'
import { after, base, code, merge, mineMaking, theirMaking } from './merging-copies.ts'

test('a merge that was undone can be merged again', () => {
  const mine = after(base, [update('code', code('Waiting'), { name: 'Patience' })])
  const theirs = after(base, [update('code', code('Trust'), { name: 'Trusting' })])
  const once = recordMerge(merge(mine, theirs), mine, mineMaking)
  const last = once.changes.at(-1)
  if (!last) throw new Error('Nothing was merged')
  const undo = { label: 'Undo', edits: last.edits.map(invert) }
  const undone = { ...mine, ...recordGesture(undo, once, mineMaking, { kind: 'undo', of: last.id }) }
  expect(undone.project).toEqual(mine.project)
  expect(merge(undone, theirs).project).toEqual(once.project)
})

test('a second merge asks nothing that was decided in the first', () => {
  const mine = after(base, [update('code', code('Trust'), { name: 'Trusting' })])
  const theirs = after(base, [update('code', code('Trust'), { name: 'Confidence' })])
  const decided = merge(mine, theirs, { prefer: 'mine' })
  const joined = { ...mine, ...recordMerge(decided, mine, mineMaking) }
  expect(joined.changes.at(-1)).toMatchObject({ edits: [], parents: [theirs, mine].map(headOf) })
  const later = after(theirs, [update('code', code('Waiting'), { name: 'Patience' })])
  const { project, conflicts } = merge(joined, later)
  expect(conflicts).toEqual([])
  expect([...project.tables.code.values()].map(({ name }) => name)).toEqual([
    'Patience',
    'Trusting',
    'Evenings',
  ])
})

test('copies that merged each other ask nothing when they meet again', () => {
  const mine = after(base, [update('code', code('Trust'), { name: 'Trusting' })])
  const theirs = after(base, [update('code', code('Waiting'), { name: 'Patience' })])
  const here = { ...mine, ...recordMerge(merge(mine, theirs), mine, mineMaking) }
  const there = { ...theirs, ...recordMerge(merge(theirs, mine), theirs, theirMaking) }
  const later = after(there, [update('code', code('Evenings'), { name: 'Nights' })])
  const { project, conflicts } = merge(here, later)
  expect(conflicts).toEqual([])
  expect(project).toEqual(later.project)
})

function headOf({ changes }: Archive): string | undefined {
  return changes.at(-1)?.id
}
