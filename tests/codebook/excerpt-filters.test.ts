import { expect, test } from 'vitest'
import {
  asked,
  type ExcerptFilter,
  type ExcerptSort,
  excerptsWith,
  filterExcerpts,
  groupExcerpts,
  noFilter,
} from '../../renderer/parts/excerpt-filters-rules.ts'
import { buildProject } from '../support/build-project.ts'

const built = buildProject({
  coders: ['Ada', 'Ben'],
  attributes: [{ id: 'region', of: 'participant', name: 'Region', kind: 'text' }],
  participants: [
    { name: 'Noor', attributes: { region: 'South' } },
    { name: 'Ilse', attributes: { region: 'North' }, consent: 'paraphrase' },
  ],
  sources: [
    {
      name: 'Interview 1',
      turns: [
        ['I', 'What happened?'],
        ['Noor', 'No grant covered it. Then the river rose.'],
      ],
    },
    {
      name: 'Session',
      kind: 'group',
      turns: [
        ['Ilse', 'We shared what was left.'],
        ['Noor', 'All of it, señora.'],
      ],
    },
  ],
  codes: ['Money', { name: 'Sharing', parent: 'Money' }],
  codings: [
    { source: 'Session', code: 'Money', quote: 'We shared what was left.', coder: 'Ben', stance: 'denies' },
    { source: 'Session', code: 'Money', quote: 'All of it, señora.', star: true, note: 'Laughs' },
    { source: 'Interview 1', code: 'Money', quote: 'No grant covered it.', flag: true, layer: 'agreed' },
    { source: 'Interview 1', code: 'Money', quote: 'What happened?' },
    { source: 'Session', code: 'Sharing', quote: 'We shared' },
  ],
})
const money = built.code('Money').id
const all = excerptsWith(built.project, new Set([money]))
const words = (excerpts: typeof all) =>
  excerpts.map(({ coding }) => built.texts(coding.content)?.slice(coding.start, coding.end))
const shown = (filter: Partial<ExcerptFilter>) =>
  words(filterExcerpts(all, { ...noFilter, ...filter }, built.texts, () => '2025-03-02'))
const headings = (sort: ExcerptSort) =>
  groupExcerpts(built.project, all, sort).map(({ title, excerpts }) => [title, ...words(excerpts)])

test('a code’s excerpts come source by source; codes below only when asked', () => {
  expect(words(all)).toEqual([
    'What happened?',
    'No grant covered it.',
    'We shared what was left.',
    'All of it, señora.',
  ])
  expect(excerptsWith(built.project, new Set([money, built.code('Sharing').id]))).toHaveLength(5)
})

test('an excerpt says what may be done with it: here one may only be paraphrased', () => {
  expect(all.map((each) => each.consent)).toEqual(['quote', 'quote', 'paraphrase', 'quote'])
})

test('each filter asks one thing', () => {
  expect(shown({ participant: built.participant('Noor').id })).toEqual([
    'No grant covered it.',
    'All of it, señora.',
  ])
  expect(
    shown({
      attribute: {
        id: built.project.tables.attribute.values().next().value?.id ?? shouldBeThere(),
        value: 'North',
      },
    }),
  ).toEqual(['We shared what was left.'])
  expect(shown({ source: built.source('Session').id })).toHaveLength(2)
  expect(shown({ kind: 'interview' })).toHaveLength(2)
  expect(shown({ coder: built.coder('Ben').id })).toEqual(['We shared what was left.'])
  expect(shown({ layer: 'agreed' })).toEqual(['No grant covered it.'])
  expect(shown({ stance: 'denies' })).toEqual(['We shared what was left.'])
  expect(shown({ stance: 'none' })).toHaveLength(3)
  expect(shown({ star: true })).toEqual(['All of it, señora.'])
  expect(shown({ flag: true })).toEqual(['No grant covered it.'])
  expect([shown({ since: '2025-03-02' }).length, shown({ since: '2025-03-03' }).length]).toEqual([4, 0])
})

test('words are looked for in quotes and notes, without regard to case and accents', () => {
  expect(shown({ text: 'SENORA' })).toEqual(['All of it, señora.'])
  expect(shown({ text: 'laughs all' })).toEqual(['All of it, señora.'])
  expect(shown({ text: 'rose' })).toEqual([])
})

test('how much is asked leaves the words out', () => {
  expect(asked({ ...noFilter, text: 'river', star: true, kind: 'group' })).toBe(2)
})

test('by participant, everyone has a heading and an interviewer’s words stand last', () => {
  expect(headings('participant')).toEqual([
    ['Noor', 'No grant covered it.', 'All of it, señora.'],
    ['Ilse', 'We shared what was left.'],
    ['Nobody who counts', 'What happened?'],
  ])
})

test('by stance, what speaks against comes first', () => {
  expect(headings('stance').map(([title]) => title)).toEqual(['Denies', 'No stance'])
  expect(headings('source').map(([title]) => title)).toEqual(['Interview 1', 'Session'])
})

function shouldBeThere(): never {
  throw new Error('The attribute is not there')
}
