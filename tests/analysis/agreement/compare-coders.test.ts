import { expect, test } from 'vitest'
import type { AgreementWish } from '../../../shared/analysis/agreement/agreement-wish.ts'
import { coefficientsOfSpans } from '../../../shared/analysis/agreement/all-coefficients.ts'
import { bootstrapIntervals } from '../../../shared/analysis/agreement/bootstrap-interval.ts'
import { type CodeComparison, compareCoders } from '../../../shared/analysis/agreement/compare-coders.ts'
import { comparisonInWords } from '../../../shared/analysis/agreement/comparison-in-words.ts'
import { disagreementsOf } from '../../../shared/analysis/agreement/disagreements.ts'
import { layEndToEnd } from '../../../shared/analysis/agreement/lay-end-to-end.ts'
import { readAlpha, readKappa } from '../../../shared/analysis/agreement/reading.ts'
import { seededRandom } from '../../../shared/analysis/agreement/seeded-random.ts'
import type { Coding } from '../../../shared/model/entities.ts'
import { readContentHash } from '../../../shared/model/ids.ts'
import { type BuiltProject, buildProject, type CodingSpec } from '../../support/build-project.ts'

// Characters of the turns: 20, 10, 10 and 20; with their labels the text is longer.
const turns = [
  ['Ada', 'aaaaa bbbbb ccccc dd'],
  ['Noor', 'eeeee ffff'],
  ['Ada', 'ggggg hhhh'],
  ['Noor', 'iiiii jjjjj kkkkk ll'],
] as const

const inquiry = (codings: readonly CodingSpec[], more: readonly string[] = []) =>
  buildProject({
    coders: ['Kim', 'Lou', 'Max'],
    participants: ['Noor'],
    sources: [{ name: 'One', turns }, { name: 'Two', turns }, ...more.map((name) => ({ name, turns }))],
    codes: ['Trust', 'Money', 'Time', { name: 'Group', codable: false }],
    codings,
  })
const coding = (coder: string, quote: string, more: Partial<CodingSpec> = {}): CodingSpec => ({
  source: 'One',
  code: 'Trust',
  coder,
  quote,
  ...more,
})
const compare = (built: BuiltProject, wish: Partial<AgreementWish> = {}, names = ['Kim', 'Lou']) => {
  const coders = names.map((name) => built.coder(name).id)
  const compared = compareCoders(built.project, built.texts, { coders, unit: 'turns', ...wish })
  if (!compared.ok) throw new Error(compared.problem)
  const { comparison } = compared
  const of = (name: string): CodeComparison => {
    const found = comparison.codes.find(({ code }) => code === built.code(name).id)
    if (!found) throw new Error(`${name} was not compared`)
    return found
  }
  return { ...comparison, of }
}

const twoCoders = [
  coding('Kim', 'aaaaa bbbbb'),
  coding('Lou', 'ccccc dd'),
  coding('Kim', 'eeeee'),
  coding('Lou', 'ggggg', { code: 'Money' }),
]

test('in turns, two coders who tag different words of one turn agree on it', () => {
  const { of, units, sources, overall } = compare(inquiry(twoCoders))
  expect([units, sources.length]).toEqual([4, 1])
  expect(of('Trust')).toMatchObject({
    byCoder: [2, 1],
    together: 1,
    anybody: 2,
    of: 4,
    codings: 3,
    rare: true,
  })
  expect(of('Trust').percentAgreement.value).toBe(0.75)
  // Observed .75; by chance (2·1 + 2·3) / 16 = .5.
  expect(of('Trust').cohenKappa.value).toBeCloseTo(0.5, 12)
  expect(of('Money').cohenKappa.value).toBeCloseTo(0, 12)
  expect(of('Time').krippendorffAlpha.undefined).toBe('None of these coders used it here.')
  // Over the two codes used: eight decisions, six alike.
  expect(overall).toMatchObject({
    of: 8,
    together: 1,
    anybody: 3,
    codings: 4,
    percentAgreement: { value: 0.75 },
  })
})

test('in characters, what two coders tagged counts by length, labels left out', () => {
  const { of, units, text } = compare(inquiry(twoCoders), { unit: 'characters' })
  expect(units).toBe(60)
  expect(text).toEqual({ length: 60, coded: 11 + 8 + 5 + 5 })
  expect(of('Trust')).toMatchObject({ byCoder: [16, 8], together: 0, anybody: 24, of: 60 })
})

test('a passage over several turns counts none of the labels between them', () => {
  const across = 'jjjjj kkkkk ll'
  const built = inquiry([coding('Kim', `ggggg hhhh\nNoor: iiiii ${across}`), coding('Lou', across)])
  expect(compare(built, { unit: 'characters' }).of('Trust')).toMatchObject({
    byCoder: [30, 14],
    together: 14,
  })
  expect(compare(built).of('Trust')).toMatchObject({ byCoder: [2, 1], together: 1, of: 4 })
})

test('in coded passages, overlapping ones are one unit and uncoded text is none', () => {
  const { of, units } = compare(inquiry([...twoCoders, coding('Lou', 'bbbbb ccccc')]), { unit: 'passages' })
  expect(units).toBe(3)
  expect(of('Trust')).toMatchObject({ byCoder: [2, 1], together: 1, of: 3 })
})

test('uncoded turns are left out when wished for, and the words say which', () => {
  const left = compare(inquiry(twoCoders), { uncoded: 'left out' })
  expect(left.units).toBe(3)
  expect(left.of('Trust').percentAgreement.value).toBeCloseTo(2 / 3, 12)
  expect(comparisonInWords(left)[0]).toContain('those nobody coded are left out')
  expect(comparisonInWords(compare(inquiry(twoCoders)))[0]).toContain('count as agreement that no code fits')
})

test('only each coder’s own layer is compared', () => {
  const built = inquiry([...twoCoders, coding('Kim', 'ggggg', { code: 'Money', layer: 'agreed' })])
  expect(compare(built).of('Money')).toMatchObject({ byCoder: [0, 1] })
})

test('a source one coder never coded is not taken as read, unless that means nothing was found', () => {
  const built = inquiry([...twoCoders, coding('Kim', 'eeeee', { source: 'Two' })])
  const unread = compare(built)
  expect([unread.sources.length, unread.units, unread.notCompared.unshared]).toEqual([1, 4, 1])
  const read = compare(built, { blank: 'nothing found' })
  expect([read.sources.length, read.units, read.notCompared.unshared]).toEqual([2, 8, 0])
  expect(read.of('Trust').byCoder).toEqual([3, 1])
})

test('three coders, one of whom read less, are compared where two or more read', () => {
  const built = inquiry([
    ...twoCoders,
    coding('Max', 'eeeee'),
    coding('Kim', 'eeeee', { source: 'Two' }),
    coding('Lou', 'eeeee', { source: 'Two' }),
  ])
  const { of, units } = compare(built, {}, ['Kim', 'Lou', 'Max'])
  expect(units).toBe(8)
  expect(of('Trust')).toMatchObject({ byCoder: [3, 2, 1], together: 1, anybody: 3 })
  expect(of('Trust').cohenKappa.undefined).toContain('two coders')
  // Units with three readers count pairs 1/3 (aaaaa), 1/3 (eeeee) and 1 twice, with two readers 1 four times.
  expect(of('Trust').percentAgreement.value).toBeCloseTo((1 / 3 + 1 / 3 + 2 + 4) / 8, 12)
})

test('codings on an earlier text are told as a number and not compared', () => {
  const built = inquiry(twoCoders)
  const old = readContentHash('0'.repeat(64))
  if (!old) throw new Error('Not a hash')
  const codings = new Map(
    [...built.project.codings].map(([source, list]): [typeof source, readonly Coding[]] => [
      source,
      list.map((each, i) => (i === 0 ? { ...each, content: old } : each)),
    ]),
  )
  const compared = compare({ ...built, project: { ...built.project, codings } })
  expect(compared.notCompared.orphans).toBe(1)
  expect(compared.of('Trust').byCoder).toEqual([1, 1])
  expect(comparisonInWords(compared).join(' ')).toContain(
    '1 coding left out: on words that are not in the text',
  )
})

test('codings on labels alone touch nothing anybody says and are told', () => {
  const { notCompared, of } = compare(inquiry([...twoCoders, coding('Kim', 'Noor:')]))
  expect(notCompared.outside).toBe(1)
  expect(of('Trust').codings).toBe(3)
})

test('a source without turns is compared by paragraphs, and told when its text is not at hand', () => {
  const built = buildProject({
    coders: ['Kim', 'Lou'],
    sources: [{ name: 'Note', text: 'First line here.\n\n  Second line.\nThird.' }],
    codes: ['Trust'],
    codings: [coding('Kim', 'First', { source: 'Note' }), coding('Lou', 'line here', { source: 'Note' })],
  })
  const { units, of, text } = compare(built)
  expect([units, text.length]).toEqual([3, 16 + 12 + 6])
  expect(of('Trust').krippendorffAlpha.value).toBe(1)
  const coders = ['Kim', 'Lou'].map((name) => built.coder(name).id)
  expect(compareCoders(built.project, () => undefined, { coders, unit: 'turns' })).toMatchObject({
    ok: false,
    problem: expect.stringContaining('not at hand'),
  })
})

test('what cannot be compared is said in a sentence', () => {
  const built = inquiry(twoCoders)
  const problem = (...coders: readonly string[]) =>
    compareCoders(built.project, built.texts, {
      coders: coders.map((name) => built.coder(name).id),
      unit: 'turns',
    })
  expect(problem('Kim')).toMatchObject({ ok: false, problem: 'Choose at least two coders to compare.' })
  expect(problem('Kim', 'Kim', 'Lou')).toMatchObject({ ok: false, problem: 'Choose each coder once.' })
  expect(problem('Kim', 'Max')).toMatchObject({ ok: false, problem: expect.stringContaining('no source') })
})

test('codes that only group others are compared when asked for, or when somebody used them after all', () => {
  const built = inquiry(twoCoders)
  expect(compare(built).codes).toHaveLength(3)
  expect(compare(inquiry([...twoCoders, coding('Kim', 'ggggg', { code: 'Group' })])).codes).toHaveLength(4)
  expect(compare(built, { codes: [built.code('Group').id] }).codes).toHaveLength(1)
})

test('disagreements are listed by place with who coded and who did not', () => {
  const built = inquiry(twoCoders)
  const coders = ['Kim', 'Lou'].map((name) => built.coder(name).id)
  const listed = disagreementsOf(built.project, built.texts, { coders, unit: 'turns' })
  const text = built.texts(built.source('One').content) ?? ''
  expect(
    listed.map(({ start, end, by }) => [text.slice(start, end), by.map((id) => id === coders[0])]),
  ).toEqual([
    ['eeeee ffff', [true]],
    ['ggggg hhhh', [false]],
  ])
  expect(listed[0]).toMatchObject({ code: built.code('Trust').id, notBy: [coders[1]] })
})

test('in characters, a stretch disagreed about alike is one place even where another code begins in it', () => {
  const built = inquiry([
    coding('Kim', 'aaaaa bbbbb ccccc'),
    coding('Lou', 'bbbbb', { code: 'Money' }),
    coding('Lou', 'ccccc'),
  ])
  const coders = ['Kim', 'Lou'].map((name) => built.coder(name).id)
  const listed = disagreementsOf(built.project, built.texts, { coders, unit: 'characters' })
  const text = built.texts(built.source('One').content) ?? ''
  expect(listed.map(({ start, end }) => text.slice(start, end))).toEqual(['aaaaa bbbbb ', 'bbbbb'])
})

test('laid end to end, sources become one continuum without labels', () => {
  const built = inquiry([
    ...twoCoders,
    coding('Kim', 'eeeee', { source: 'Two' }),
    coding('Lou', 'eeeee', { source: 'Two' }),
  ])
  const coders = ['Kim', 'Lou'].map((name) => built.coder(name).id)
  const laid = layEndToEnd(built.project, built.texts, { coders, unit: 'turns' })
  expect(laid.joined.length).toBe(120)
  expect(laid.joined.coders.map((spans) => spans.map(({ start, end }) => [start, end]))).toEqual([
    [
      [0, 11],
      [20, 25],
      [80, 85],
    ],
    [
      [12, 20],
      [30, 35],
      [80, 85],
    ],
  ])
  expect(coefficientsOfSpans(laid).cuAlpha.undefined).toBeDefined()
})

test('an interval is drawn from sources, the same for the same seed, and there is none from few', () => {
  const names = Array.from({ length: 12 }, (_, i) => `Source ${i}`)
  const codings = names.flatMap((source, i) => [
    coding('Kim', 'aaaaa', { source }),
    coding('Lou', i % 3 ? 'aaaaa' : 'eeeee', { source }),
  ])
  const built = inquiry(codings, names)
  const coders = ['Kim', 'Lou'].map((name) => built.coder(name).id)
  const drawn = (seed: number, fewestSources?: number) => {
    const interval = { draws: 500, random: seededRandom(seed), ...(fewestSources ? { fewestSources } : {}) }
    const compared = compareCoders(built.project, built.texts, { coders, unit: 'turns' }, { interval })
    if (!compared.ok) throw new Error(compared.problem)
    return compared.comparison
  }
  const [{ interval, krippendorffAlpha } = drawn(1).overall, time] = drawn(1).codes
  expect(drawn(1).codes[0]?.interval).toEqual(interval)
  expect(interval?.low).toBeLessThan(krippendorffAlpha.value ?? 0)
  expect(interval?.high).toBeGreaterThan(krippendorffAlpha.value ?? 1)
  expect(time?.interval?.undefined).toBe('Too rare for an interval.')
  expect(drawn(1, 13).overall.interval?.undefined).toBe(
    '12 sources are too few for an interval; it takes 13.',
  )
})

test('an interval is the middle 95 of 100 draws, and none where draws are undefined or all the same', () => {
  const wish = { draws: 400, random: seededRandom(7) }
  const [share, same, often] = bootstrapIntervals(20, wish, (times) => [
    { value: times.slice(0, 10).reduce((sum, each) => sum + each, 0) / 20 },
    { value: 1 },
    (times[0] ?? 0) > 0 ? { value: times[0] ?? 0 } : { undefined: 'It was not drawn.' },
  ])
  // Twenty draws of one half: 95 % lie between .3 and .7, give or take one.
  expect(share?.low).toBeGreaterThanOrEqual(0.25)
  expect(share?.low).toBeLessThanOrEqual(0.35)
  expect(share?.high).toBeGreaterThanOrEqual(0.65)
  expect(share?.high).toBeLessThanOrEqual(0.75)
  expect(same?.undefined).toContain('same value')
  expect(often?.undefined).toMatch(/^Undefined in \d+ of 400 draws/)
})

test('values are read in Krippendorff’s and in Landis and Koch’s words, with their caveats', () => {
  expect([0.8, 0.799, 0.667, 0.66, 0].map((alpha) => readAlpha(alpha).words)).toEqual([
    'Reliable enough to build on',
    'Good for tentative conclusions only',
    'Good for tentative conclusions only',
    'Not reliable enough to build on',
    'No better than chance',
  ])
  expect([0.81, 0.8, 0.6, 0.4, 0.2, 0, -0.1].map((kappa) => readKappa(kappa).words)).toEqual([
    'Almost perfect agreement',
    'Substantial agreement',
    'Moderate agreement',
    'Fair agreement',
    'Slight agreement',
    'Slight agreement',
    'Poor agreement',
  ])
  expect(readKappa(0.5).caveat).toContain('arbitrary')
})
