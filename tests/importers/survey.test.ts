import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readSource } from '../../shared/importers/read-source.ts'
import type { SourceDraft, SurveyTable } from '../../shared/importers/source-draft.ts'
import { surveyDrafts } from '../../shared/importers/survey-drafts.ts'
import { asGuessed, shapeOf } from '../../shared/importers/survey-table.ts'
import { bytesOf, draftOf, problemOf, report, spoken, unsound } from './read-file.ts'

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

const survey = (draft: SourceDraft): SurveyTable => {
  if (!draft.survey) throw new Error('This is no survey')
  return draft.survey
}

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

test('headings of survey programs in several rows are one question each', async () => {
  const qualtrics = `StartDate,ResponseId,Q1\nStart Date,Response ID,"What helped, if anything?"\n"{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"\n2024-05-03 10:00:00,R_1a,The long walks we took\n2024-05-03 11:00:00,R_2b,Food and music for all`
  const monkey = `Respondent ID,What helped?,Where are you from?\n,Open-Ended Response,Response\n118,The long walks we took,Delta\n119,Food and music for all,Coast`
  for (const table of [qualtrics, monkey]) {
    const draft = await draftOf('a.csv', table)
    expect(spoken(draft).map((each) => each.replace(/^.*: /, ''))).toEqual([
      'The long walks we took',
      'Food and music for all',
    ])
    expect(headings(draft)[0]).toMatch(/^What helped/)
  }
})

test('a table with one row an answer is the same survey, each answer in its own cell', async () => {
  const rows = [
    'P1,Delta,What helped?,The walks we took',
    'P1,Delta,What hindered?,Money',
    'P2,Coast,What helped?,The food we shared',
    'P2,Coast,What hindered?,',
  ]
  const draft = await draftOf('long.csv', `Respondent,Region,Question,Answer\n${rows.join('\n')}`)
  const sources = surveyDrafts(survey(draft), {
    roles: { 2: 'question', 3: 'question' },
    shape: 'respondents',
  })
  expect(sources.map(spoken)).toEqual([['P1: The walks we took', 'P1: Money'], ['P2: The food we shared']])
  expect(sources[1]?.origins?.map(({ place }) => place)).toEqual([
    { kind: 'cell', cell: 'C2' },
    { kind: 'cell', cell: 'D4' },
  ])
})

test('the sheet with the answers is taken, the others are named', async () => {
  const cell = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`
  const sheet = (rows: readonly (readonly string[])[]) =>
    `<worksheet><sheetData>${rows.map((row, i) => `<row r="${i + 1}">${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`
  const workbook = zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook><sheets><sheet name="Codes" r:id="r1"/><sheet name="Answers" r:id="r2"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/><Relationship Id="r2" Target="worksheets/b.xml"/></Relationships>',
    ),
    'xl/worksheets/a.xml': strToU8(
      sheet([
        ['Code', 'Meaning of it'],
        ['1', 'Not at all like me'],
        ['2', 'Quite like me'],
      ]),
    ),
    'xl/worksheets/b.xml': strToU8(
      sheet([
        ['Age', 'What helped you most?'],
        ['31', 'The long walks at night we took'],
        ['44', 'The food and all the music there'],
      ]),
    ),
  })
  const draft = await draftOf('a.xlsx', workbook)
  expect(spoken(draft)[0]).toBe('Respondent 1: The long walks at night we took')
  expect(draft.origins?.[1]?.place).toEqual({ kind: 'cell', cell: 'B2', sheet: 'Answers' })
  expect(draft.notices[0]).toMatchObject({ what: 'other sheet of the workbook left out', samples: ['Codes'] })
})

test('transcripts in tables stay transcripts, even where people ask questions', async () => {
  for (const table of [
    'speaker,text\nAna,How did you find it?\nRui,By chance\nAna,And then?\nRui,We stayed',
    'Time,Who,Words\n0:01,Ana,How did you find it?\n0:04,Rui,By chance I think\n0:09,Ana,And then what?',
    '0:01,Ana,How was the first year?\n0:04,Rui,It was long and cold.\n0:09,Ana,Go on please then.\n0:12,Rui,All of it.',
  ]) {
    expect((await draftOf('a.csv', table)).survey).toBeUndefined()
  }
})

test('a survey that could be a transcript by its columns is none', async () => {
  const rows = [
    '10:01,woman,The long walks at night',
    '10:09,man,The food and music',
    '10:30,woman,Nothing much to say',
    '11:00,man,All of it was',
  ]
  const draft = await draftOf('a.csv', `Time,Gender,What did you like best of all?\n${rows.join('\n')}`)
  expect(survey(draft).rows).toHaveLength(4)
})

test.each([
  ['numbers only', 'a,b\n1,2\n3,4', /^This table holds no answers in words/],
  ['headings only', 'Age,What helped?', /^This table has headings but no rows/],
  ['no headings', '1,2,3\nx,y,z', /^The first row of this table does not name its columns/],
  ['prose that is none', 'One paragraph.\nAnd another.', /^This table has only one column/],
])('%s is turned away with a sentence', async (_, table, sentence) => {
  expect(await problemOf('a.csv', table)).toMatch(sentence)
})

test('whatever stands in the cells, a survey gives sound sources with the same people either way', async () => {
  const cell = fc.constantFrom(
    '',
    'Ana',
    '7',
    'NA',
    'a, b',
    'One\nline and more',
    '&lt;b&gt;',
    '=1+1',
    '\ud800',
    'é',
    'a@b.cd',
    '"',
  )
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 4 }), { minLength: 1, maxLength: 8 })
  const role = fc.constantFrom('question', 'attribute', 'respondent', 'left out')
  await fc.assert(
    fc.asyncProperty(rows, fc.array(role, { minLength: 3, maxLength: 3 }), async (table, chosen) => {
      const quoted = table.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
      const outcome = await readSource({
        name: 'a.csv',
        bytes: bytesOf(`Who,What helped?,Where are you?\n${quoted.join('\n')}`),
      })
      if (!outcome.ok) return
      const decided = { roles: Object.fromEntries(chosen.map((each, i) => [i, each] as const)) }
      const apart = surveyDrafts(survey(outcome.draft), { ...decided, shape: 'respondents' })
      const whole = surveyDrafts(survey(outcome.draft), { ...decided, shape: 'questions' })
      expect([...apart, ...whole, outcome.draft].flatMap(unsound)).toEqual([])
      expect(people(whole)).toEqual(people(apart))
      expect(total(whole)).toBe(total(apart))
    }),
  )
})

function headings(draft: SourceDraft | undefined): readonly string[] {
  return (draft?.blocks ?? []).map(({ start, end }) => draft?.text.slice(start, end) ?? '')
}

function people(drafts: readonly SourceDraft[]): readonly string[] {
  return [...new Set(drafts.flatMap(({ speakers }) => speakers.map(({ label }) => label)))]
}

function total(drafts: readonly SourceDraft[]): number {
  return drafts.reduce((sum, { words }) => sum + words, 0)
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  for (let i = 0; i < text.length; i += 1) {
    bytes[i * 2] = text.charCodeAt(i) & 255
    bytes[i * 2 + 1] = text.charCodeAt(i) >> 8
  }
  return bytes
}
