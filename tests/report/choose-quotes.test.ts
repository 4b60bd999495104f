import { expect, test } from 'vitest'
import type { QuoteChoice } from '../../shared/model/entities.ts'
import { chooseQuotes, startQuoteTally } from '../../shared/report/choose-quotes.ts'
import { quoteCandidates } from '../../shared/report/quote-candidates.ts'
import {
  type BuiltProject,
  buildProject,
  type CodingSpec,
  type ProjectSpec,
} from '../support/build-project.ts'

const long = (name: string, nth: number) => `What ${name} said at length for the ${nth}th time today.`
const people = ['Noor', 'Ilse', 'Okan']
const inquiry = (codings: readonly CodingSpec[], more: Partial<ProjectSpec> = {}) =>
  buildProject({
    participants: people,
    sources: people.map((name) => ({
      name,
      turns: [1, 2, 3, 4, 5, 6, 7, 8].flatMap((nth) => [
        ['I', 'And?'] as const,
        [name, long(name, nth)] as const,
      ]),
    })),
    codes: ['Funding'],
    codings,
    ...more,
  })
const said = (name: string, nth: number, more: Partial<CodingSpec> = {}): CodingSpec => ({
  source: name,
  code: 'Funding',
  quote: long(name, nth),
  ...more,
})

function chosen(
  built: BuiltProject,
  choices: readonly QuoteChoice[] = [],
  tally = startQuoteTally(),
  audience?: string,
) {
  const candidates = quoteCandidates(built.project, built.texts, built.codings, audience)
  return chooseQuotes(candidates, built.texts, new Map(choices.map((each) => [each.coding, each])), tally)
}
const voices = (picks: ReturnType<typeof chosen>) =>
  picks.map(({ candidate }) => candidate.participant.pseudonym)

test('key quotes come first, and each participant is quoted once', () => {
  const picks = chosen(inquiry([said('Noor', 1), said('Noor', 2), said('Ilse', 1, { star: true })]))
  expect(voices(picks)).toEqual(['Ilse', 'Noor'])
  expect(picks[0]?.reason).toBe('key quote; first time this voice is quoted')
})

test('beside those that affirm stands one that denies', () => {
  const picks = chosen(inquiry([said('Noor', 1), said('Ilse', 1), said('Okan', 1, { stance: 'denies' })]))
  expect(picks.map(({ against }) => against)).toEqual([false, false, true])
  expect(picks[2]?.reason).toContain('speaks against')
})

test('over a whole report voices take turns', () => {
  const tally = startQuoteTally()
  for (let nth = 1; nth <= 6; nth++)
    chosen(inquiry(people.map((name) => said(name, nth, { star: name === 'Noor' }))), [], tally)
  const counts = [...tally.byParticipant.values()]
  expect(counts).toHaveLength(3)
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2)
})

test('words quoted once are not quoted again while there are others', () => {
  const tally = startQuoteTally()
  const built = inquiry([said('Noor', 1), said('Noor', 2)])
  const first = chosen(built, [], tally)
  const second = chosen(built, [], tally)
  expect(first[0]?.candidate.coding.id).not.toBe(second[0]?.candidate.coding.id)
})

test('only those who allow it are quoted, for the audience the report is for', () => {
  const built = inquiry([said('Noor', 1), said('Ilse', 1), said('Okan', 1)], {
    participants: [
      'Noor',
      { name: 'Ilse', consent: 'paraphrase' },
      { name: 'Okan', consentFor: { public: 'count' } },
    ],
  })
  expect(voices(chosen(built, [], startQuoteTally(), 'funder'))).toEqual(['Noor', 'Okan'])
  expect(voices(chosen(built, [], startQuoteTally(), 'public'))).toEqual(['Noor'])
  expect(voices(chosen(built))).toEqual(['Noor'])
})

test('a restricted passage is not quoted', () => {
  expect(
    chosen(
      inquiry([said('Noor', 1)], {
        restrictions: [{ source: 'Noor', quote: 'said at', consent: 'paraphrase' }],
      }),
    ),
  ).toEqual([])
})

test('the lead’s choice stands above the order, and what the lead leaves out stays out', () => {
  const built = inquiry([said('Noor', 1, { star: true }), said('Ilse', 1), said('Okan', 1)], {
    reports: [{ title: 'R' }],
    quoteChoices: [
      { report: 'R', coding: 0, use: 'leave out' },
      { report: 'R', coding: 2, use: 'show' },
    ],
  })
  const picks = chosen(built, [...built.project.tables.quoteChoice.values()])
  expect(voices(picks)).toEqual(['Okan', 'Ilse'])
  expect(picks[0]?.reason).toContain('chosen by hand')
})
