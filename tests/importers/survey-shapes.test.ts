import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readSource } from '../../shared/importers/read-source.ts'
import type { SourceDraft } from '../../shared/importers/source-draft.ts'
import { surveyDrafts } from '../../shared/importers/survey-drafts.ts'
import { bytesOf, draftOf, problemOf, spoken, unsound } from './read-file.ts'
import { headings, people, survey } from './survey-parts.ts'

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

function total(drafts: readonly SourceDraft[]): number {
  return drafts.reduce((sum, { words }) => sum + words, 0)
}
