import { expect, test } from 'vitest'
import { readPdf } from '../../electron/cli/pdf-reader.ts'
import type { ImportNotice, SourceDraft } from '../../shared/importers/source-draft.ts'
import { column, type MadePage, type MadePdf, pdf, type Words } from '../support/pdf-fixture.ts'
import { draftOf, unsound } from './read-file.ts'

/** The draft of a made PDF. */
async function read(made: MadePdf | readonly MadePage[]): Promise<SourceDraft> {
  const bytes = pdf('pages' in made ? made : { pages: made })
  const draft = await draftOf('Talk.pdf', bytes, { pdf: readPdf })
  expect(unsound(draft)).toEqual([])
  return draft
}

function lines(draft: SourceDraft): readonly string[] {
  return draft.text.split('\n')
}

/** Voices with their turns: "Ada 3". */
function voices(draft: SourceDraft): readonly string[] {
  return draft.speakers.map(({ label, turns }) => `${label} ${turns}`)
}

function noticeOf(draft: SourceDraft, words: RegExp): ImportNotice | undefined {
  return draft.notices.find(({ what }) => words.test(what))
}

const page = (...words: readonly (readonly Words[])[]): MadePage => ({ words: words.flat() })

/** The same lines with a word of their own on each page, as no two pages of a talk are alike. */
function onPage(lines: readonly string[], number: number): readonly string[] {
  const season = ['spring', 'summer', 'autumn', 'winter', 'harvest', 'sowing'][number % 6] ?? 'always'
  return lines.map((line) => line.replace(/ (?=[^ ]+$)/, ` ${season} `))
}

const TALK = [
  'Interviewer: What brought you back to the valley?',
  'Ada: It was the water, and the people who have kept it all these',
  'years, although nobody thanked them for it.',
  'Interviewer: And who paid?',
  'Ada: Nobody did, for the first four years, and then a fund which',
  'wanted a report every month.',
]

test('lines are put together to turns, with names, a title and a day from the file', async () => {
  const facts = { Title: 'A talk about water', CreationDate: 'D:20260314101500Z' }
  const draft = await read({ pages: [page(column(TALK)), page(column(TALK))], facts })
  expect(draft.format).toBe('pdf')
  expect(draft.layout).toBe('Transcript with names (PDF)')
  expect(voices(draft)).toEqual(['Interviewer 4', 'Ada 4'])
  expect(draft.units).toBe(8)
  expect(lines(draft)[1]).toBe(
    'Ada: It was the water, and the people who have kept it all these years, although nobody thanked them for it.',
  )
  expect(draft.attributes).toMatchObject({ Title: 'A talk about water', Created: '2026-03-14' })
  expect(draft.notices).toEqual([])
})

test('each paragraph is found on its page, and one that runs over a page in both places', async () => {
  const first = [
    ...TALK,
    'Interviewer: Tell me about the first winter, when the road was',
    'closed, and all of the wells were frozen, and you still had by then',
  ]
  const draft = await read([page(column(first)), page(column(['no way out but the river.', ...TALK]))])
  const places = (draft.origins ?? []).map(({ start, place }) => [draft.text.slice(start, start + 12), place])
  expect(places[0]).toEqual(['Interviewer:', { kind: 'page', page: 1, box: expect.any(Array) }])
  const over = draft.origins?.find(({ start }) => draft.text.startsWith('no way out but the river.', start))
  expect(over?.place).toMatchObject({ kind: 'page', page: 2 })
  expect(lines(draft)[4]).toContain('by then no way out but the river.')
  const [left = 0, top = 0, right = 0, bottom = 0] = over?.place.kind === 'page' ? over.place.box : []
  expect([Math.round(left), top < 90, bottom > 90, right > 150]).toEqual([72, true, true, true])
})

test('heads and feet that stand on every page are left out and shown', async () => {
  const pages = [1, 2, 3, 4].map((number) =>
    page(
      column(['Oral history of the valley'], { y: 40 }),
      column(onPage(TALK, number)),
      column([`Page ${number} of 4`], { x: 280, y: 810 }),
    ),
  )
  const draft = await read(pages)
  expect(draft.text).not.toMatch(/Oral history|Page \d/)
  const notice = noticeOf(draft, /head or foot/)
  expect(notice).toMatchObject({ kind: 'dropped', count: 8 })
  expect(notice?.samples).toContain('Page 1 of 4')
})

test('what the same voice says near the top of every page stays', async () => {
  const pages = [0, 1, 2, 3].map((n) => page(column([...onPage(TALK.slice(0, 3), n), 'Ben: Yes.'])))
  const draft = await read(pages)
  expect(voices(draft)).toContain('Ben 4')
})

test('a name that begins every page is no head of the page', async () => {
  const turn = [
    'Jon Lawitts  0:03',
    'We have a lot of people here today.',
    '',
    'Vicky Wei  0:09',
    'Hello all.',
  ]
  const draft = await read([1, 2, 3, 4].map(() => page(column(turn, { y: 60 }))))
  expect(draft.layout).toBe('Otter transcript (PDF)')
  expect(voices(draft)).toEqual(['Jon Lawitts 4', 'Vicky Wei 4'])
  expect(draft.turns[0]?.time).toBe(3000)
})

test('names alone on their lines are speakers when they come again and again', async () => {
  const talk = ['Jon Lawitts', 'We have a lot of people here.', '', 'Vicky Wei', 'Hello all, I am here.', '']
  const draft = await read([page(column([...talk, ...talk, ...talk])), page(column([...talk, ...talk]))])
  expect(voices(draft)).toEqual(['Jon Lawitts 5', 'Vicky Wei 5'])
})

test('line numbers that begin anew on each page, and the court’s labels', async () => {
  const said = [
    'CHIEF JUSTICE ROBERTS: We will hear argument',
    'first this morning in Case 20-543, Yellen against the Tribes, the first of',
    'several.',
    'MR. GUARNIERI: Mr. Chief Justice, and may it',
    'please the Court:',
    'CHIEF JUSTICE ROBERTS: Thank you, counsel.',
    'MR. GUARNIERI: The text answers the question.',
  ]
  const numbered = (n: number) =>
    page(
      column(
        said.map((_, i) => `${i + 1}`),
        { x: 98, pitch: 26 },
      ),
      onPage(said, n).flatMap((line, i) =>
        column([line], { x: /^[A-Z. ]+:/.test(line) ? 170 : 134, y: 90 + i * 26 }),
      ),
    )
  const draft = await read([0, 1, 2].map(numbered))
  expect(voices(draft)).toEqual(['CHIEF JUSTICE ROBERTS 6', 'MR. GUARNIERI 6'])
  expect(draft.text).toContain(
    'first this morning in Case 20-543, Yellen against the Tribes, the first spring of several.',
  )
  expect(noticeOf(draft, /in the margin left out/)?.count).toBe(21)
})

test('paragraph numbers in the margin are left out, numbers in the text are not', async () => {
  const numbers = (from: number) =>
    column(
      [0, 1, 2].map((i) => `${from + i}`),
      { x: 40, pitch: 28 },
    )
  const said = (n: number) =>
    column(onPage([`Ada: ${n} of us came.`, '', `Ben: 12 and ${n}`, '', 'Ada: Twelve of us.'], n))
  const draft = await read([page(numbers(1), said(1)), page(numbers(4), said(2)), page(numbers(7), said(3))])
  expect(noticeOf(draft, /in the margin/)).toMatchObject({
    count: 9,
    samples: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  })
  expect(lines(draft).slice(0, 2)).toEqual(['Ada: 1 of us summer came.', 'Ben: 12 and summer 1'])
})

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

test('words parted at line ends are put together where the document knows them', async () => {
  const text = [
    'The commons was ours, and the commit-',
    'tee kept it. Our committee met in spring, in a well-',
    'known place, and the land was good.',
  ]
  const draft = await read([page(column(text))])
  expect(draft.text).toBe(
    'The commons was ours, and the committee kept it. Our committee met in spring, in a well-known place, and the land was good.',
  )
  expect(noticeOf(draft, /put together/)).toMatchObject({
    kind: 'repaired',
    count: 1,
    samples: ['committee'],
  })
})

test('pages without text are named one by one', async () => {
  const scan: MadePage = { words: [], picture: true }
  const text = page(column(TALK))
  const draft = await read([text, text, scan, text, { words: [] }, text, scan, scan, scan])
  expect(noticeOf(draft, /pictures of text/)).toMatchObject({
    kind: 'dropped',
    count: 4,
    what: 'pages hold pictures of text only: pages 3, 7 to 9',
  })
})

test('text up the margin is left out and shown', async () => {
  const mark: Words = { at: [30, 600], text: 'Archive copy', turned: true }
  const draft = await read([page(column(TALK), [mark])])
  expect(draft.text).not.toContain('Archive')
  expect(noticeOf(draft, /upright/)?.samples).toEqual(['Archive copy'])
})

test('Hebrew runs from the right, labels first', async () => {
  const shown = (text: string): string => Array.from(text).toReversed().join('')
  const line = (y: number, name: string, words: string): readonly Words[] => [
    { at: [500 - 6.6 * (name.length + 1 + words.length), y], text: shown(words), font: 'unicode' },
    { at: [500 - 6.6 * name.length, y], text: shown(name), font: 'unicode' },
  ]
  const talk = [0, 1, 2].flatMap((i) => [
    ...line(90 + i * 40, 'דנה:', 'מה שלומך היום'),
    ...line(110 + i * 40, 'יוסי:', 'טוב מאוד תודה'),
  ])
  const draft = await read([page(talk)])
  expect(lines(draft)[0]).toBe('דנה: מה שלומך היום')
  expect(voices(draft)).toEqual(['דנה 3', 'יוסי 3'])
})

test('Japanese is read through the character maps, without spaces at line ends', async () => {
  const line = (y: number, text: string): Words => ({ at: [72, y], text, font: 'japanese' })
  const long = 'これは谷の水についての長い話です'
  const draft = await read([page([line(90, long), line(104, long)])])
  expect(draft.text).toBe(long + long)
})
