import { expect, test } from 'vitest'
import { column, type Words } from '../support/pdf-fixture.ts'
import { lines, noticeOf, onPage, page, read, TALK, voices } from './read-made-pdf.ts'

test('two columns are read one after the other, below a title across both', async () => {
  const left = [
    'Ada: It began with the spring, which',
    'nobody owned and all used, until the',
    'road came.',
    'Ben: And then?',
    'Ada: Then we wrote it down, all of it,',
    'every right and every hour.',
  ]
  const right = [
    'Ben: I remember the meeting well, for',
    'I was late and stood.',
    'Ada: We all stood, there were no',
    'chairs in that room.',
    'Ben: That is true.',
    'Ada: So it is.',
  ]
  const title = column(['The spring and the road: a talk between two who were there, in two columns'], {
    y: 60,
  })
  const draft = await read([page(title, column(left, { x: 60, y: 100 }), column(right, { x: 320, y: 105 }))])
  expect(lines(draft).slice(1)).toEqual([
    'Ada: It began with the spring, which nobody owned and all used, until the road came.',
    'Ben: And then?',
    'Ada: Then we wrote it down, all of it, every right and every hour.',
    'Ben: I remember the meeting well, for I was late and stood.',
    'Ada: We all stood, there were no chairs in that room.',
    'Ben: That is true.',
    'Ada: So it is.',
  ])
})

test('labels in a column of their own belong to the words beside them', async () => {
  const labels = ['Interviewer', '', 'Ada', '', 'Interviewer', 'Ada']
  const said = [
    'What brought you back to the',
    'valley after all these years?',
    'It was the water and it was the',
    'people.',
    'Who paid?',
    'Nobody.',
  ]
  const draft = await read([0, 1].map((n) => page(column(labels), column(onPage(said, n), { x: 190 }))))
  expect(voices(draft)).toEqual(['Interviewer 4', 'Ada 4'])
  expect(lines(draft)[0]).toBe(
    'Interviewer\tWhat brought you back to spring the valley after all these spring years?',
  )
})

test('Q. and A. with hanging lines are turns', async () => {
  const talk = (n: number) => [
    ...column(onPage(['Q.   Where were you when the road was closed that year, and how'], n), { y: 90 }),
    ...column(['did you get out?'], { x: 100, y: 104 }),
    ...column(onPage(['A.   By the river, in a boat we had borrowed from the other side'], n), { y: 118 }),
    ...column(['of the valley.'], { x: 100, y: 132 }),
    ...column(onPage(['Q.   Who rowed?'], n), { y: 146 }),
    ...column(onPage(['A.   I did.'], n), { y: 160 }),
  ]
  const draft = await read([0, 1, 2].map((n) => page(talk(n))))
  expect(voices(draft)).toEqual(['Q 6', 'A 6'])
  expect(lines(draft)[1]).toMatch(/other spring side of the valley\.$/)
})

test('times in a column halfway down their cells become times of what is said', async () => {
  const cell = (y: number, lines: readonly string[]) => column(lines, { x: 160, y, pitch: 13 })
  const time = (y: number, text: string) => column([text], { x: 72, y })
  const draft = await read(
    [0, 1].map((n) =>
      page(
        time(113, `00:0${n}:05`),
        cell(100, [
          'It began with the spring, which nobody',
          'owned and all of us used, until the',
          'road came.',
        ]),
        time(173, `00:0${n}:40`),
        cell(160, [
          'Then we wrote it down, all of it, and',
          'put it in the church where everybody',
          'could read it.',
        ]),
        time(226, `00:0${n}:55`),
        cell(220, ['It is there to this day, behind the', 'organ.']),
      ),
    ),
  )
  expect(draft.layout).toBe('Transcript with a column of times (PDF)')
  expect(draft.syncPoints.map(({ time }) => time)).toEqual([5000, 40_000, 55_000, 65_000, 100_000, 115_000])
  expect(draft.syncPoints.map(({ position }) => draft.text.slice(position, position + 5))).toEqual([
    'It be',
    'Then ',
    'It is',
    'It be',
    'Then ',
    'It is',
  ])
  expect(draft.text).not.toContain('00:0')
  expect(noticeOf(draft, /kept as times/)?.count).toBe(6)
})

test('bold questions and regular answers are only suggested as two voices', async () => {
  const talk = [
    '**What brought you back to the valley?**',
    '',
    'It was the water.',
    '',
    '**And who paid for it all?**',
    '',
    'Nobody.',
    '',
  ]
  const draft = await read([page(column([...talk, ...talk]), []), page(column(talk))])
  expect(draft.turnsAre).toBe('suggested')
  expect(voices(draft)).toEqual(['Bold 6', 'Regular 6'])
  expect(draft.speakers.map(({ role }) => role)).toEqual(['interviewer', 'participant'])
})

test('bold headings above regular text suggest nobody', async () => {
  const titles = ['Water', 'Road', 'Church', 'School', 'Mill', 'Bridge', 'Wood']
  const text = titles.flatMap((title) => [`**${title}**`, '', 'It was there, and the people kept it.', ''])
  const draft = await read([page(column(text))])
  expect(draft.turnsAre).toBe('none')
})

test('bold names are labels without a colon', async () => {
  const row = (y: number, name: string, words: string): readonly Words[] => [
    { at: [72, y], text: name, bold: true },
    { at: [150, y], text: words },
  ]
  const talk = [0, 1, 2, 3].flatMap((i) => [
    ...row(90 + i * 40, 'Ada Lind', 'It was the water, mostly.'),
    ...row(110 + i * 40, 'Ben Okoro', 'And the people too.'),
  ])
  expect(voices(await read([page(talk)]))).toEqual(['Ada Lind 4', 'Ben Okoro 4'])
})

test('a narrow column at the far right is left out and shown', async () => {
  const codes = ['Water rights', '', 'Funding', '', 'Road']
  const draft = await read(
    [1, 2, 3].map((n) => page(column(onPage(TALK, n)), column(codes, { x: 500, y: 93, size: 8 }))),
  )
  expect(voices(draft)).toEqual(['Interviewer 6', 'Ada 6'])
  expect(draft.text).not.toMatch(/Water rights|Funding/)
  expect(noticeOf(draft, /right margin/)).toMatchObject({ count: 9 })
})

test('a word index in columns at the end is left out and said', async () => {
  const places = (x: number) =>
    column(
      Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? `word${i}` : ` ${i}:4,12 ${i + 3}:1`)),
      { x, size: 9 },
    )
  const index = page(places(60), places(200), places(340), places(480))
  const draft = await read([page(column(TALK)), page(column(TALK)), index, index])
  expect(draft.text).not.toContain('word')
  expect(noticeOf(draft, /word index/)).toMatchObject({
    count: 2,
    what: 'pages with a word index in columns left out: pages 3, 4',
  })
})
