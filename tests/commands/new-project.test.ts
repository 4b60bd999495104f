import { expect, test } from 'vitest'
import { type Recorded, recordGesture } from '../../shared/change/record-gesture.ts'
import { replay } from '../../shared/change/replay.ts'
import { scalingDeep } from '../../shared/codebooks/scaling-deep.ts'
import { addStarterCodebook } from '../../shared/commands/add-starter-codebook.ts'
import { newProject } from '../../shared/commands/new-project.ts'
import { brokenRules } from '../../shared/model/integrity.ts'
import { emptyProject, inOrder, inquiryOf } from '../../shared/model/project.ts'
import { counting } from '../exchange/arbitrary-archive.ts'

function begun(): { readonly recorded: Recorded; readonly making: Parameters<typeof recordGesture>[2] } {
  const newId = counting()
  const making = { newId, at: 1000, by: newId<'coder'>(), copy: newId<'copy'>() }
  const gesture = newProject(
    { name: ' Slow water ', approach: 'codebook', coder: { name: 'Ada', initials: 'A' } },
    making,
  )
  return { making, recorded: recordGesture(gesture, { project: emptyProject, changes: [] }, making) }
}

test('a new project has its inquiry and its first coder, who made the change', () => {
  const { recorded } = begun()
  expect(inquiryOf(recorded.project)).toMatchObject({
    name: 'Slow water',
    approach: 'codebook',
    madeAt: 1000,
  })
  expect([...recorded.project.tables.coder.keys()]).toEqual([recorded.changes[0]?.by])
  expect(brokenRules(recorded.project)).toEqual([])
})

test('a starter codebook brings its open codes with their branches, identities and order', () => {
  const { recorded, making } = begun()
  const { project } = recordGesture(
    addStarterCodebook(recorded.project, scalingDeep, making),
    recorded,
    making,
  )
  const open = scalingDeep.codes.filter((code) => code.tier === 'open')
  expect(open.every((code) => project.tables.code.has(code.id))).toBe(true)
  expect(
    scalingDeep.codes.filter((code) => code.tier === 'optional' && project.tables.code.has(code.id)),
  ).toEqual([])
  expect(brokenRules(project)).toEqual([])
  const tops = inOrder(project.tables.code)
    .filter((code) => !code.parent)
    .map((code) => code.key)
  expect(tops).toEqual(
    scalingDeep.codes
      .filter((code) => code.parent === null && tops.includes(code.key))
      .map((code) => code.key),
  )
})

test('adding it again, with further tiers, adds only what is not there', () => {
  const { recorded, making } = begun()
  const once = recordGesture(addStarterCodebook(recorded.project, scalingDeep, making), recorded, making)
  expect(addStarterCodebook(once.project, scalingDeep, making).edits).toEqual([])
  const more = addStarterCodebook(once.project, scalingDeep, making, [
    'branch',
    'open',
    'optional',
    'second-cycle',
  ])
  const all = recordGesture(more, once, making)
  expect(all.project.tables.code.size).toBe(scalingDeep.codes.length)
  expect(brokenRules(all.project)).toEqual([])
})

test('changes count up within their copy, name what they were made on, and replay to the same project', () => {
  const { recorded, making } = begun()
  const more = recordGesture(addStarterCodebook(recorded.project, scalingDeep, making), recorded, making)
  expect(more.changes.map((change) => change.seq)).toEqual([1, 2])
  expect(more.changes[1]?.parents).toEqual([more.changes[0]?.id])
  expect(replay(more.changes)).toEqual(more.project)
  const again = newProject({ name: 'x', approach: 'codebook', coder: { name: 'Ada', initials: 'A' } }, making)
  expect(() => recordGesture(again, more, making)).toThrow('already there')
})
