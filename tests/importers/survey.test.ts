import { expect, test } from 'vitest'
import type { SourceDraft } from '../../shared/importers/source-draft.ts'
import { surveyDrafts } from '../../shared/importers/survey-drafts.ts'
import { asGuessed, shapeOf } from '../../shared/importers/survey-table.ts'
import { bytesOf, draftOf, report, spoken, unsound } from './read-file.ts'
import { headings, survey } from './survey-parts.ts'

const cells = [
  [
    'Timestamp',
    'ID',
    'E-mail',
    'Your name',
    'Which region, if any?',
    'Age',
    'Consent',
    'What helped you,\nmost of all?',
    'What stood in the way?',
    'Anything else',
  ],
  [
    '2024-05-03 10:00:12',
    'P01',
    'ana@example.org',
    'Ana Silva',
    'Delta',
    '31',
    'yes',
    'The long walks,\nand the "night" talks',
    'Money',
    '',
  ],
  [
    '2024-05-03 11:20:44',
    'P02',
    'rui@example.org',
    'Rui Costa',
    'Coast',
    '44',
    'yes',
    'The food &amp; the music we made',
    'No grant covers the first year',
    '',
  ],
  [
    '2024-05-04 09:01:10',
    'P03',
    'ivo@example.org',
    'Ivo Prado',
    'Delta',
    '',
    'no',
    'Neighbours who came back every week',
    '',
    '',
  ],
  ['2024-05-04 10:01:10', 'P04', 'eva@example.org', 'Eva Lund', 'Delta', '52', 'no', '', '', ''],
]

const written = (separator: string): string =>
  cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join('\n')

const gardens = written(',')

const roles = (draft: SourceDraft): readonly string[] =>
  survey(draft).columns.map(({ heading, role, why }) => `${heading}: ${role}${why ? `, ${why}` : ''}`)

test('each column of a survey gets the role that its heading and values suggest', async () => {
  expect(roles(await draftOf('gardens.csv', gardens))).toEqual([
    'Timestamp: left out, when it was filled in',
    'ID: respondent',
    'E-mail: left out, e-mail addresses',
    'Your name: left out, names',
    'Which region, if any?: attribute',
    'Age: attribute',
    'Consent: attribute',
    'What helped you, most of all?: question',
    'What stood in the way?: question',
    'Anything else: left out, nothing in it',
  ])
})

test('kinds of attributes follow their values', async () => {
  const rows = [
    'A,3,yes,2024-05-01,0123',
    'B,4,no,2024-05-02,0456',
    'A,5,yes,,0789',
    'B,6,no,2024-05-04,0123',
  ]
  const table = `Group,Years,Local,Since,Post code,What helped?\n${rows.map((row, i) => `${row},It was a good thing number ${i}`).join('\n')}`
  const kinds = survey(await draftOf('a.csv', table)).columns.map(({ kind }) => kind)
  expect(kinds.slice(0, 5)).toEqual(['choice', 'number', 'yes-no', 'date', 'text'])
})

test('a source for each respondent: questions are headings, answers turns, unanswered ones leave no heading', async () => {
  const draft = await draftOf('gardens.csv', gardens)
  const sources = surveyDrafts(survey(draft), asGuessed)
  expect(sources.map(({ name }) => name)).toEqual(['P01', 'P02', 'P03', 'P04'])
  expect(sources[0]?.text).toBe(
    'What helped you, most of all?\nThe long walks,\nand the "night" talks\nWhat stood in the way?\nMoney',
  )
  expect(sources.map(spoken)).toEqual([
    ['P01: The long walks, / and the "night" talks', 'P01: Money'],
    ['P02: The food & the music we made', 'P02: No grant covers the first year'],
    ['P03: Neighbours who came back every week'],
    [],
  ])
  expect(headings(sources[2])).toEqual(['What helped you, most of all?'])
  expect(sources.map(({ words }) => words)).toEqual([8, 12, 6, 0])
  expect(sources.flatMap(unsound)).toEqual([])
})

test('one source, question by question: the same people, words and answers', async () => {
  const draft = await draftOf('gardens.csv', gardens)
  const [whole, ...more] = surveyDrafts(survey(draft), { ...asGuessed, shape: 'questions' })
  if (!whole) throw new Error('Nothing came of it')
  expect(more).toEqual([])
  expect(headings(whole)).toEqual(['What helped you, most of all?', 'What stood in the way?'])
  expect(spoken(whole)[3]).toBe('P01: Money')
  expect(whole.speakers.map(({ label, turns }) => `${label} ${turns}`)).toEqual([
    'P01 2',
    'P02 2',
    'P03 1',
    'P04 0',
  ])
  expect([whole.words, whole.units]).toEqual([26, 4])
  expect(unsound(whole)).toEqual([])
})

test('every answer says in which cell it stands, whatever stands above it', async () => {
  const draft = await draftOf(
    'a.csv',
    `\n\n${gardens.replace('\n"2024-05-03 11', '\n,,,,,,,,,\n"2024-05-03 11')}`,
  )
  const places = (draft.origins ?? []).map(({ start, place }) => {
    const words = draft.text.slice(start, start + 9)
    return `${place.kind === 'cell' ? place.cell : ''} ${words}`
  })
  expect(places).toContain('H4 The long ')
  expect(places).toContain('H6 The food ')
  expect(places).toContain('I3 What stoo')
  expect(report(draft)).toContain('1 empty row left out')
})

test('what names people stays out and is said; what was repaired and who said nothing too', async () => {
  expect(report(await draftOf('gardens.csv', gardens))).toEqual([
    '1 cell with HTML signs read as what they stand for',
    '2 columns that tell who somebody is left out',
    '2 other columns left out',
    '1 of 4 respondents answered no open question, but was asked and counts',
  ])
})

test.each([
  ['CR only', (text: string) => bytesOf(text.replaceAll('\n', '\r'))],
  ['CRLF', (text: string) => bytesOf(text.replaceAll('\n', '\r\n'))],
  ['a BOM', (text: string) => bytesOf(`\uFEFF${text}`)],
  ['UTF-16', (text: string) => utf16(`\uFEFF${text}`)],
  ['UTF-16 without a mark', utf16],
  ['semicolons', () => bytesOf(written(';'))],
  ['tabs', () => bytesOf(written('\t'))],
  ['bars', () => bytesOf(`sep=|\n${written('|')}`)],
])('the same survey comes of %s', async (_, write) => {
  const draft = await draftOf('gardens.csv', write(gardens))
  expect(draft.turns).toHaveLength(5)
  expect(draft.words).toBe(26)
})

test('breaks inside cells are line breaks, however they are written', async () => {
  const draft = await draftOf(
    'a.tsv',
    'Region\tWhat helped you?\nDelta\tOne walk\u2029two walks\nCoast\tThree\u2028four or more\nDelta\tFive<br>six and seven',
  )
  expect(spoken(draft)).toEqual([
    'Respondent 1: One walk / two walks',
    'Respondent 2: Three / four or more',
    'Respondent 3: Five / six and seven',
  ])
  expect(draft.layout).toBe('Survey, question by question (TSV)')
})

test('one question makes one source, several make one for each respondent', async () => {
  const one = survey(await draftOf('a.csv', 'Age,What helped?\n31,The walks we took\n44,The food we shared'))
  const two = survey(await draftOf('gardens.csv', gardens))
  expect([shapeOf(one, asGuessed), shapeOf(two, asGuessed)]).toEqual(['questions', 'respondents'])
  expect(shapeOf(two, { roles: { 8: 'left out' } })).toBe('questions')
})

test('a column of one-word answers is a question, and empty rows in it are people who did not answer', async () => {
  const draft = await draftOf('free.csv', 'Gender\nwoman\nman\n\nnon-binary\nNA\nwoman\nx')
  expect(draft.speakers).toHaveLength(7)
  expect(draft.turns).toHaveLength(5)
  expect(report(draft)).toContain('2 of 7 respondents answered no open question, but were asked and count')
})

test('ticked lists stay attributes as text, and long answers are read', async () => {
  const list = [
    'Walks, Food',
    'Food, Music',
    'Walks, Music',
    'Walks, Food, Music',
    'Music',
    'Food',
    'Walks',
    'Walks, Music, Food',
  ]
  const table = list.map((cell, i) => `"${cell}","The ${i}th thing that helped was ${'very '.repeat(i)}good"`)
  const columns = survey(
    await draftOf('a.csv', `What did you join?,What helped?\n${table.join('\n')}`),
  ).columns
  expect(columns.map(({ role, kind }) => `${role} ${kind}`)).toEqual(['attribute text', 'question text'])
})

test('a number alone is not who somebody is, a name never becomes a pseudonym', async () => {
  const numbered = await draftOf('a.csv', 'ID,What helped?\n17,The walks we took\n18,The food we shared')
  expect(numbered.speakers.map(({ label }) => label)).toEqual(['Respondent 17', 'Respondent 18'])
  const draft = await draftOf('gardens.csv', gardens)
  const [first] = surveyDrafts(survey(draft), { roles: { 3: 'respondent', 1: 'left out' } })
  expect(first?.speakers[0]?.respondent).toMatchObject({
    pseudonym: 'Respondent 1',
    name: 'Ana Silva',
    isStated: false,
  })
})

test('rows of the same respondent are one person', async () => {
  const draft = await draftOf(
    'a.csv',
    'Code,Region,What helped?\nA1,Delta,The walks\nB2,Coast,The food\nA1,Delta,More walks',
  )
  const sources = surveyDrafts(survey(draft), {
    roles: { 0: 'respondent', 2: 'question' },
    shape: 'questions',
  })
  expect(sources[0]?.speakers.map(({ label, turns }) => `${label} ${turns}`)).toEqual(['A1 2', 'B2 1'])
})

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  for (let i = 0; i < text.length; i += 1) {
    bytes[i * 2] = text.charCodeAt(i) & 255
    bytes[i * 2 + 1] = text.charCodeAt(i) >> 8
  }
  return bytes
}
