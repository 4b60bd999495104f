import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Turn } from '../../shared/model/entities.ts'
import { turnsOf } from '../../shared/model/project.ts'
import { followTimes, heardAt, timeOfPlace } from '../../shared/recording/follow-times.ts'
import { buildProject } from '../support/build-project.ts'

/** Turns of one interview: ten letters each, with these times. */
function turnsAt(...times: readonly (number | undefined)[]): readonly Turn[] {
  const built = buildProject({
    participants: ['Noor'],
    sources: [
      {
        name: 'S',
        labels: 'beside',
        turns: times.map((time) =>
          time === undefined ? ['Noor', '0123456789'] : ['Noor', '0123456789', time],
        ),
      },
    ],
  })
  return turnsOf(built.project, built.source('S').id)
}

const begins = (follow: ReturnType<typeof followTimes>) => follow.turns.map(({ time }) => Math.round(time))

test('the turn that is heard is the last one that has begun', () => {
  const turns = turnsAt(1000, 5000, 9000)
  const follow = followTimes(turns)
  const heard = (at: number) => turns.findIndex((turn) => turn.id === heardAt(follow, at)?.turn.id)
  expect([0, 999, 1000, 4999, 5000, 8999, 9000, 99_000].map(heard)).toEqual([-1, -1, 0, 0, 1, 1, 2, 2])
})

test('turns without a time are spread by their length between the times around them, and say so', () => {
  const follow = followTimes(turnsAt(0, undefined, undefined, 33_000))
  expect(begins(follow)).toEqual([0, 11_000, 22_000, 33_000])
  expect(follow.turns.map(({ isEstimated }) => isEstimated)).toEqual([false, true, true, false])
  expect(heardAt(follow, 12_000)?.isEstimated).toBe(true)
})

test('before the first time the transcript is taken to begin at nothing, after the last one with the recording’s end', () => {
  expect(begins(followTimes(turnsAt(undefined, 11_000)))).toEqual([0, 11_000])
  expect(begins(followTimes(turnsAt(0, undefined)))).toEqual([0])
  expect(begins(followTimes(turnsAt(0, undefined), [], 21_000))).toEqual([0, 11_000])
})

test('without any time turns are spread over the whole recording, and not at all without its length', () => {
  expect(begins(followTimes(turnsAt(undefined, undefined, undefined), [], 32_000))).toEqual([
    0, 11_000, 22_000,
  ])
  expect(followTimes(turnsAt(undefined, undefined)).turns).toHaveLength(1)
  expect(followTimes([], [], 32_000).turns).toEqual([])
  expect(heardAt(followTimes([]), 5)).toBeNull()
})

test('finer times tell which part of a turn is heard, and where the words before a position begin', () => {
  const turns = turnsAt(0, 10_000)
  const [first, second] = turns
  if (!first || !second) throw new Error('There are two turns')
  const follow = followTimes(turns, [0, 0, 3, 2000, 6, 7000])
  expect(heardAt(follow, 2500)?.stretch).toEqual({ start: 3, end: 6 })
  expect(heardAt(follow, 7000)?.stretch).toEqual({ start: 6, end: 10 })
  expect(heardAt(follow, 4500)?.near).toBe(4)
  expect(heardAt(follow, 10_000)?.stretch).toBeNull()
  expect(timeOfPlace(follow, first, 5)).toEqual({ time: 2000, isEstimated: false })
  expect(timeOfPlace(follow, second, second.end)).toEqual({ time: 10_000, isEstimated: false })
})

test('a turn whose only time is a finer one at its beginning is not estimated', () => {
  const turns = turnsAt(undefined, undefined)
  expect(
    followTimes(turns, [0, 500, 11, 4000]).turns.map(({ time, isEstimated }) => [time, isEstimated]),
  ).toEqual([
    [500, false],
    [4000, false],
  ])
})

test('times that run backwards still find a turn, by time', () => {
  const turns = turnsAt(5000, 2000, 9000)
  const follow = followTimes(turns)
  expect(heardAt(follow, 3000)?.turn.id).toBe(turns[1]?.id)
  expect(heardAt(follow, 6000)?.turn.id).toBe(turns[0]?.id)
})

test('whatever is known, estimates stay between the times around them and what is heard has begun', () => {
  const times = fc.array(fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }), { maxLength: 8 })
  fc.assert(
    fc.property(times, fc.option(fc.integer({ min: 0, max: 90_000 })), fc.nat(99_000), (given, end, at) => {
      const inOrder = given.filter((time) => time !== undefined).sort((a, b) => a - b)
      const turns = turnsAt(...given.map((time) => (time === undefined ? undefined : inOrder.shift())))
      const follow = followTimes(turns, [], end)
      const byPlace = follow.turns.toSorted((a, b) => a.turn.start - b.turn.start)
      for (const [i, each] of byPlace.entries())
        expect(each.time).toBeGreaterThanOrEqual((byPlace[i - 1]?.time ?? 0) - 1e-6)
      const heard = heardAt(follow, at)
      const begun = follow.turns.filter(({ time }) => time <= at)
      expect(heard?.turn.id).toBe(begun.at(-1)?.turn.id)
      if (heard) expect(heard.near >= heard.turn.start && heard.near <= heard.turn.end).toBe(true)
    }),
  )
})
