import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignTurns, type TurnToPair } from '../../shared/text/align-turns.ts'
import { pairsInWords } from '../../shared/text/pairs-in-words.ts'

/** Turns of these lengths; voices as letters, times in seconds. */
function turns(lengths: readonly number[], voices = '', seconds: readonly number[] = []): TurnToPair[] {
  let at = 0
  return lengths.map((length, i) => {
    const start = at
    at += length + 1
    const voice = voices[i] ?? null
    return { start, end: start + length, voice, time: seconds[i] === undefined ? null : seconds[i] * 1000 }
  })
}

/** Lengths as of talk: short questions and answers between long ones, always the same. */
function talk(count: number): number[] {
  return Array.from({ length: count }, (_, i) => 20 + ((i * 7919 + (i % 7) * 131) % 397))
}

test('texts whose voices change alike are paired turn by turn, whatever the voices are called', () => {
  const paired = alignTurns(turns([40, 200, 30, 90], 'IPIP'), turns([900, 20, 400, 10], 'QNQN'))
  expect(paired).toMatchObject({ to: [0, 1, 2, 3], by: 'voices', paired: 4, joined: 0, without: 0 })
})

test('a turn that the translator divided is joined again, and the turns after it are not shifted', () => {
  const source = talk(60)
  const divided = source.flatMap((length, i) =>
    i === 20 ? [Math.round(length * 0.6), Math.round(length * 0.4)] : [length],
  )
  const paired = alignTurns(turns(source), turns(divided.map((length) => Math.round(length * 1.15))))
  expect(paired?.to.slice(0, 21)).toEqual(source.slice(0, 21).map((_, i) => i))
  expect(paired?.to.slice(21)).toEqual([20, ...source.slice(21).map((_, i) => i + 21)])
  expect(paired && pairsInWords(paired)).toBe('60 of 61 turns paired, 1 joined to the turn before')
})

test('a turn that was not translated stays without one, and is counted', () => {
  const source = talk(80)
  const paired = alignTurns(turns(source), turns(source.filter((_, i) => i !== 33)))
  expect(paired?.to).toEqual(source.flatMap((_, i) => (i === 33 ? [] : [i])))
  expect(paired && pairsInWords(paired)).toBe(
    '79 of 79 turns paired; 1 of 80 turns of the source without one',
  )
})

test('times decide where both texts have them, however long the turns are', () => {
  const source = turns([50, 50, 50, 50], '', [0, 10, 20, 30])
  const later = turns([400, 9, 300], '', [0.4, 20.2, 30.1])
  expect(alignTurns(source, later)).toMatchObject({ to: [0, 2, 3], by: 'times' })
})

test('voices are recognised by where they stand, and keep an answer from standing beside a question', () => {
  const voices = Array.from({ length: 60 }, (_, i) => (i % 2 ? 'P' : 'I')).join('')
  const source = turns(
    Array.from({ length: 60 }, () => 80),
    voices,
  )
  // The translator left out a question and its answer was put under the one before.
  const kept = Array.from({ length: 60 }, (_, i) => i).filter((i) => i !== 30)
  const theirs = turns(
    kept.map(() => 80),
    kept.map((i) => (i % 2 ? 'N' : 'Q')).join(''),
  )
  expect(alignTurns(source, theirs)?.to).toEqual(kept)
})

test('what is far too long for its turn is marked as something to look at', () => {
  const paired = alignTurns(turns([40, 60, 40, 60], 'IPIP'), turns([40, 60, 900, 60], 'IPIP'))
  expect(paired?.doubtful).toContain(2)
})

test('nothing is paired where there is nothing', () => {
  expect(alignTurns([], turns([3]))).toBeNull()
  expect(alignTurns(turns([3]), [])).toBeNull()
})

const someTurns = fc
  .array(fc.tuple(fc.nat(600), fc.constantFrom('I', 'P', 'X', null), fc.option(fc.nat(400))), {
    minLength: 1,
    maxLength: 120,
  })
  .map((each) => {
    const laid = turns(each.map(([length]) => length))
    return laid.map((turn, i) => {
      const [, voice = null, seconds = null] = each[i] ?? []
      return { ...turn, voice, time: seconds === null ? null : seconds * 1000 }
    })
  })

test('every turn of a translation is used exactly once, in order, and the same texts give the same pairs', () => {
  fc.assert(
    fc.property(someTurns, someTurns, (source, translation) => {
      const paired = alignTurns(source, translation)
      expect(paired?.to).toHaveLength(translation.length)
      expect(paired?.to.every((at, j, all) => at >= (all[j - 1] ?? 0) && at < source.length)).toBe(true)
      expect((paired?.paired ?? 0) + (paired?.joined ?? 0)).toBe(translation.length)
      expect((paired?.paired ?? 0) + (paired?.without ?? 0)).toBe(source.length)
      expect(alignTurns(source, translation)).toEqual(paired)
    }),
  )
})

test('2,000 turns are paired, also with very different numbers of turns', () => {
  const source = talk(2000)
  expect(alignTurns(turns(source), turns(source.filter((_, i) => i % 50 !== 7)))?.without).toBe(40)
  expect(alignTurns(turns(source), turns([5000, 4000, 90_000]))?.to).toHaveLength(3)
  expect(alignTurns(turns([5000, 4000, 90_000]), turns(source))?.to).toHaveLength(2000)
})
