import { expect, test } from 'vitest'
import { excerptSheet, projectTables, projectValues } from '../../shared/exchange/project-tables.ts'
import { smallInquiry } from '../report/small-inquiry.ts'

const withdrawnOnly = {
  source: 'Interview 05',
  code: 'Hope',
  quote: 'Withdrawn sorrow of the fifth about the money and the sea.',
}
const { project, texts } = smallInquiry({ codings: [withdrawnOnly] })

test('a code whose only words were withdrawn has a row without words', () => {
  expect(excerptSheet(project, texts).rows).toEqual([
    ['Funding', 'Barriers › Funding'],
    ['No funding loop', 'Barriers › Funding › No funding loop'],
    ['Metrics', 'Barriers › Metrics'],
    ['Hope', 'Hope'],
    ['Boats', 'Boats'],
  ])
})

test('values for other programs hold no words, names or people that were kept back', () => {
  const whole = smallInquiry()
  const values = JSON.stringify(projectValues(whole.project, whole.texts))
  expect(values).toContain('They wanted a number by June, any number really. [Noor]')
  for (const secret of [
    'Tomás',
    'Withdrawn',
    'Grietje',
    'Paraphrasable',
    'Countable',
    'A voice nobody knows',
  ])
    expect(values).not.toContain(secret)
})

test('rules and examples of codes are told beside quotes without real names', () => {
  const { project, texts } = smallInquiry()
  const code = new Map(
    [...project.tables.code].map(([id, each]) => [
      id,
      { ...each, definition: 'As Grietje Bakstra has it', example: 'Quentin said so', aliases: ['Oberholz'] },
    ]),
  )
  const named = { ...project, tables: { ...project.tables, code } }
  const told = JSON.stringify([projectTables(named, texts), projectValues(named, texts)])
  for (const name of ['Grietje', 'Bakstra', 'Quentin', 'Oberholz']) expect(told).not.toContain(name)
  expect(told).toContain('As [Noor] has it')
})
