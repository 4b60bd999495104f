import { expect, test } from 'vitest'
import { shownRows, sourceRows } from '../../renderer/features/sources/source-rows.ts'
import { buildProject, countedId, standInHash } from '../support/build-project.ts'

const date = countedId<'attribute'>(7001)
const built = buildProject({
  attributes: [{ id: date, of: 'source', name: 'Date', kind: 'date' }],
  coders: ['Ada', 'Bo'],
  participants: ['Noor', 'Ilse'],
  codes: ['Funding'],
  sources: [
    {
      name: 'Interview 10',
      turns: [
        ['I', 'Why?'],
        ['Noor', 'Money, mostly money.'],
      ],
      attributes: { [date]: '2025-02-01' },
    },
    {
      name: 'Interview 2',
      turns: [
        ['Ilse', 'We count.'],
        ['Guest', 'So do we.'],
      ],
      roles: { Guest: 'participant' },
      attributes: { [date]: '2025-01-01' },
    },
    { name: 'Letter', kind: 'document', text: 'Dear all, no money.', participants: ['Noor'] },
  ],
  codings: [
    { source: 'Interview 10', quote: 'Money', code: 'Funding', coder: 'Bo' },
    { source: 'Interview 10', quote: 'mostly money', code: 'Funding', coder: 'Bo' },
    { source: 'Interview 10', quote: 'mostly', code: 'Funding', coder: 'Ada' },
    { source: 'Interview 10', quote: 'Money', code: 'Funding', coder: 'Ada', layer: 'agreed' },
  ],
})
const rows = sourceRows(built.project)
const names = (shown: typeof rows) => shown.map((row) => row.source.name)

test('a row counts codings for each coder and the agreed layer apart', () => {
  expect(rows[0]).toMatchObject({
    codings: 3,
    agreed: 1,
    turns: 2,
    date: '2025-02-01',
    participants: ['Noor'],
  })
  expect(rows[0]?.coders.map(({ coder, codings }) => [coder.name, codings])).toEqual([
    ['Bo', 2],
    ['Ada', 1],
  ])
})

test('a row names who takes part, by turns or as a whole, and voices nobody is linked to', () => {
  expect(rows[1]).toMatchObject({ participants: ['Ilse'], unlinked: 1 })
  expect(rows[2]).toMatchObject({ participants: ['Noor'], unlinked: 0, date: null })
})

test('rows are sorted by name with numbers as numbers, both ways', () => {
  expect(names(shownRows(rows, '', { by: 'name', down: false }))).toEqual([
    'Interview 2',
    'Interview 10',
    'Letter',
  ])
  expect(names(shownRows(rows, '', { by: 'codings', down: true }))[0]).toBe('Interview 10')
  expect(names(shownRows(rows, '', { by: 'date', down: false })).at(-1)).toBe('Interview 10')
  expect(names(shownRows(rows, '', { by: 'order', down: false }))).toEqual([
    'Interview 10',
    'Interview 2',
    'Letter',
  ])
})

test('every word that is typed must fit, in name, participants, kind or status', () => {
  expect(names(shownRows(rows, 'noor', { by: 'order', down: false }))).toEqual(['Interview 10', 'Letter'])
  expect(names(shownRows(rows, 'NOOR document', { by: 'order', down: false }))).toEqual(['Letter'])
  expect(shownRows(rows, 'nobody', { by: 'order', down: false })).toEqual([])
})

test('codings whose words a correction took away are told apart', () => {
  const [coding] = built.codings
  if (!coding) throw new Error('There is no coding')
  const earlier = { ...coding, content: standInHash('an earlier text') }
  const codings = new Map(built.project.codings)
  codings.set(coding.source, [
    earlier,
    ...(codings.get(coding.source) ?? []).filter(({ id }) => id !== coding.id),
  ])
  const rows = sourceRows({ ...built.project, codings })
  expect(rows.find(({ id }) => id === coding.source)?.unplaced).toBe(1)
  expect(sourceRows(built.project).every(({ unplaced }) => unplaced === 0)).toBe(true)
})
