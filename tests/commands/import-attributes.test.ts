import { expect, test } from 'vitest'
import { attributesOf } from '../../shared/commands/attributes.ts'
import {
  importAttributes,
  matchRows,
  misfits,
  suggestMapping,
} from '../../shared/commands/import-attributes.ts'
import { type AttributeTable, readAttributes } from '../../shared/importers/read-attributes.ts'
import { buildProject, countedId } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const making = () => makingBy(countedId<'coder'>(2))

const csv = `Pseudonym,Region,Years,Local
Noor,Delta,12,yes
ilse,"Uplands, east",9,no
Tove,Delta,22,yes
`

function table(text: string): AttributeTable {
  const read = readAttributes({ name: 'people.csv', bytes: new TextEncoder().encode(text) })
  if (!read.ok) throw new Error(read.problem)
  return read
}

function problemIn(bytes: Uint8Array | string): string {
  const read = readAttributes({
    name: 'people.csv',
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  })
  return read.ok ? '' : read.problem
}

const { project } = buildProject({ participants: ['Noor', 'Ilse'] })

test('columns are typed by their values', () => {
  expect(table(csv).columns.map((column) => column.kind)).toEqual(['text', 'text', 'number', 'yes-no'])
  expect(table('P;Region\nA;Delta\nB;Coast\nC;Delta\nD;Delta').columns[1]?.kind).toBe('choice')
})

test('semicolons, tabs and older encodings are read', () => {
  const latin = Uint8Array.from(
    [...'P;Ort\nNoor;K', 0xf6, ...'ln\nIlse;K', 0xf6, ...'ln'].map((each) =>
      typeof each === 'number' ? each : each.charCodeAt(0),
    ),
  )
  const read = readAttributes({ name: 'people.csv', bytes: latin })
  expect(read.ok && read.rows).toEqual([
    ['Noor', 'Köln'],
    ['Ilse', 'Köln'],
  ])
  expect(table('P\tRole\nNoor\tNurse').rows).toEqual([['Noor', 'Nurse']])
})

test('rows meet participants by pseudonym, and the rest is listed', () => {
  const read = table(csv)
  const mapping = suggestMapping(project, read)
  expect(mapping.key).toBe(0)
  expect(matchRows(project, read, 0)).toMatchObject({
    matched: [{ row: 0 }, { row: 1 }],
    unmatched: [{ row: 2, pseudonym: 'Tove' }],
  })
  expect(matchRows(project, table('P,A\nNoor,1\nnoor,2\n,3'), 0).unusable).toEqual([
    { row: 1, why: 'stands twice' },
    { row: 2, why: 'no pseudonym' },
  ])
})

test('a table comes in as one change, without the unmatched unless wanted', () => {
  const read = table(csv)
  const mapping = suggestMapping(project, read)
  const after = expectChange(project, importAttributes(project, read, mapping, making()))
  const [region, years, local] = attributesOf(after, 'participant')
  expect([region?.name, years?.kind, local?.kind]).toEqual(['Region', 'number', 'yes-no'])
  const ilse = [...after.tables.participant.values()].find((each) => each.pseudonym === 'Ilse')
  expect(ilse?.attributes).toEqual({
    [region?.id ?? '']: 'Uplands, east',
    [years?.id ?? '']: 9,
    [local?.id ?? '']: false,
  })
  expect(after.tables.participant.size).toBe(2)
  const withAll = expectChange(
    project,
    importAttributes(project, read, { ...mapping, addUnmatched: true }, making()),
  )
  expect([...withAll.tables.participant.values()].map((each) => each.pseudonym)).toContain('Tove')
})

test('the same table again changes nothing, and empty cells leave what stands', () => {
  const read = table(csv)
  const once = expectChange(project, importAttributes(project, read, suggestMapping(project, read), making()))
  expect(importAttributes(once, read, suggestMapping(once, read), making())).toBeNull()
  const empty = table('Pseudonym,Region\nNoor,\nIlse,Coast')
  const after = expectChange(once, importAttributes(once, empty, suggestMapping(once, empty), making()))
  const region = attributesOf(after, 'participant')[0]?.id ?? ''
  expect([...after.tables.participant.values()].map((each) => each.attributes?.[region])).toEqual([
    'Delta',
    'Coast',
  ])
})

test('cells that do not fit are told and left out', () => {
  const read = table(csv)
  const once = expectChange(project, importAttributes(project, read, suggestMapping(project, read), making()))
  const odd = table('Pseudonym,Years\nNoor,a while\nIlse,10')
  const mapping = suggestMapping(once, odd)
  expect(misfits(once, odd, mapping)).toEqual([{ row: 0, column: 1, written: 'a while' }])
  const after = expectChange(once, importAttributes(once, odd, mapping, making()))
  const years = attributesOf(after, 'participant')[1]?.id ?? ''
  expect([...after.tables.participant.values()].map((each) => each.attributes?.[years])).toEqual([12, 10])
})

test('what is no table gets its sentence', () => {
  expect(problemIn('')).toContain('empty')
  expect(problemIn('Pseudonym,Region\n')).toContain('no rows')
  expect(problemIn('Pseudonym\nNoor')).toContain('only one column')
  expect(problemIn('P,Region,Region\nNoor,a,b')).toContain('“Region”')
  expect(problemIn('P,Region\nNoor,"Delta\nIlse,Coast')).toContain('never closed')
  expect(problemIn(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toContain('CSV')
})

test('rows of another width are told', () => {
  expect(table('P,A,B\nNoor,1\nIlse,1,2').unevenRows).toEqual([2])
})
