import { expect, test } from 'vitest'
import { draftOf, report, spoken, unsound } from './read-file.ts'

const talk = [
  ['Ana Berg', 'Who keeps the ferry in winter?'],
  ['Bo Lind', 'The town does: it always did.'],
  ['Ana Berg', 'Since when?'],
  ['Bo Lind', 'Since the flood, my aunt said.'],
  ['Ana Berg', 'And the fares?'],
  ['Bo Lind', 'Nobody asks for them.'],
] as const
const said = talk.map(([name, words]) => `${name}: ${words}`)
const clock = (i: number): string => `00:0${i}:05`
const write = (line: (name: string, words: string, i: number) => string): string =>
  talk.map(([name, words], i) => line(name, words, i)).join('')

const timed: readonly (readonly [string, string, string])[] = [
  ['name, time and words on one line', 'txt', write((n, w, i) => `${n} [${clock(i)}] ${w}\n\n`)],
  ['a time above a name above the words', 'txt', write((n, w, i) => `0${i}:05\n${n}\n${w}\n\n`)],
  ['a name above a time above the words', 'txt', write((n, w, i) => `${n}\n${i}:05\n${w}\n`)],
  ['a name with a colon and a time', 'txt', write((n, w, i) => `${n}: 0${i}:05\n${w}\n\n`)],
  ['a time and a name on a line', 'txt', write((n, w, i) => `${clock(i)} ${n}\n${w}\n\n`)],
  ['a time in brackets and a name on a line', 'txt', write((n, w, i) => `[${clock(i)}] ${n}\n${w}\n\n`)],
  [
    'frames and a range above a name',
    'txt',
    write((n, w, i) => `${clock(i)}:12 - ${clock(i)}:20\n${n}\n${w}\n\n`),
  ],
  ['frames before a name', 'txt', write((n, w, i) => `${clock(i)};12 ${n}: ${w}\n\n`)],
  ['name, time and words between tabs', 'txt', write((n, w, i) => `${n}\t${clock(i)}\t${w}\n`)],
  [
    'a time in words, thrice, as Teams shows it',
    'txt',
    write((n, w, i) => `${n}\n${i} minutes 5 seconds${i}:05\n${n} ${i} minutes 5 seconds\n${w}\n\n`),
  ],
  [
    'headings of names with a time',
    'md',
    `# Talk\n\n${write((n, w, i) => `### ${n} (${clock(i)})\n\n${w}\n\n`)}`,
  ],
  [
    'a Markdown table',
    'md',
    `| Time | Speaker | Text |\n|---|---|---|\n${write((n, w, i) => `| ${clock(i)} | **${n}** | ${w} |\n`)}`,
  ],
  ['bold names with a time before the words', 'md', write((n, w, i) => `**${n} (${clock(i)})** ${w}\n\n`)],
]
for (const [what, ending, text] of timed)
  test(`turns with ${what}`, async () => {
    const draft = await draftOf(`talk.${ending}`, text)
    expect(spoken(draft)).toEqual(said)
    expect(draft.turnsAre).toBe('recognised')
    expect(draft.turns.map((turn) => turn.time)).toEqual(talk.map((_, i) => i * 60_000 + 5000))
    expect(unsound(draft)).toEqual([])
  })

const untimed: readonly (readonly [string, string])[] = [
  ['names before a stroke', write((n, w) => `${n} – ${w}\n\n`)],
  ['names before a point and a stroke', write((n, w) => `${n}.- ${w}\n`)],
  ['WhatsApp messages', write((n, w, i) => `04/03/2024, 10:0${i} - ${n}: ${w}\n`)],
  ['WhatsApp messages of a telephone', write((n, w, i) => `[04.03.24, 10:0${i}:12] ${n}: ${w}\n`)],
  ['numbers before the names', write((n, w, i) => `${i + 1}. ${n}: ${w}\n`)],
  ['a cross before the names', write((n, w) => `#${n}: ${w}\n`)],
  ['bullets before the names', write((n, w) => `- ${n}: ${w}\n`)],
]
for (const [what, text] of untimed)
  test(`turns with ${what}`, async () => {
    const draft = await draftOf('talk.txt', text)
    expect(spoken(draft)).toEqual(said)
    expect(draft.turns.every((turn) => turn.time === null)).toBe(true)
    expect(unsound(draft)).toEqual([])
  })

const letters: readonly (readonly [string, string, string])[] = [
  ['P', 'R', '. '],
  ['В', 'О', '. '],
  ['ש', 'ת', '. '],
  ['E', 'R', '.- '],
  ['Q', 'A', '     '],
  ['И.', 'Р.', ': '],
  ['Int.', 'Befr.', ': '],
  ['P?', 'P1/P2', ': '],
  ['Interviewer', 'Participant #3', ': '],
  ['साक्षात्कारकर्ता', 'उत्तरदाता', ': '],
  ['مصاحبه‌گر', 'مصاحبه‌شونده', ': '],
]
for (const [asks, answers, sign] of letters)
  test(`${asks} asks and ${answers} answers`, async () => {
    const text = write((n, w) => `${n === 'Ana Berg' ? asks : answers}${sign}${w}\n`)
    expect((await draftOf('talk.txt', text)).speakers.map((each) => [each.label, each.turns])).toEqual([
      [asks, 3],
      [answers, 3],
    ])
  })

test('minutes of a hearing put a point behind who speaks', async () => {
  const text =
    'The Chairman. We begin.\nMr. Lind. I mend nets.\nThe Chairman. Since when?\nMr. Lind. Since I was six. Mr. Berg taught me.\nThe Chairman. And then?\nMr. Lind. I stayed.\n'
  expect(spoken(await draftOf('hearing.txt', text)).slice(2, 4)).toEqual([
    'The Chairman: Since when?',
    'Mr. Lind: Since I was six. Mr. Berg taught me.',
  ])
})

test('answers to choose from are no voices', async () => {
  const question = 'Which of these do you use most of all?\nA - The ferry\nB - The bridge\nC - The boat\n\n'
  expect((await draftOf('choices.txt', question.repeat(5))).turns).toEqual([])
})

test('a list of changes under repeated headings is no talk', async () => {
  const changes = [1, 2, 3, 4].map((i) => `## ${i}.0\n\n### Added\n\n- a thing\n\n### Fixed\n\n- another\n\n`)
  expect((await draftOf('CHANGELOG.md', changes.join(''))).turns).toEqual([])
})

test('numbers in the margin go, are counted, and the words keep their place in the file', async () => {
  const lines = talk.flatMap(([name, words]) => [
    `${name === 'Ana Berg' ? 'Q.' : 'A.'}  ${words}`,
    'and so on.',
    '',
  ])
  const numbered = lines.map((line, i) => {
    const number = lines.slice(0, i + 1).filter((each) => each !== '').length
    return line === '' ? '' : `${String(number).padStart(3)}   ${line}`
  })
  const text = numbered.join('\n')
  const draft = await draftOf('court.txt', text)
  expect(spoken(draft)[1]).toBe('A: The town does: it always did. / and so on.')
  expect(report(draft)).toEqual(['12 numbers in the margin left out'])
  expect(draft.origins[2]?.place).toMatchObject({ line: 4 })
  expect(unsound(draft)).toEqual([])
})

test('a numbered list keeps its numbers', async () => {
  const list = Array.from({ length: 20 }, (_, i) => `${i + 1}. What is the ${i}th thing?`).join('\n')
  expect((await draftOf('guide.txt', list)).text).toBe(list)
})

test('who started the transcription is no part of the talk', async () => {
  const text = `Ana Berg started transcription\n\n${write((n, w, i) => `${n}   ${i}:05\n${w}\n\n`)}Ana Berg stopped transcription\n`
  const draft = await draftOf('teams.txt', text)
  expect(spoken(draft)).toEqual(said)
  expect(report(draft)).toEqual(['2 lines of the transcription service left out'])
})

test('a date with a clock time is no fact', async () => {
  const draft = await draftOf('meet.txt', `Sync – 2025/03/04 10:02 GMT\n\n${write((n, w) => `${n}: ${w}\n`)}`)
  expect(draft.attributes).toEqual({})
})

test('times alone on their lines are followed though nobody is named', async () => {
  const draft = await draftOf(
    'a.txt',
    '(0:00 - 0:11)\nWho keeps it?\n\n(0:12 - 0:31)\nThe town.\n\n00:40\nSince when?\n',
  )
  expect(draft.syncPoints.map((each) => each.time)).toEqual([0, 12_000, 40_000])
})

test('where names stand before colons, strokes and times in the lines make no voices', async () => {
  const aside = 'Sunday - the ferry\nOkay [00:12:01] so it was\n[Crosstalk 00:12:03] and then\n'
  const text = write((n, w) => `${n}: ${w}\n${aside}`)
  expect((await draftOf('talk.txt', text)).speakers.map((each) => each.label)).toEqual([
    'Ana Berg',
    'Bo Lind',
  ])
})
