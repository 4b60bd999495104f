import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packForAgreement, unpackForAgreement } from '../../../shared/analysis/agreement/agreement-parcel.ts'
import type { AgreementWish } from '../../../shared/analysis/agreement/agreement-wish.ts'
import { boundariesAt } from '../../../shared/analysis/agreement/boundaries.ts'
import { codingState } from '../../../shared/analysis/agreement/coding-state.ts'
import { compareRound } from '../../../shared/analysis/agreement/compare-round.ts'
import { askWho, disagreementsOf } from '../../../shared/analysis/agreement/disagreements.ts'
import { drawSample } from '../../../shared/analysis/agreement/draw-sample.ts'
import { placesOfCode } from '../../../shared/analysis/agreement/places-of-code.ts'
import { readInCommon, sourcesReadBy } from '../../../shared/analysis/agreement/read-in-common.ts'
import { wishOfRound } from '../../../shared/analysis/agreement/round-wish.ts'
import { applyCode } from '../../../shared/commands/apply-code.ts'
import { derivedId } from '../../../shared/exchange/fingerprint.ts'
import { buildProject } from '../../support/build-project.ts'
import { expectChange, makingBy } from '../../support/expect-change.ts'
import { twoCoders, withRound } from '../../team/two-coders.ts'

const quotes = ['one two', 'two three four', 'four', 'five six', 'six seven eight'] as const

/** Three coders' codings at random over sources with turns, with paragraphs, and one corrected text. */
const projects = fc
  .array(
    fc.record({
      source: fc.constantFrom('Talk', 'Page'),
      code: fc.constantFrom('A', 'B'),
      quote: fc.constantFrom(...quotes),
      coder: fc.constantFrom('Ada', 'Bo', 'Cy'),
      layer: fc.constantFrom('own', 'agreed'),
    }),
    { maxLength: 14 },
  )
  .map((codings) =>
    buildProject({
      coders: ['Ada', 'Bo', 'Cy'],
      participants: ['Noor'],
      sources: [
        {
          name: 'Talk',
          turns: [
            ['Noor', 'one two three four.'],
            ['Noor', 'five six seven eight.'],
          ],
        },
        { name: 'Page', text: 'one two three four.\nfive six seven eight.' },
      ],
      codes: ['A', 'B'],
      codings,
    }),
  )

const wishes = fc.record({
  unit: fc.constantFrom('turns', 'characters', 'passages'),
  uncoded: fc.constantFrom('counted', 'left out'),
  blank: fc.constantFrom('not read', 'nothing found'),
} as const)

test('a parcel for the worker compares exactly as the project it was packed from', () => {
  fc.assert(
    fc.property(projects, wishes, ({ project, texts }, how) => {
      const wish: AgreementWish = { ...how, coders: [...project.tables.coder.values()].map(({ id }) => id) }
      const carried = structuredClone(packForAgreement(project, texts, wish))
      const parcel = unpackForAgreement(carried)
      const told = { at: 1, state: 'x' }
      expect(compareRound(parcel.project, parcel.texts, wish, told)).toEqual(
        compareRound(project, texts, wish, told),
      )
    }),
    { numRuns: 60 },
  )
})

test('places of a code are the units of the table, and its disagreements are those not everybody used', () => {
  fc.assert(
    fc.property(projects, wishes, ({ project, texts, code }, how) => {
      const wish: AgreementWish = { ...how, coders: [...project.tables.coder.values()].map(({ id }) => id) }
      const places = placesOfCode(project, texts, wish, code('A').id)
      const open = disagreementsOf(project, texts, wish).filter((each) => each.code === code('A').id)
      expect(places.filter(({ notBy }) => notBy.length > 0)).toEqual(open)
    }),
  )
})

test('of thirty coders everybody who used a code, and everybody who did not, is named', () => {
  const coders = Array.from({ length: 30 }, (_, i) => derivedId<'coder'>('coder', String(i)))
  const who = askWho({ coders, unit: 'turns' })
  const everybody = 2 ** 30 - 1
  for (const bits of [1, 2, 3, 2 ** 29, everybody - 1])
    expect(who(bits, everybody)).toEqual({
      by: coders.filter((_, i) => bits & (1 << i)),
      notBy: coders.filter((_, i) => !(bits & (1 << i))),
    })
})

test('the state of the coding changes with what is compared and with nothing else', () => {
  const built = twoCoders()
  const { project, round } = withRound(built)
  const { wish } = wishOfRound(project, round)
  const state = codingState(project, wish)
  const source = built.source('Interview 1')
  const text = built.texts(source.content) ?? ''
  const by = (coder: string, layer: 'own' | 'agreed' = 'own') =>
    expectChange(
      project,
      applyCode(
        project,
        { source: source.id, text, spans: [built.span('Interview 1', 'That is all')] },
        [built.code('Trust').id],
        makingBy(built.coder(coder).id),
        layer,
      ),
    )
  expect(codingState(by('Ada'), wish)).not.toBe(state)
  expect(codingState(by('Cy'), wish)).toBe(state)
  expect(codingState(by('Ada', 'agreed'), wish)).toBe(state)
  expect(codingState(project, { ...wish, codes: [] })).not.toBe(state)
  expect(state).toMatch(/^[0-9a-f]{16}$/)
})

test('a sample holds as many as asked, each once and in order, and the same seed draws it again', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(70), fc.nat(), (size, count, seed) => {
      const all = Array.from({ length: size }, (_, i) => i)
      const drawn = drawSample(all, count, seed)
      expect(drawn).toHaveLength(Math.min(count, size))
      expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b))
      expect(drawSample(all, count, seed)).toEqual(drawn)
    }),
  )
  const times = new Array<number>(10).fill(0)
  for (let seed = 0; seed < 5000; seed++)
    for (const each of drawSample([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3, seed))
      times[each] = (times[each] ?? 0) + 1
  for (const count of times) expect(Math.abs(count - 1500)).toBeLessThan(150)
})

test('who read what in common is read from own codings only', () => {
  const { project, coder, source } = twoCoders()
  const reading = readInCommon(project)
  const both = [coder('Ada').id, coder('Bo').id]
  expect(sourcesReadBy(reading, both, 2)).toEqual([source('Interview 1').id])
  expect(sourcesReadBy(reading, [...both, coder('Cy').id], 3)).toEqual([])
})

test('boundaries are what one coder marked, or in characters each coder’s passage and all of them united', () => {
  const built = twoCoders()
  const { project, round } = withRound(built)
  const [metrics] = disagreementsOf(project, built.texts, wishOfRound(project, round).wish)
  if (!metrics) throw new Error('There is a disagreement')
  expect(boundariesAt(project, metrics, round.coders).map(({ kind }) => kind)).toEqual(['coder', 'unit'])
  const characters = withRound(built, { unit: 'characters' })
  const [first] = disagreementsOf(
    characters.project,
    built.texts,
    wishOfRound(characters.project, characters.round).wish,
  )
  if (!first) throw new Error('There is a disagreement')
  const offered = boundariesAt(characters.project, first, round.coders)
  expect(offered.map(({ kind }) => kind)).toEqual(['united', 'coder', 'coder', 'unit'])
  const text = built.texts(built.source('Interview 1').content) ?? ''
  expect(offered.map(({ start, end }) => text.slice(start, end))).toEqual([
    'The money ran out in May and nobody said so',
    'The money ran out in May',
    'ran out in May and nobody said so',
    'The money ',
  ])
})
