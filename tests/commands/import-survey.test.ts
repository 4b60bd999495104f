import { expect, test } from 'vitest'
import { prevalenceOf } from '../../shared/analysis/prevalence.ts'
import { readLayer } from '../../shared/analysis/read-layer.ts'
import { tallyLayer } from '../../shared/analysis/tally.ts'
import { applyCode } from '../../shared/commands/apply-code.ts'
import { attributesOf } from '../../shared/commands/attributes.ts'
import { importSources, type SourcesImport } from '../../shared/commands/import-sources.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import { surveyDrafts } from '../../shared/importers/survey-drafts.ts'
import type { SurveyShape } from '../../shared/importers/survey-table.ts'
import { inOrder, type Project, sourcesInOrder, turnsOf } from '../../shared/model/project.ts'
import { buildProject, countedId, standInHash } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const table = `Code name,Region,Age,What helped you?,What stood in the way?
P01,Delta,31,The long walks at night,No grant covers it
P02,Coast,44,The food and the music,
P03,Delta,,Neighbours who came back,Time
P04,Coast,52,,
`

const begun = buildProject({
  coders: ['Ada'],
  codes: [{ name: 'Company' }],
  questions: ['What  stood in the way?'],
  participants: ['p02'],
})

async function surveyOf(
  project: Project,
  shape: SurveyShape,
  text = table,
  name = 'gardens.csv',
  from = 1_000_000,
): Promise<SourcesImport> {
  const outcome = await readSource({ name, bytes: new TextEncoder().encode(text) })
  if (!outcome.ok || !outcome.draft.survey) throw new Error('This is no survey')
  const file = { hash: 'f'.repeat(64), name, bytes: new Uint8Array(3) }
  const drafts = surveyDrafts(outcome.draft.survey, { roles: { 0: 'respondent' }, shape })
  const making = makingBy(countedId<'coder'>(2), from)
  return importSources(
    project,
    drafts.map((draft) => ({
      draft,
      content: standInHash(draft.text),
      original: file,
      kind: 'survey' as const,
    })),
    making,
  )
}

const both = [
  ['respondents' as const, 4],
  ['questions' as const, 1],
] as const

test.each(both)(
  'a survey by %s is one change with the same participants, facts and questions',
  async (shape, sources) => {
    const { gesture, originals } = await surveyOf(begun.project, shape)
    expect(originals).toHaveLength(1)
    const end = expectChange(begun.project, gesture)
    expect(end.tables.source.size).toBe(sources)
    expect(
      inOrder(end.tables.participant)
        .map(({ pseudonym }) => pseudonym)
        .sort(),
    ).toEqual(['P01', 'P03', 'P04', 'p02'])
    expect(attributesOf(end, 'participant').map(({ name, kind, choices }) => [name, kind, choices])).toEqual([
      ['Region', 'choice', ['Coast', 'Delta']],
      ['Age', 'number', undefined],
    ])
    expect(factsOf(end, 'P03')).toEqual(['Delta'])
    expect(factsOf(end, 'p02')).toEqual(['Coast', 44])
    expect(inOrder(end.tables.question).map(({ text }) => text)).toEqual([
      'What  stood in the way?',
      'What helped you?',
    ])
  },
)

test.each(both)('by %s, those who said nothing were asked and count', async (shape) => {
  const { gesture, contents } = await surveyOf(begun.project, shape)
  const end = expectChange(begun.project, gesture)
  for (const source of end.tables.source.values())
    expect(Object.values(source.asked ?? {})).toEqual(['asked', 'asked'])
  const [walks] = sourcesInOrder(end)
  const turn = walks && turnsOf(end, walks.id)[0]
  if (!walks || !turn) throw new Error('There is no answer')
  const making = makingBy(begun.coder('Ada').id, 5_000_000)
  const text = contents.find(({ hash }) => hash === walks.content)?.text ?? ''
  const coding = applyCode(end, { source: walks.id, text, spans: [turn] }, [begun.code('Company').id], making)
  if (!coding) throw new Error('Nothing was coded')
  const prompted = coding.edits.map((edit) => ({ ...edit, after: { ...edit.after, origin: 'prompted' } }))
  const coded = expectChange(end, { ...coding, edits: prompted })
  const tally = tallyLayer(coded, readLayer(coded))
  expect(prevalenceOf(tally, begun.code('Company').id)).toMatchObject({ n: 1, of: 4, silent: 3, asked: 4 })
})

test('answers say which question they answer, headings are nobody’s', async () => {
  const end = expectChange(begun.project, (await surveyOf(begun.project, 'respondents')).gesture)
  const [first] = sourcesInOrder(end)
  if (!first) throw new Error('Nothing came in')
  const asks = turnsOf(end, first.id).map(
    ({ question }) => question && end.tables.question.get(question)?.text,
  )
  expect(asks).toEqual(['What helped you?', 'What  stood in the way?'])
  expect([first.name, first.kind, first.words]).toEqual(['P01', 'survey', 9])
  expect(first.blocks).toEqual([0, 0, 16, 0, 41, 63])
})

test('a second survey reuses questions, attributes and stated ids, but never counts two people as one', async () => {
  const numbered = 'Region,What helped you?\nHills,The quiet of it all\nDelta,The walks we took'
  const one = expectChange(begun.project, (await surveyOf(begun.project, 'respondents')).gesture)
  const wave = table.replace('P03,Delta,', 'P03,Hills,').replace(',31,', ',99,')
  const two = expectChange(one, (await surveyOf(one, 'respondents', wave, 'wave 2.csv', 2_000_000)).gesture)
  expect(two.tables.participant.size).toBe(4)
  expect(two.tables.question.size).toBe(2)
  expect(factsOf(two, 'P01')).toEqual(['Delta', 31])
  expect(attributesOf(two, 'participant')[0]?.choices).toEqual(['Coast', 'Delta', 'Hills'])
  const names = async (start: Project, file: string, from: number) => {
    const outcome = await readSource({ name: file, bytes: new TextEncoder().encode(numbered) })
    if (!outcome.ok || !outcome.draft.survey) throw new Error('This is no survey')
    const drafts = surveyDrafts(outcome.draft.survey, { roles: {} })
    const original = { hash: 'e'.repeat(64), name: file, bytes: new Uint8Array(3) }
    const kept = drafts.map((draft) => ({
      draft,
      content: standInHash(draft.text),
      original,
      kind: 'survey' as const,
    }))
    return expectChange(start, importSources(start, kept, makingBy(countedId<'coder'>(2), from)).gesture)
  }
  const three = await names(two, 'spring.csv', 3_000_000)
  const four = await names(three, 'autumn.csv', 4_000_000)
  expect(
    inOrder(four.tables.participant)
      .map(({ pseudonym }) => pseudonym)
      .slice(4)
      .sort(),
  ).toEqual(['Respondent 1', 'Respondent 1 (autumn)', 'Respondent 2', 'Respondent 2 (autumn)'])
})

function factsOf(project: Project, pseudonym: string): readonly unknown[] {
  const person = [...project.tables.participant.values()].find((each) => each.pseudonym === pseudonym)
  return attributesOf(project, 'participant').flatMap(({ id }) => person?.attributes?.[id] ?? [])
}
