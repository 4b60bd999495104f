import { expect, test } from 'vitest'
import { fillFirst, fillUp, openSlots } from '../../shared/report/choose-quotes.ts'
import { type Desk, setDesk } from '../../shared/report/desk.ts'
import { quoteSlot } from '../../shared/report/draft.ts'
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
    codes: ['Funding', 'Speed', 'Trust'],
    codings,
    reports: [{ title: 'R' }],
    ...more,
  })
const said = (name: string, nth: number, more: Partial<CodingSpec> = {}): CodingSpec => ({
  source: name,
  code: 'Funding',
  quote: long(name, nth),
  ...more,
})

function deskFor(built: BuiltProject, audience?: string): Desk {
  const request = { ...built.report('R'), ...(audience ? { audience } : {}) }
  return setDesk(built.project, built.texts, request)
}

/** The quotes of some codes, each told under a heading of its own in a section. */
function chosen(built: BuiltProject, desk = deskFor(built), section = 'barrier', codes = ['Funding']) {
  const slots = codes.map((name) => quoteSlot(section, [built.code(name)]))
  const groups = openSlots(desk, slots)
  fillFirst(desk, groups)
  fillUp(desk, groups)
  return slots.flatMap((slot) => slot.quotes)
}
const voices = (quotes: ReturnType<typeof chosen>) => quotes.map((quote) => quote.participant)

test('key quotes come first, and each participant is quoted once', () => {
  const quotes = chosen(
    inquiry([said('Noor', 1), said('Noor', 2), said('Okan', 1), said('Ilse', 1, { star: true })]),
  )
  expect(voices(quotes)).toEqual(['Ilse', 'Noor'])
  expect(quotes[0]?.reason).toBe('key quote; first time this voice is quoted')
})

test('where two speak of something one is quoted', () => {
  expect(chosen(inquiry([said('Noor', 1), said('Ilse', 1)]))).toHaveLength(1)
})

test('beside those that affirm stands one that denies', () => {
  const quotes = chosen(inquiry([said('Noor', 1), said('Ilse', 1), said('Okan', 1, { stance: 'denies' })]))
  expect(quotes.map(({ participant, against }) => [participant, against])).toEqual([
    ['Noor', false],
    ['Okan', true],
  ])
  expect(quotes[1]?.reason).toContain('speaks against')
})

test('a second quote tells how a barrier was overcome, where somebody does', () => {
  const codings = [said('Noor', 1, { star: true }), said('Ilse', 1, { star: true })]
  const quotes = chosen(inquiry([...codings, said('Okan', 1, { stance: 'overcome' })]))
  expect(voices(quotes)).toEqual(['Noor', 'Okan'])
  expect(quotes[1]?.reason).toContain('tells how it was overcome')
})

test('over a whole report voices take turns', () => {
  const codes = ['Funding', 'Speed', 'Trust']
  const codings = codes.flatMap((code, i) =>
    people.flatMap((name) => [1, 2].map((nth) => said(name, i * 2 + nth, { code, star: name === 'Noor' }))),
  )
  const quotes = chosen(inquiry(codings), undefined, 'barrier', codes)
  const counts = people.map((name) => voices(quotes).filter((each) => each === name).length)
  expect(quotes).toHaveLength(6)
  expect(Math.max(...counts)).toBeLessThanOrEqual(3)
})

test('the same words are not quoted again under another code, nor a piece of them', () => {
  const piece = { source: 'Noor', code: 'Speed', quote: 'said at length for the 1th' }
  const quotes = chosen(inquiry([said('Noor', 1), piece]), undefined, 'barrier', ['Funding', 'Speed'])
  expect(quotes).toHaveLength(1)
})

test('a section with a maximum has it for all its codes together', () => {
  const codes = ['Funding', 'Speed', 'Trust']
  const codings = codes.flatMap((code, i) => people.map((name) => said(name, i + 1, { code })))
  expect(chosen(inquiry(codings), undefined, 'practice', codes)).toHaveLength(2)
})

test('a fragment is widened to its sentence and says so', () => {
  const [quote] = chosen(inquiry([{ source: 'Noor', code: 'Funding', quote: 'said at length' }]))
  expect(quote?.text).toBe(long('Noor', 1))
  expect(quote?.reason).toContain('a fragment was coded, shown with the rest of its sentence')
})

test('a fragment whose sentence may not be quoted is shown with […]', () => {
  const quotes = chosen(
    inquiry([{ source: 'Noor', code: 'Funding', quote: 'said at length for the' }], {
      restrictions: [{ source: 'Noor', quote: '1th time', consent: 'paraphrase' }],
    }),
  )
  expect(quotes.map((quote) => quote.text)).toEqual(['[…] said at length for the […]'])
})

test('whole sentences are taken before fragments that nothing makes whole', () => {
  const fragment = { source: 'Noor', code: 'Funding', quote: 'said at length for the' }
  const quotes = chosen(
    inquiry([fragment, said('Ilse', 1)], {
      restrictions: [{ source: 'Noor', quote: '1th time', consent: 'paraphrase' }],
    }),
  )
  expect(voices(quotes)).toEqual(['Ilse'])
})

test('only those who allow it are quoted, for the audience the report is for', () => {
  const built = inquiry([said('Noor', 1), said('Ilse', 1), said('Okan', 1)], {
    participants: [
      'Noor',
      { name: 'Ilse', consent: 'paraphrase' },
      { name: 'Okan', consentFor: { public: 'count' } },
    ],
  })
  expect(voices(chosen(built, deskFor(built, 'funder')))).toEqual(['Noor', 'Okan'])
  expect(voices(chosen(built, deskFor(built, 'public')))).toEqual(['Noor'])
  expect(voices(chosen(built))).toEqual(['Noor'])
})

test('a restricted passage is not quoted', () => {
  const restrictions = [{ source: 'Noor', quote: 'said at', consent: 'paraphrase' }] as const
  expect(chosen(inquiry([said('Noor', 1)], { restrictions }))).toEqual([])
})

test('the lead’s choice stands above the order, and what the lead leaves out stays out', () => {
  const built = inquiry([said('Noor', 1, { star: true }), said('Ilse', 1), said('Okan', 1)], {
    quoteChoices: [
      { report: 'R', coding: 0, use: 'leave out' },
      { report: 'R', coding: 2, use: 'show' },
    ],
  })
  const quotes = chosen(built)
  expect(voices(quotes)).toEqual(['Okan', 'Ilse'])
  expect(quotes[0]?.reason).toContain('chosen by hand')
})
