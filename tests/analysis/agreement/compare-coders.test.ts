import { expect, test } from 'vitest'
import { compareCoders } from '../../../shared/analysis/agreement/compare-coders.ts'
import { comparisonInWords } from '../../../shared/analysis/agreement/comparison-in-words.ts'
import type { Coding } from '../../../shared/model/entities.ts'
import { readContentHash } from '../../../shared/model/ids.ts'
import { buildProject } from '../../support/build-project.ts'
import { coding, compare, inquiry, twoCoders } from './comparing.ts'

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
