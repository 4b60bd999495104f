import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packCodings, packTurns, unpackCodings, unpackTurns } from '../../renderer/project/columns.ts'
import type { Coding } from '../../shared/model/entities.ts'
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

test('marks that are off, and values that a later Loam may know, come back too', () => {
  const written = [
    { ...codingOn(2, 'x'), star: false, flag: false },
    { ...codingOn(4, ''), stance: 'doubts', origin: 'overheard', layer: 'drafted' },
  ]
  const codings: Coding[] = JSON.parse(JSON.stringify(written))
  expect(unpackCodings(packCodings(idOf('source', 0), codings))).toEqual(written)
})

test('a turn that began before its recording keeps its time', () => {
  const source = idOf('source', 1)
  const turns = [
    { id: idOf('turn', 1), source, label: 0, start: 0, end: 9, time: -250.5, endTime: -0.25 },
    { id: idOf('turn', 2), source, label: 9, start: 9, end: 12, endTime: 0 },
  ]
  expect(unpackTurns(packTurns(source, turns))).toEqual(turns)
})

test('turns come back from their columns, with and without speaker, time and question', () => {
  const source = idOf('source', 1)
  const turns = [
    {
      id: idOf('turn', 1),
      source,
      label: 0,
      start: 6,
      end: 20,
      speaker: idOf('speaker', 4),
      time: 0,
      endTime: 1500.5,
    },
    {
      id: idOf('turn', 2),
      source,
      label: 20,
      start: 20,
      end: 4_000_000_000,
      question: idOf('question', 3),
    },
    {
      id: idOf('turn', 3),
      source,
      label: 4_000_000_000,
      start: 4_000_000_001,
      end: 4_000_000_002,
      later: 'kept',
    },
  ]
  expect(unpackTurns(packTurns(source, JSON.parse(JSON.stringify(turns))))).toEqual(turns)
})
