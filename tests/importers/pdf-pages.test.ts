import { expect, test } from 'vitest'
import { column, type MadePage, type Words } from '../support/pdf-fixture.ts'
import { lines, noticeOf, onPage, page, read, TALK, voices } from './read-made-pdf.ts'

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
