import { expect, test } from 'vitest'
import { readerAct, readerKeys } from '../../renderer/features/reader/reader-keys.ts'
import { isSameMark, markOf } from '../../renderer/features/reader/recording-marks.ts'
import { transcriptLines, withTimes } from '../../renderer/features/reader/transcript-lines.ts'
import { turnsOf } from '../../shared/model/project.ts'
import { followTimes, heardAt } from '../../shared/recording/follow-times.ts'
import { buildProject } from '../support/build-project.ts'

const built = buildProject({
  participants: ['Noor'],
  sources: [
    {
      name: 'S',
      turns: [
        ['I', 'When did you notice?', 4000],
        ['Noor', 'In June.'],
      ],
    },
  ],
})
const source = built.source('S')
const text = built.texts(source.content) ?? ''
const turns = turnsOf(built.project, source.id)

test('letters and the keys of foot pedals ask for the same of the recording', () => {
  const acts = (keys: readonly string[]) => keys.map((key) => readerAct(key))
  const act = (what: string) => ({ kind: 'recording', act: what })
  expect(acts(['k', 'K', 'F4'])).toEqual([act('play'), act('play'), act('play')])
  expect(acts(['j', 'F3', 'l', 'F5'])).toEqual([act('back'), act('back'), act('on'), act('on')])
  expect(acts(['<', '>', 'g', '='])).toEqual([act('slower'), act('faster'), act('here'), act('now')])
})

test('every key of the sheet does one thing only', () => {
  const shown = readerKeys.flatMap(({ keys }) => keys.flatMap(({ key }) => key.split(' or ')))
  expect(new Set(shown).size).toBe(shown.length)
})

test('while a recording is open every turn has a time to press, also where none is known', () => {
  const lines = transcriptLines(text, [], turns, built.project.tables.speaker)
  expect(lines.map((line) => line.opens?.isTimed)).toEqual([undefined, undefined])
  const timed = withTimes(lines)
  expect(timed.map((line) => [line.opens?.time, line.opens?.isTimed])).toEqual([
    ['0:04', true],
    ['', true],
  ])
  expect(timed.map(({ opens: _, ...line }) => line)).toEqual(lines.map(({ opens: _, ...line }) => line))
})

test('what is heard is marked from its label on, and drawn anew only when another turn is heard', () => {
  const follow = followTimes(turns, [], 10_000)
  const at = (time: number) => markOf(heardAt(follow, time))
  const [first, second] = turns
  expect(at(5000)?.turn).toEqual({ start: first?.label, end: first?.end })
  expect(at(9900)).toMatchObject({ turn: { start: second?.label }, isEstimated: true })
  expect(isSameMark(at(4000), at(5000))).toBe(true)
  expect(isSameMark(at(5000), at(9900))).toBe(false)
  expect([isSameMark(null, null), isSameMark(null, at(5000))]).toEqual([true, false])
})
