import { expect, test } from 'vitest'
import { draftOf, problemOf, report, spoken, unsound } from './read-file.ts'

const talk = `;; LABEL "o" "Overall" "all"
day1 1 Noor 0.50 2.25 <o,f0,female> how did it start
day1 1 inter_segment_gap 2.25 3.0 <o,,>
day1 1 Ana_L 3.0 5.125 <o,f0,female> with a grant
day1 1 Ana_L 5.5 6 ignore_time_segment_in_scoring
day1 1 Noor 6 7 a <b> c
`

test('each row is a turn with its times; gaps and comments are counted', async () => {
  const draft = await draftOf('day', talk)
  expect(spoken(draft)).toEqual(['Noor: how did it start', 'Ana_L: with a grant', 'Noor: a <b> c'])
  expect(draft.turns.map((turn) => [turn.time, turn.endTime])).toEqual([
    [500, 2250],
    [3000, 5125],
    [6000, 7000],
  ])
  expect([draft.format, draft.layout, draft.units]).toEqual(['stm', 'STM transcript', 5])
  expect(draft.attributes).toEqual({ Media: 'day1' })
  expect(report(draft)).toEqual([
    '2 rows without words (gaps or not to be scored) left out',
    '1 comment line left out',
  ])
  expect(unsound(draft)).toEqual([])
})

test('several recordings stand under their names', async () => {
  const draft = await draftOf('a', 'one A x 0 1 hello\ntwo A y 0 1 bye\n')
  expect(draft.text).toBe('one\nhello\ntwo\nbye')
  expect(draft.blocks.map((block) => block.kind)).toEqual(['heading', 'heading'])
})

test('a file without words is turned away with a sentence; prose with numbers is no STM', async () => {
  expect(await problemOf('a.stm', 'day1 1 inter_segment_gap 0 3\n')).toBe(
    'This STM file has no rows with words in them: check that it is the right one.',
  )
  expect((await draftOf('a.txt', 'In the end 12 13 people came\nand we sat down there\n')).format).toBe('txt')
})
