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
    '“Funding” was raised by a majority of participants interviewed, 14 of 25; it was raised in 3 of 4 group sessions.',
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
