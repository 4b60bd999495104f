import { expect, test } from 'vitest'
import { draftOf, problemOf, report, roles, spoken } from './read-file.ts'

const vtt = (...blocks: readonly string[]): string => ['WEBVTT', ...blocks].join('\n\n')

test('a Zoom transcript becomes one turn a change of speaker, names beside the text', async () => {
  const draft = await draftOf(
    'a.vtt',
    vtt(
      '1\n00:00:01.000 --> 00:00:02.000\nNoor | Lab: First, tell me: how did it start?',
      '2\n00:00:03.000 --> 00:00:04.000\nAna (SL): With a grant.',
      '3\n00:00:04.500 --> 00:00:05.000\nand it ended.',
      '4\n00:00:06.000 --> 00:00:07.000\nAna (SL): One thing: money.',
      '5\n00:00:08.000 --> 00:00:09.000\nNoor | Lab: Why?',
    ),
  )
  expect(spoken(draft)).toEqual([
    'Noor | Lab: First, tell me: how did it start?',
    'Ana (SL): With a grant. and it ended. One thing: money.',
    'Noor | Lab: Why?',
  ])
  expect(draft.text).toBe(
    'First, tell me: how did it start?\nWith a grant. and it ended. One thing: money.\nWhy?',
  )
  expect(draft.turns.every((turn) => turn.label === turn.start)).toBe(true)
  expect([draft.layout, draft.turnsAre, draft.units, draft.words]).toEqual([
    'Zoom transcript (VTT)',
    'stated',
    5,
    17,
  ])
  expect(
    draft.syncPoints.map((point) => [draft.text.slice(point.position).split(' ')[0], point.time]),
  ).toEqual([
    ['First,', 1000],
    ['With', 3000],
    ['and', 4500],
    ['One', 6000],
    ['Why?', 8000],
  ])
  expect([draft.turns[1]?.time, draft.turns[1]?.endTime]).toEqual([3000, 7000])
  expect(roles(draft)[0]).toBe('Noor | Lab interviewer 2')
})

test('Teams of 2022: fractions are whole milliseconds, negative and unpadded times lose no caption', async () => {
  const draft = await draftOf(
    'a.vtt',
    vtt(
      '0:0:-6.-820 --> 0:0:1.90\n<v Last, First>Hello.</v>',
      '0:0:10.20 --> 0:0:14.490\n<v Ann (Guest)>Hi.</v>',
      '0:1:2.5 --> 0:1:3.0\n<v Ann (Guest)>Bye.</v>',
    ),
  )
  expect(draft.turns.map((turn) => [turn.time, turn.endTime])).toEqual([
    [0, 1090],
    [10020, 63000],
  ])
  expect(draft.units).toBe(3)
  expect(report(draft)).toContain('1 time before the start or with 60 seconds and more repaired')
})

test('Teams of 2023: lines of a caption and parts of an utterance are joined', async () => {
  const id = 'fbbdef90-042d-4d6b-86d5-8c9c38e7021c'
  const draft = await draftOf(
    'a.vtt',
    vtt(
      `${id}/119-0\n00:00:01.000 --> 00:00:02.000\n<v Janaki>Are you in\nSunny Lake</v>`,
      `${id}/119-1\n00:00:02.000 --> 00:00:03.000\n<v Janaki>districts &amp; hills?</v>`,
      `${id}/120-0\n00:00:03.000 --> 00:00:04.000\n<v Charles>No.</v>`,
    ).replaceAll('\n', '\r\n'),
  )
  expect(spoken(draft)).toEqual(['Janaki: Are you in Sunny Lake districts & hills?', 'Charles: No.'])
  expect(draft.layout).toBe('Teams transcript (VTT)')
})

test('captions without names are grouped into paragraphs at pauses and sentence ends; notes are no text', async () => {
  const draft = await draftOf(
    'a.vtt',
    `\uFEFF${vtt(
      'NOTE duration:"00:01"\n\nNOTE Confidence: 0.86',
      'x-0\n00:00:01.000 --> 00:00:02.000\nSo as we',
      'x-1\n00:00:02.000 --> 00:00:03.000\nsaid.',
      'x-2\n00:00:04.600 --> 00:00:05.000\nNew idea',
      'x-3\n00:00:10.000 --> 00:00:11.000\nafter a long pause',
    )}`,
  )
  expect(draft.text).toBe('So as we said.\nNew idea\nafter a long pause')
  expect([draft.turnsAre, draft.turns.length, draft.speakers.length]).toEqual(['none', 3, 0])
  expect(report(draft)).toContain('2 lines of notes (NOTE) left out')
})

test('scrolling YouTube captions are kept once and the repeats counted', async () => {
  const draft = await draftOf(
    'a.vtt',
    vtt(
      'Kind: captions\nLanguage: en',
      '00:00:01.000 --> 00:00:02.000 align:start position:0%\n \nso<00:00:01.500><c> now</c>',
      '00:00:02.000 --> 00:00:02.010 align:start position:0%\nso now\n ',
      '00:00:02.010 --> 00:00:03.000 align:start position:0%\nso now\nwe<00:00:02.400><c> go</c>',
      '00:00:03.000 --> 00:00:03.010 align:start position:0%\nwe go\n ',
      '00:00:03.010 --> 00:00:04.000 align:start position:0%\nwe go\non<00:00:03.400><c> now</c>',
    ).replace('WEBVTT\n\n', 'WEBVTT\n'),
  )
  expect(draft.text).toBe('so now we go on now')
  expect(draft.units).toBe(5)
  expect(report(draft)).toContain('4 lines that scrolling captions repeat left out')
  expect(draft.layout).toBe('YouTube captions (VTT)')
})

test('noScribe voices are named without the signs of overlap', async () => {
  const draft = await draftOf(
    'a.vtt',
    'WEBVTT Interview 3\n\nNOTE made with noScribe\n\n00:00:01.000 --> 00:00:02.000\n<v S01>Well\n\n00:00:02.000 --> 00:00:03.000\n<v //S00>yes//\n',
  )
  expect(spoken(draft)).toEqual(['S01: Well', 'S00: yes'])
  expect(draft.attributes.Title).toBe('Interview 3')
})

test('Whisper times without hours, missing fractions and seconds beyond 59 are read', async () => {
  const draft = await draftOf(
    'a.vtt',
    vtt('00:01.500 --> 00:02.000\nOne.', '00:00:40 --> 00:00:79.000\nTwo.'),
  )
  expect(draft.syncPoints.map((point) => point.time)).toEqual([1500, 40000])
  expect(draft.units).toBe(2)
})

test('text that looks like a voice stays text where captions have no names', async () => {
  const draft = await draftOf(
    'a.vtt',
    vtt(
      '00:01.000 --> 00:02.000\nRemember: be kind.',
      '00:02.000 --> 00:03.000\nI love you <3 all',
      '00:03.000 --> 00:04.000\nand go.',
    ),
  )
  expect(draft.text).toContain('Remember: be kind. I love you <3 all')
})

test('a VTT file without captions is turned away with a sentence', async () => {
  expect(await problemOf('a.vtt', 'WEBVTT\n\nNOTE empty\n')).toBe(
    'This VTT file has no captions, only a header: export the transcript once more and check that it is not empty.',
  )
})
