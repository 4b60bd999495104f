import { expect, test } from 'vitest'
import { draftOf, report, spoken } from './read-file.ts'

test('a chat saved with a cloud recording: bare line ends stay inside messages', async () => {
  const draft = await draftOf(
    'chat.txt',
    '00:01:02\tAna Silva:\tHello all\r\n00:01:10\tAna Silva:\tA list:\n- one\n\n- two: more\r\n00:02:00\tBen | x:\tThanks https://example.org\r\n',
  )
  expect(spoken(draft)).toEqual([
    'Ana Silva: Hello all / A list: / - one / - two: more',
    'Ben | x: Thanks https://example.org',
  ])
  expect([draft.format, draft.layout, draft.turnsAre, draft.units]).toEqual([
    'zoom-chat',
    'Zoom chat (text)',
    'stated',
    3,
  ])
  expect(draft.syncPoints.map((point) => point.time)).toEqual([62_000, 70_000, 120_000])
})

test('reactions and quoted beginnings are others’ words: left out and counted', async () => {
  const draft = await draftOf(
    'chat.txt',
    [
      '00:01:02\tAna:\tWhen is it?',
      '00:01:05\tBen:\tReacted to "When is it?" with 👍',
      '00:01:06\tBen:\tReplying to "When is it?"\n\nTomorrow.',
      '00:01:09\tBen:\tRemoved a 👍 reaction from "When is it?"',
    ].join('\r\n'),
  )
  expect(spoken(draft)).toEqual(['Ana: When is it?', 'Ben: Tomorrow.'])
  expect(report(draft)).toEqual([
    '2 reactions left out',
    '1 quoted beginning of an answered message left out',
  ])
})

test('older chats name sender and receiver; times of day are no times of a recording', async () => {
  const draft = await draftOf(
    'chat.txt',
    '15:01:39 From Michael M to Everyone:\n\tWhen are we going?\n15:01:45\t From  Jared R : Anyone?\n15:02:00 From Jared R to Michael M (Direct Message):\n    Only for you.\n15:02:30 From Ana To Everyone : Bye.\n',
  )
  expect(spoken(draft)).toEqual([
    'Michael M: When are we going?',
    'Jared R: Anyone? / Only for you.',
    'Ana: Bye.',
  ])
  expect([draft.syncPoints, draft.attributes]).toEqual([
    [],
    { 'First message': '15:01:39', 'Last message': '15:02:30' },
  ])
  expect(report(draft)).toEqual([
    '1 message was written to one person only: look whether it may be used',
    '4 times of day left out: they are no times of a recording',
  ])
})

test('a sentence behind a time of day is no chat', async () => {
  const draft = await draftOf(
    'a.txt',
    '12:30:01 From here to there: we walked.\n12:40:00 From then on it rained.',
  )
  expect(draft.format).toBe('txt')
})
