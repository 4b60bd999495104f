import { expect, test } from 'vitest'
import { guessRoles } from '../../shared/importers/guess-roles.ts'

const rolesOf = (...labels: readonly string[]): readonly string[] =>
  guessRoles(
    labels.map((label) => ({ label, turns: 1 })),
    [],
    '',
    {},
  ).map((each) => each.role)

test('words for roles are understood in many languages', () => {
  for (const label of [
    'Interviewer 1',
    'INT',
    'Moderator',
    'Facilitator',
    'Forscherin',
    'Chercheur',
    'Enquêtrice',
    'Entrevistadora',
    'Pesquisador',
    'Ricercatrice',
    'Onderzoeker',
    'Badaczka',
    'Интервьюер',
    'Görüşmeci',
    '采访者',
    '问',
    'インタビュアー',
    '면담자',
    'מראיינת',
    'الباحثة',
  ]) {
    expect(rolesOf(label, 'Ana'), label).toEqual(['interviewer', 'participant'])
  }
})

test('letters mean a role beside the letters they are used with', () => {
  expect(rolesOf('I', 'B')).toEqual(['interviewer', 'participant'])
  expect(rolesOf('Q', 'A')).toEqual(['interviewer', 'participant'])
  expect(rolesOf('M', 'P1', 'P2')).toEqual(['interviewer', 'participant', 'participant'])
  expect(rolesOf('M', 'Ana')).toEqual(['participant', 'participant'])
})

test('unknown voices and sounds belong to nobody', () => {
  expect(rolesOf('Unknown Speaker', 'Several', 'Music', '??', 'קריאה')).toEqual([
    'unknown',
    'unknown',
    'unknown',
    'unknown',
    'unknown',
  ])
})

test('who puts most questions is the interviewer, and nobody when nobody clearly does', () => {
  const text = 'How?Why?So.Well.Where?Yes.'
  const turns = [
    [0, 4, 0],
    [4, 8, 0],
    [8, 11, 1],
    [11, 16, 1],
    [16, 22, 0],
    [22, 26, 1],
  ].map(([start = 0, end = 0, speaker = 0]) => ({ start, end, speaker }))
  const speakers = [
    { label: 'Noor', turns: 3 },
    { label: 'Ana', turns: 3 },
  ]
  expect(guessRoles(speakers, turns, text, {}).map((each) => each.role)).toEqual([
    'interviewer',
    'participant',
  ])
  expect(guessRoles(speakers, turns, text.replaceAll('?', '.'), {}).map((each) => each.role)).toEqual([
    'participant',
    'participant',
  ])
  expect(guessRoles(speakers, turns, text, { 'Interviewed by': 'Ana' }).map((each) => each.role)).toEqual([
    'participant',
    'interviewer',
  ])
})
