import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packCodings, packTurns, unpackCodings, unpackTurns } from '../../renderer/project/columns.ts'
import { codingOn, idOf } from '../support/random-edits.ts'

test('codings come back from their columns as they were, rare fields too', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 1e9 }), fc.string())), (rows) => {
      const codings = rows.map(([n, text]) => ({
        ...codingOn(n * 2, text),
        star: true,
        origin: 'echoed' as const,
      }))
      expect(unpackCodings(packCodings(idOf('source', 0), codings))).toEqual(codings)
    }),
  )
})

test('turns come back from their columns, with and without speaker, time and question', () => {
  const source = idOf<'source'>('source', 1)
  const turns = [
    {
      id: idOf<'turn'>('turn', 1),
      source,
      label: 0,
      start: 6,
      end: 20,
      speaker: idOf<'memo'>('memo', 4),
      time: 0,
      endTime: 1500.5,
    },
    {
      id: idOf<'turn'>('turn', 2),
      source,
      label: 20,
      start: 20,
      end: 4_000_000_000,
      question: idOf<'memo'>('memo', 3),
    },
    {
      id: idOf<'turn'>('turn', 3),
      source,
      label: 4_000_000_000,
      start: 4_000_000_001,
      end: 4_000_000_002,
      later: 'kept',
    },
  ]
  expect(unpackTurns(packTurns(source, JSON.parse(JSON.stringify(turns))))).toEqual(turns)
})
