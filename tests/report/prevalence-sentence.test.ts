import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Prevalence } from '../../shared/analysis/prevalence.ts'
import { prevalenceSentence } from '../../shared/report/prevalence-sentence.ts'
import { ladder } from '../../shared/report/quantity-words.ts'
import { countedId } from '../support/build-project.ts'

const prevalence = (more: Partial<Prevalence>): Prevalence => ({
  code: countedId<'code'>(1),
  withDescendants: false,
  n: 0,
  of: 25,
  affirms: 0,
  overcome: 0,
  mixed: 0,
  denies: 0,
  reports: 0,
  silent: 0,
  asked: null,
  notAsked: null,
  volunteered: 0,
  inSessions: 0,
  sessions: 0,
  passages: 0,
  participants: [],
  deniers: [],
  ...more,
})
const say = (more: Partial<Prevalence>, turn = 0, counted = true) =>
  prevalenceSentence('Funding', prevalence(more), { counted, turn, counts: 'interviewed' })

test('a barrier is told with who denies it and how it was overcome', () => {
  expect(say({ n: 17, denies: 2, overcome: 2 })).toBe(
    'Most participants (17 of 25) speak of “Funding”; 2 deny it. Of the 17 who speak of it, 2 describe how it was overcome.',
  )
})

test('sessions stand apart from interviews', () => {
  expect(say({ n: 14, inSessions: 3, sessions: 4 }, 1)).toBe(
    '“Funding” was raised by a majority of participants interviewed, 14 of 25; it was also raised in 3 of 4 group sessions.',
  )
})

test('under its own heading a code is not named again', () => {
  const under = (n: number, turn: number) =>
    prevalenceSentence('Funding', prevalence({ n, of: 8, denies: 1 }), {
      counted: true,
      turn,
      counts: 'interviewed',
      underName: true,
    })
  expect(under(6, 0)).toBe('6 of 8 participants speak of this; 1 denies it.')
  expect([0, 1, 2, 3, 4].map((turn) => under(6, turn)).join(' ')).not.toContain('Funding')
  expect(new Set([0, 1, 2, 3, 4].map((turn) => under(6, turn))).size).toBe(5)
})

test('that something was raised unasked is said only of several, and of half of them at least', () => {
  expect(say({ n: 1, volunteered: 1 })).not.toContain('unasked')
  expect(say({ n: 2, volunteered: 2 })).not.toContain('unasked')
  expect(say({ n: 7, volunteered: 3 })).not.toContain('unasked')
  expect(say({ n: 6, volunteered: 3 })).toContain('Of the 6 who speak of it, 3 raised it unasked.')
})

test('one person is not told as one of the one', () => {
  expect(say({ n: 1, of: 8, overcome: 1 })).toBe(
    '1 of 8 participants speaks of “Funding”. They also describe how it was overcome.',
  )
})

test('one group session is told as the one there was', () => {
  expect(say({ n: 6, of: 8, inSessions: 1, sessions: 1 })).toContain(
    '; it was also raised in the group session (1 of 1)',
  )
})

test('who was asked is said where it is known', () => {
  expect(say({ n: 1, asked: 20, notAsked: 5 }, 2)).toBe(
    'One participant, 1 of 25, describes “Funding”. Of all 25, 20 were asked about it and 5 were not.',
  )
})

test('every counted sentence holds its n of N', () => {
  const numbers = fc.record({
    of: fc.integer({ min: 1, max: 60 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    turn: fc.nat(20),
    sessions: fc.nat(3),
    denies: fc.nat(4),
  })
  fc.assert(
    fc.property(numbers, ({ of, part, turn, sessions, denies }) => {
      const n = Math.round(part * of)
      expect(say({ n, of, sessions, inSessions: Math.min(1, sessions), denies }, turn)).toContain(
        `${n} of ${of}`,
      )
    }),
  )
})

test('without counts there is neither a number nor a word for one', () => {
  const words = ladder.map((step) => step.word)
  fc.assert(
    fc.property(fc.nat(25), fc.nat(9), fc.nat(5), fc.nat(2), (n, turn, denies, overcome) => {
      const text = say({ n, denies, overcome, inSessions: 1, sessions: 2 }, turn, false).toLowerCase()
      expect(text).not.toMatch(/\d/)
      for (const word of words) expect(text).not.toMatch(new RegExp(`\\b${word}\\b`))
    }),
  )
})
