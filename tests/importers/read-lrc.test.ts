import { expect, test } from 'vitest'
import { draftOf, report, spoken } from './read-file.ts'

test('timed lines: facts, several times for a line that returns, empty times end the line before', async () => {
  const draft = await draftOf(
    'a.txt',
    '[ti:A talk]\n[by:Whisper]\n[offset:+500]\n[00:12.50]First line.\n[00:14.00]\n[00:20.00][00:30.00]It <00:20.50> returns.\n[00:25.00]Between.\n',
  )
  expect([draft.format, draft.units, draft.attributes]).toEqual([
    'lrc',
    3,
    { Title: 'A talk', By: 'Whisper' },
  ])
  expect(draft.text.replaceAll('\n', ' ')).toBe('First line. It returns. Between. It returns.')
  expect(draft.syncPoints.map((point) => point.time)).toEqual([12_000, 19_500, 24_500, 29_500])
  expect(draft.turns[0]?.endTime).toBe(13_500)
})

test('names before the words of timed lines become turns', async () => {
  const draft = await draftOf(
    'a.lrc',
    '[00:01.00]SPEAKER_00: Why?\n[00:02.00]SPEAKER_01: So.\n[00:03.00]And so.\n',
  )
  expect(spoken(draft)).toEqual(['SPEAKER_00: Why?', 'SPEAKER_01: So. And so.'])
})

test('a table with a speaker column gives its speakers; lines without times join the row above', async () => {
  const draft = await draftOf(
    'a.tsv',
    'start\tend\tspeaker\ttext\n0.5\t1.5\tSPEAKER_00\tWhy?\n1.5\t3.0\tSPEAKER_01\tSo\nit is.\n',
  )
  expect(spoken(draft)).toEqual(['SPEAKER_00: Why?', 'SPEAKER_01: So it is.'])
  expect([draft.units, draft.turns[1]?.time]).toEqual([2, 1500])
  expect(report(draft)).toEqual(['1 line without times added to the row above'])
})
