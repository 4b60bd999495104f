import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource } from '../../shared/importers/read-source.ts'
import { bytesOf, draftOf, problemOf, report, spoken, unsound } from './read-file.ts'

const talk = `timestamp,speaker,statement
0:01,Ana Silva,"How did you find the place, Rui?"
0:06,Rui,"By chance. ""Pure luck"", they say."
0:15,Rui,I was looking for work.
,,A phone rings
0:20,Ana Silva,And then?
`

const talkSpoken = [
  'Ana Silva: How did you find the place, Rui?',
  'Rui: By chance. "Pure luck", they say. I was looking for work.',
  'Ana Silva: And then?',
]

test('a table with one row a turn comes in with voices, times and directions', async () => {
  const draft = await draftOf('talk.csv', talk)
  expect(draft.format).toBe('csv')
  expect(spoken(draft)).toEqual(talkSpoken)
  expect(draft.turns.map((turn) => turn.time)).toEqual([1000, 6000, 20_000])
  expect(draft.syncPoints.map((point) => point.time)).toEqual([1000, 6000, 15_000, 20_000])
  expect(draft.blocks.map((block) => draft.text.slice(block.start, block.end))).toEqual(['A phone rings'])
  expect([draft.units, draft.turnsAre]).toEqual([5, 'stated'])
  expect(report(draft)).toEqual(['1 row that names no speaker read as a direction'])
  expect(unsound(draft)).toEqual([])
})

test.each([
  ['CR only', (text: string) => text.replaceAll('\n', '\r')],
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['mixed', (text: string) => text.replace(/\n/, '\r\n').replace(/\n(?=0:15)/, '\r')],
])('line ends do not matter: %s', async (_, write) => {
  expect(spoken(await draftOf('talk.csv', write(talk)))).toEqual(talkSpoken)
})

test.each([';', '|', '\t'])('cells may be parted by %j', async (sign) => {
  const rows = ['Name', 'Words', 'A', 'Yes, and “no”, and so on', 'B', 'Well, no', 'A', 'Ah, so']
  const lines = [0, 2, 4, 6].map((at) => rows.slice(at, at + 2).join(sign))
  const draft = await draftOf('talk.csv', `sep=${sign}\n${lines.join('\n')}`)
  expect(spoken(draft)).toEqual([
    'Speaker A: Yes, and “no”, and so on',
    'Speaker B: Well, no',
    'Speaker A: Ah, so',
  ])
})

test('line breaks inside cells stay, also as U+2029 without quotation marks', async () => {
  const draft = await draftOf('a.csv', 'speaker,text\nAna,One\u2029two\nRui,"Three\r\nfour"\nAna,Five')
  expect(spoken(draft)).toEqual(['Ana: One / two', 'Rui: Three / four', 'Ana: Five'])
  expect(draft.text).toBe('One\ntwo\nThree\nfour\nFive')
})

test('quotation marks in a table with tabs are words where they do not pair', async () => {
  const draft = await draftOf('a.tsv', 'speaker\ttext\nAna\t"Yes" he said\nRui\t"Open\nAna\tBye')
  expect(spoken(draft)).toEqual(['Ana: "Yes" he said', 'Rui: "Open', 'Ana: Bye'])
})

test('columns without headings are known by what stands in them', async () => {
  const rows = [
    '0:01,Ana,How was the first year?',
    '0:04,Rui,It was long and cold.',
    '0:09,Ana,Go on please then.',
  ]
  const draft = await draftOf('a.csv', [...rows, '0:12,Rui,That is all of it.'].join('\n'))
  expect(spoken(draft)).toHaveLength(4)
  expect(spoken(draft)[0]).toBe('Ana: How was the first year?')
  expect(draft.turns.map((turn) => turn.time)).toEqual([1000, 4000, 9000, 12_000])
})

test('another column is a fact where it never changes, and counted where it does', async () => {
  const draft = await draftOf(
    'a.csv',
    'speaker,text,Place,mood\nAna,How are you?,Porto,1\nRui,Well enough.,Porto,2\nAna,Good.,Porto,3',
  )
  expect(draft.attributes).toEqual({ Place: 'Porto' })
  expect(draft.notices).toEqual([
    { kind: 'dropped', count: 1, what: 'other column of the table left out', samples: ['mood'] },
  ])
})

test.each([
  [
    'milliseconds by the pace of the words',
    'start,end,text\n0,2500,So we begin here now.\n2500,6000,And on it goes from here.',
    [0],
    6000,
  ],
  [
    'seconds with fractions',
    'start,end,text\n0.0,2.5,So we begin here now.\n2.5,6.0,And on it goes from here.',
    [0],
    6000,
  ],
  ['milliseconds by the heading', 'start_ms,end_ms,text\n10,20,So we begin.\n20,30,And on.', [10], 30],
  [
    'time codes with frames',
    'Start Time,End Time,Text\n00:00:01:12,00:00:02:00,So we begin.\n00:00:02:00,00:00:03:05,And on.',
    [1000],
    3000,
  ],
  [
    'brackets and both times in one cell',
    'time,text\n[0:01 - 0:03],So we begin.\n[0:03 - 0:05],And on.',
    [1000],
    5000,
  ],
])('times are read: %s', async (_, table, times, end) => {
  const draft = await draftOf('a.csv', table)
  expect(draft.turns.map((turn) => turn.time)).toEqual(times)
  expect(draft.turns.at(-1)?.endTime).toBe(end)
})

test.each([
  ['one column', 'text\nhello there\nand more', /^This table has only one column/],
  ['headings only', 'speaker,text', /^This table has headings but no rows/],
  [
    'an open quotation mark',
    'speaker,text\nAna,"How are you?\nRui,Well',
    /^A quotation mark in row \d of this table is never closed/,
  ],
  ['a million columns', `${'a,'.repeat(1_000_000)}b\n1,2`, /^This table has 1000001 of 1000 columns allowed/],
  [
    'a million columns in a later row',
    `speaker,text\n${'a,'.repeat(1_000_000)}b\n`,
    /^This table has 1000001 of 1000 columns/,
  ],
])('%s is turned away with a sentence', async (_, table, sentence) => {
  expect(await problemOf('a.csv', table)).toMatch(sentence)
})

test('content decides: a table under another name, and prose that is none', async () => {
  expect((await draftOf('talk.txt', talk)).format).toBe('csv')
  expect(
    (await draftOf('a.txt', 'Ana, Text and time\nwere what we had, she said.\nAnd more, later.')).format,
  ).toBe('txt')
  expect((await draftOf('a.tsv', 'start\tend\ttext\n0\t2000\tHello there.\n')).format).toBe('tsv')
  expect((await draftOf('a.csv', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello, you\n')).format).toBe('vtt')
})

test('whatever stands in the cells, a table ends in a sound draft or a sentence', async () => {
  const cell = fc.constantFrom(
    'Ana',
    'Rui',
    '0:05',
    '7',
    '',
    '"',
    'a "b',
    'one\u2029two three four',
    '\ud800',
    ',',
    '1e9',
  )
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('speaker,text\n', 'time,who,text\n', ''), async (table, head) => {
      const text = head + table.map((row) => row.join(',')).join('\n')
      const outcome = await readSource({ name: 'a.csv', bytes: bytesOf(text) })
      if (outcome.ok) expect(unsound(outcome.draft)).toEqual([])
      else expect(outcome.problem).toMatch(/^\P{Ll}.{15,420}\.$/su)
    }),
  )
})

const real = resolve(import.meta.dirname, '../../../shared/transcripts/files/teams_docx_layout')
const name = existsSync(real)
  ? 'the real interview as a table has its 2 voices and 32 turns'
  : 'the real interview as a table is skipped: ../shared/transcripts is not here'

test.skipIf(!existsSync(real)).each(['csv', 'xlsx'])(`${name} (%s)`, async (ending) => {
  const file = `IBM__interview_A.${ending}`
  const draft = await draftOf(file, new Uint8Array(readFileSync(resolve(real, file))))
  expect([draft.speakers.length, draft.turns.length, draft.units]).toEqual([2, 32, 32])
  expect(draft.speakers.map((speaker) => `${speaker.label} ${speaker.role}`)).toEqual([
    'Jordan Lee interviewer',
    'Alex Morgan participant',
  ])
  expect(draft.turns.slice(0, 3).map((turn) => turn.time)).toEqual([1000, 6000, 15_000])
  expect(draft.notices).toEqual([])
  expect(unsound(draft)).toEqual([])
})

test('a table that states the speaker only where it changes: rows without one go on, and are counted', async () => {
  const rows = [
    'speaker,text',
    'Noor,We had no money for the first year at all.',
    ',And then the forms came and nobody could fill them in.',
    'Asker,How did it go on from there for you?',
    'Noor,We left the forms out for a whole winter.',
    ',Nobody noticed it until the spring came round again.',
    ',So we went on like this for two more years.',
  ]
  const draft = await draftOf('a.csv', rows.join('\n'))
  expect(draft.turns.length).toBe(3)
  expect(draft.speakers.map(({ label, turns }) => [label, turns])).toEqual([
    ['Noor', 2],
    ['Asker', 1],
  ])
  expect(draft.blocks).toEqual([])
  expect(report(draft)).toContain('3 rows without a speaker read as the speaker before them going on')
})

test('rows without a speaker stay directions where speakers are stated row by row, or where they are in brackets', async () => {
  const stated = await draftOf(
    'a.csv',
    'speaker,text\nNoor,We had no money at all.\nNoor,Then the forms came.\n,The door opens and somebody comes in.\n,A long silence falls over the room.\nAsker,How did it go on?\n',
  )
  expect(stated.blocks).toHaveLength(2)
  const bracketed = await draftOf(
    'a.csv',
    'speaker,text\nNoor,We had no money at all.\n,[the door opens and somebody comes in]\nAsker,How did it go on?\n,[a long silence falls over the room]\nNoor,We left the forms out.\nAsker,And then?\n',
  )
  expect(bracketed.blocks).toHaveLength(2)
})
