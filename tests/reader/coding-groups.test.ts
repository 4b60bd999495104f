import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asksFirst, codingOf, groupCodings, groupsOn } from '../../renderer/features/reader/coding-groups.ts'
import { placeLabels } from '../../renderer/features/reader/margin-labels.ts'
import { codingsOf } from '../../shared/model/project.ts'
import { buildProject, countedId } from '../support/build-project.ts'

const words = 'They wanted a number by June, any number really, and nobody said what it was.'
const built = buildProject({
  coders: ['Ada', 'Ben'],
  codes: ['Metrics', 'Haste'],
  sources: [{ name: 'S', text: words }],
  codings: [
    { source: 'S', code: 'Metrics', quote: 'They wanted a number by June', coder: 'Ada' },
    { source: 'S', code: 'Metrics', quote: 'They wanted a number by June', coder: 'Ben' },
    { source: 'S', code: 'Haste', quote: 'by June', coder: 'Ben' },
    { source: 'S', code: 'Haste', quote: 'nobody said', coder: 'Ada', layer: 'agreed' },
  ],
})
const source = built.source('S')
const ada = built.coder('Ada').id
const groups = (whose: 'everyone' | 'mine' | 'agreed') =>
  groupCodings(codingsOf(built.project, source.id), source.content, whose, ada)

test('the same code on the same passage by two coders is one group', () => {
  expect(groups('everyone').map((group) => group.codings.length)).toEqual([2, 1, 1])
})

test('one sees everyone’s codings, one’s own, or the agreed ones', () => {
  expect(groups('mine')).toHaveLength(1)
  expect(groups('agreed').map((group) => words.slice(group.start, group.end))).toEqual(['nobody said'])
})

test('the innermost code on a passage comes first', () => {
  const at = words.indexOf('June')
  expect(groupsOn(groups('everyone'), at, at).map((group) => words.slice(group.start, group.end))).toEqual([
    'by June',
    'They wanted a number by June',
  ])
  expect(groupsOn(groups('everyone'), 0, words.length)).toHaveLength(3)
})

test('of a group, the coding chosen before is meant, else one’s own', () => {
  const [metrics] = groups('everyone')
  const [first, second] = built.codings
  if (!metrics || !first || !second) throw new Error('codings are missing')
  expect(codingOf(metrics, ada, null)?.id).toBe(first.id)
  expect(codingOf(metrics, ada, second.id)?.id).toBe(second.id)
})

test('groups that overlap never share a lane', () => {
  const spans = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })), { maxLength: 60 })
  const [first] = built.codings
  if (!first) throw new Error('no coding')
  fc.assert(
    fc.property(spans, (drawn) => {
      const codings = drawn.map(([start, length], i) => ({
        ...first,
        id: countedId<'coding'>(i),
        start,
        end: start + length,
        code: countedId<'code'>(i),
      }))
      const laid = groupCodings(codings, source.content, 'everyone', ada)
      expect(laid).toHaveLength(codings.length)
      for (const a of laid) {
        for (const b of laid)
          if (a !== b && a.start < b.end && b.start < a.end) expect(a.lane).not.toBe(b.lane)
      }
    }),
  )
})

test('names in the margin never stand on one another, and none is lost', () => {
  const stripes = fc.array(fc.tuple(fc.nat(600), fc.integer({ min: 10, max: 200 })), {
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(stripes, (drawn) => {
      const list = drawn
        .map(([top, height], i) => ({ key: String(i), top, bottom: top + height }))
        .sort((a, b) => a.top - b.top)
      const { placed, crowded } = placeLabels(list, 18, 40)
      const tops = [...placed.values()].sort((a, b) => a - b)
      for (const [i, top] of tops.entries())
        if (i > 0) expect(top - (tops[i - 1] ?? 0)).toBeGreaterThanOrEqual(18)
      const told = [...placed.keys(), ...[...crowded.values()].flat()].sort()
      expect(told).toEqual(list.map((stripe) => stripe.key).sort())
    }),
  )
})

test('before another coder’s own coding is changed one is asked, once for each coder', () => {
  const [mine, bens, , agreed] = built.codings
  if (!mine || !bens || !agreed) throw new Error('codings are missing')
  const nobody = new Set<typeof ada>()
  expect([mine, bens, agreed].map((coding) => asksFirst(coding, ada, nobody))).toEqual([false, true, false])
  expect(asksFirst(bens, ada, new Set([built.coder('Ben').id]))).toBe(false)
})
