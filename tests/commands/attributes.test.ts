import { expect, test } from 'vitest'
import {
  addAttribute,
  attributesOf,
  changeAttribute,
  removeAttribute,
  setParticipantValue,
  setSourceValue,
  valuesThatDoNotFit,
} from '../../shared/commands/attributes.ts'
import { kindOfValues, readValue } from '../../shared/commands/attributes-written.ts'
import { buildProject, countedId } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const making = () => makingBy(countedId<'coder'>(2))

const years = countedId<'attribute'>(7001)
const built = buildProject({
  attributes: [{ id: years, of: 'participant', name: 'Years', kind: 'text' }],
  participants: [
    { name: 'Noor', attributes: { [years]: '12' } },
    { name: 'Ilse', attributes: { [years]: 'many' } },
  ],
  sources: [{ name: 'Interview', text: 'Words' }],
})
const { project } = built

function gestureOf(change: ReturnType<typeof addAttribute>) {
  if (!change.ok) throw new Error(change.problem)
  return change.gesture
}

test('an attribute is added after the others, once', () => {
  const wish = { name: 'Region', kind: 'choice', choices: ['Delta', ' Coast ', 'Delta', ''] } as const
  const after = expectChange(project, gestureOf(addAttribute(project, 'participant', wish, making())))
  expect(attributesOf(after, 'participant').map((each) => each.name)).toEqual(['Years', 'Region'])
  expect(attributesOf(after, 'participant')[1]?.choices).toEqual(['Delta', 'Coast'])
  expect(addAttribute(after, 'participant', { name: 'region', kind: 'text' }, making()).ok).toBe(false)
  expect(addAttribute(after, 'source', { name: 'Region', kind: 'text' }, making()).ok).toBe(true)
})

test('values that do not fit another kind go, are counted before, and come back with undo', () => {
  expect(valuesThatDoNotFit(project, years, 'number')).toBe(1)
  const after = expectChange(
    project,
    gestureOf(changeAttribute(project, years, { name: 'Years in it', kind: 'number' })),
  )
  expect(after.tables.participant.get(built.participant('Noor').id)?.attributes).toEqual({ [years]: 12 })
  expect(after.tables.participant.get(built.participant('Ilse').id)).not.toHaveProperty('attributes')
})

test('a deleted attribute leaves no values behind', () => {
  const after = expectChange(project, removeAttribute(project, years))
  expect(after.tables.attribute.size).toBe(0)
  expect([...after.tables.participant.values()].some((each) => each.attributes)).toBe(false)
})

test('a value is set and taken away', () => {
  const { id } = built.participant('Noor')
  const after = expectChange(project, setParticipantValue(project, id, years, '13'))
  expect(after.tables.participant.get(id)?.attributes).toEqual({ [years]: '13' })
  const bare = expectChange(after, setParticipantValue(after, id, years, null))
  expect(bare.tables.participant.get(id)).not.toHaveProperty('attributes')
  expect(setParticipantValue(bare, id, years, null)).toBeNull()
})

test('the first date of a source brings the attribute with it, the second uses it', () => {
  const { id } = built.source('Interview')
  const date = { name: 'Date', kind: 'date' } as const
  const once = expectChange(project, setSourceValue(project, id, date, '2025-03-12', making()))
  const twice = expectChange(once, setSourceValue(once, id, date, '2025-03-13', making()))
  const [attribute] = attributesOf(twice, 'source')
  expect(attributesOf(twice, 'source')).toHaveLength(1)
  expect(twice.tables.source.get(id)?.attributes).toEqual({ [attribute?.id ?? '']: '2025-03-13' })
})

test.each([
  ['12,5', 'number', 12.5],
  ['12 years', 'number', null],
  ['Yes', 'yes-no', true],
  ['no', 'yes-no', false],
  ['perhaps', 'yes-no', null],
  ['3.4.2025', 'date', '2025-04-03'],
  ['14 March 2025', 'date', '2025-03-14'],
  ['March 14, 2025', 'date', '2025-03-14'],
  ['2025-02-30', 'date', null],
  ['  ', 'text', null],
] as const)('“%s” as %s', (written, kind, value) => {
  expect(readValue(written, kind)).toBe(value)
})

test('the kind of a column is the narrowest that holds all its values', () => {
  expect(kindOfValues(['12', '9', ''])).toBe('number')
  expect(kindOfValues(['yes', 'no', 'no'])).toBe('yes-no')
  expect(kindOfValues(['2025-01-01', '1.2.2025'])).toBe('date')
  expect(kindOfValues(['Delta', 'Coast', 'Delta', 'Coast', 'Delta'])).toBe('choice')
  expect(kindOfValues(['Nurse', 'Farmer', 'Teacher'])).toBe('text')
  expect(kindOfValues(['', ''])).toBe('text')
  expect(kindOfValues(['1', '0', '1'])).toBe('number')
})
