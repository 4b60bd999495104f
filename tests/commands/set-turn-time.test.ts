import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../../shared/change/apply-change.ts'
import { update } from '../../shared/change/edit.ts'
import { setTurnTime } from '../../shared/commands/set-turn-time.ts'
import { turnsOf } from '../../shared/model/project.ts'
import { buildProject } from '../support/build-project.ts'
import { expectChange } from '../support/expect-change.ts'

function interview() {
  const built = buildProject({
    participants: ['Noor'],
    sources: [
      {
        name: 'Interview 3',
        turns: [
          ['I', 'How did it begin?', 10_000],
          ['Noor', 'At the well.'],
          ['I', 'And then?', 30_000],
        ],
      },
    ],
  })
  const source = built.source('Interview 3').id
  const turns = turnsOf(built.project, source)
  const turn = (at: number) => {
    const found = turns[at]
    if (!found) throw new Error(`There is no turn ${at}`)
    return found
  }
  return { project: built.project, source, turn }
}

test('a missing time is set and taken away again, each with one undo', () => {
  const { project, source, turn } = interview()
  const { gesture, warning } = setTurnTime(project, source, turn(1).id, 20_000.6)
  expect(gesture?.label).toBe('Set a turn of Interview 3 to 0:20')
  expect(warning).toBeNull()
  const timed = expectChange(project, gesture, (end) => expect(turnsOf(end, source)[1]?.time).toBe(20_001))
  const cleared = setTurnTime(timed, source, turn(1).id, null)
  expect(cleared.gesture?.label).toBe('Take the time off a turn of Interview 3')
  expectChange(timed, cleared.gesture, (end) => expect(end).toEqual(project))
})

test('a time out of order is set, and what is odd about it is said', () => {
  const { project, source, turn } = interview()
  const early = setTurnTime(project, source, turn(1).id, 9000)
  expect(early.warning).toBe('0:09 is earlier than the turn before, which begins at 0:10.')
  expectChange(project, early.gesture, (end) => expect(turnsOf(end, source)[1]?.time).toBe(9000))
  expect(setTurnTime(project, source, turn(1).id, 31_000).warning).toBe(
    '0:31 is later than the turn after, which begins at 0:30.',
  )
  expect(setTurnTime(project, source, turn(0).id, 30_000).warning).toBeNull()
})

test('an end that would come before the beginning goes, one after it stays', () => {
  const { project, source, turn } = interview()
  const ended = applyEdits(project, [update('turn', turn(0), { endTime: 15_000 })])
  if (!ended.ok) throw new Error(ended.problem)
  const endOf = (time: number) =>
    turnsOf(
      expectChange(ended.project, setTurnTime(ended.project, source, turn(0).id, time).gesture),
      source,
    )[0]?.endTime
  expect([endOf(12_000), endOf(16_000)]).toEqual([15_000, undefined])
})

test('the same time, or a turn that is gone, is nothing to do; a time below nothing is no time', () => {
  const { project, source, turn } = interview()
  expect(setTurnTime(project, source, turn(0).id, 10_000)).toEqual({ gesture: null, warning: null })
  expect(setTurnTime(project, source, turn(1).id, null)).toEqual({ gesture: null, warning: null })
  const gone = { ...project, turns: new Map() }
  expect(setTurnTime(gone, source, turn(0).id, 1)).toEqual({ gesture: null, warning: null })
  expect(() => setTurnTime(project, source, turn(0).id, -1)).toThrow()
})

test('any time set on any turn keeps the laws of changes', () => {
  fc.assert(
    fc.property(fc.nat(2), fc.nat(5_000_000), (at, time) => {
      const { project, source, turn } = interview()
      const { gesture } = setTurnTime(project, source, turn(at).id, time)
      if (gesture) expectChange(project, gesture, (end) => expect(turnsOf(end, source)[at]?.time).toBe(time))
      else expect(turn(at).time).toBe(time)
    }),
  )
})
