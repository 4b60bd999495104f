import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packHeaders, unpackHeaders } from '../../renderer/project/header-columns.ts'
import type { Cause, ChangeHeader } from '../../shared/change/change.ts'
import { idOf } from '../support/random-edits.ts'

const causes: fc.Arbitrary<Cause> = fc.oneof(
  fc.constantFrom<Cause>({ kind: 'command' }, { kind: 'import' }, { kind: 'merge' }),
  fc.record({
    kind: fc.constantFrom('undo' as const, 'redo' as const),
    of: fc.nat(9).map((n) => idOf('change', n)),
  }),
)

test('a stretch of the log comes back from its columns as it was, whoever made its changes on which heads', () => {
  const row = fc.record({
    label: fc.string(),
    copy: fc.nat(2),
    by: fc.nat(2),
    cause: causes,
    onTwo: fc.boolean(),
    at: fc.double({ noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(row), fc.boolean(), (rows, begins) => {
      const log = rows.map(
        ({ label, copy, by, cause, onTwo, at }, i): ChangeHeader => ({
          id: idOf('change', i + 1),
          copy: idOf('copy', copy),
          seq: i + 1,
          parents: [...(i > 0 || !begins ? [idOf('change', i)] : []), ...(onTwo ? [idOf('change', 99)] : [])],
          at,
          by: idOf('coder', by),
          label,
          cause,
          format: 1,
        }),
      )
      expect(unpackHeaders(packHeaders(0, log))).toEqual(log)
    }),
  )
})

test('a field of a header that a later Loam may add comes back too', () => {
  const header = {
    id: idOf('change', 1),
    copy: idOf('copy', 1),
    seq: 1,
    parents: [],
    at: 1,
    by: idOf('coder', 1),
    label: 'Begin',
    cause: { kind: 'command' } as const,
    format: 2,
    machine: 'field laptop',
  }
  expect(unpackHeaders(packHeaders(0, [header]))).toEqual([header])
})
