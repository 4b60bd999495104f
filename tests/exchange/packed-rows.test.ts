import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packRows, unpackRows } from '../../shared/exchange/packed-rows.ts'

const names = fc.constantFrom('id', 'code', 'note', 'after', 'star', 'at')
const value = fc.letrec((tie) => ({
  plain: fc.oneof(
    fc.constantFrom('Funding', 'Trust', 'a', ''),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.oneof(fc.integer(), tie('row')), { maxLength: 3 }),
    tie('row'),
  ),
  row: fc.dictionary(names, tie('plain'), { maxKeys: 4, noNullPrototype: true }),
}))
const rows = fc.array(
  value.row.map((row) => Object(row)),
  { maxLength: 12 },
)

test('rows come back from their columns as they were, null and absent fields told apart', () => {
  fc.assert(
    fc.property(rows, (given) => {
      expect(unpackRows(JSON.parse(JSON.stringify(packRows(given))))).toEqual(given)
    }),
  )
})

test('the order of fields leaves no trace', () => {
  const one = [{ id: 'a', after: { start: 1, end: 2 } }]
  const other = [{ after: { end: 2, start: 1 }, id: 'a' }]
  expect(JSON.stringify(packRows(one))).toBe(JSON.stringify(packRows(other)))
})

test.each([
  ['nothing', null],
  ['more rows than a block holds', { rows: 1e9, fields: {} }],
  ['a column that is too short', { rows: 2, fields: { id: { each: ['a'] } } }],
  ['a number of no name', { rows: 1, fields: { code: { list: ['Trust'], no: [3] } } }],
  ['a row that is not there', { rows: 1, fields: { star: { at: [4], same: true } } }],
  [
    'a field that would change every object',
    JSON.parse('{"rows":1,"fields":{"__proto__":{"same":{"a":1}}}}'),
  ],
])('columns with %s are damaged', (_, packed) => {
  expect(unpackRows(packed)).toBeNull()
})
