import { expect, test } from 'vitest'
import { coefficientsOfSpans } from '../../../shared/analysis/agreement/all-coefficients.ts'
import { bootstrapIntervals } from '../../../shared/analysis/agreement/bootstrap-interval.ts'
import { compareCoders } from '../../../shared/analysis/agreement/compare-coders.ts'
import { disagreementsOf } from '../../../shared/analysis/agreement/disagreements.ts'
import { layEndToEnd } from '../../../shared/analysis/agreement/lay-end-to-end.ts'
import { readAlpha, readKappa } from '../../../shared/analysis/agreement/reading.ts'
import { seededRandom } from '../../../shared/analysis/agreement/seeded-random.ts'
import { coding, inquiry, twoCoders } from './comparing.ts'

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
