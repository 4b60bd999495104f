import { ChangeSet } from '@codemirror/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignTexts, type TextAlignment } from '../../shared/text/align-texts.ts'

const word = fc.constantFrom(
  'the',
  'grant',
  'Funding',
  'scarse',
  'scarce',
  'we',
  "don't",
  'Noor:',
  '…',
  '基金',
  '😀',
  'a',
)
const space = fc.constantFrom(' ', '  ', '\n', '\n\n', '')
const text = fc
  .array(fc.tuple(word, space), { maxLength: 40 })
  .map((parts) => parts.map(([a, b]) => a + b).join(''))
const twoTexts = fc.tuple(text, text)

test('identical texts are the identity', () => {
  fc.assert(
    fc.property(text, fc.nat(200), (same, at) => {
      const alignment = alignTexts(same, same)
      expect(alignment.changed).toEqual([])
      expect(alignment.mapPosition(at, 1)).toBe(at)
    }),
  )
})

test('replacing the changed stretches gives the text after, and nothing else differs', () => {
  fc.assert(
    fc.property(twoTexts, ([before, after]) => {
      expect(rebuilt(alignTexts(before, after))).toBe(after)
    }),
    { numRuns: 500 },
  )
})

test('positions go where a ChangeSet of the stretches takes them, and never cross', () => {
  fc.assert(
    fc.property(twoTexts, ([before, after]) => {
      const alignment = alignTexts(before, after)
      const set = ChangeSet.of(
        alignment.changed.map(({ from, to, newFrom, newTo }) => ({
          from,
          to,
          insert: after.slice(newFrom, newTo),
        })),
        before.length,
      )
      for (const assoc of [-1, 1] as const) {
        const mapped = Array.from({ length: before.length + 1 }, (_, at) => alignment.mapPosition(at, assoc))
        expect(mapped).toEqual(mapped.map((_, at) => set.mapPos(at, assoc)))
        expect(mapped).toEqual(mapped.toSorted((a, b) => a - b))
      }
    }),
    { numRuns: 500 },
  )
})

test('changed stretches stand in order, begin and end at whole characters and differ', () => {
  fc.assert(
    fc.property(twoTexts, ([before, after]) => {
      const { changed } = alignTexts(before, after)
      let [reached, newReached] = [0, 0]
      for (const { from, to, newFrom, newTo } of changed) {
        expect(from).toBeGreaterThanOrEqual(reached)
        expect(newFrom).toBeGreaterThanOrEqual(newReached)
        expect(before.slice(from, to)).not.toBe(after.slice(newFrom, newTo))
        expect(before.slice(from, to).isWellFormed() && after.slice(newFrom, newTo).isWellFormed()).toBe(true)
        ;[reached, newReached] = [to, newTo]
      }
    }),
  )
})

test('a correction of two words changes these words only', () => {
  const alignment = alignTexts(
    'Noor: The fundng is scarse here.\nAda: And the year is long.',
    'Noor: The funding is very scarce here.\nAda: And the year is long.',
  )
  expect(shown(alignment)).toEqual(['fundng → funding', ' → very ', 'scarse → scarce'])
  expect(alignment.changed.map((stretch) => stretch.respelt)).toEqual([true, false, true])
})

test('paragraphs that stay hold their place between paragraphs that are rewritten', () => {
  const alignment = alignTexts(
    'One two.\nStays as it is.\nThree four.',
    'Uno dos.\nStays as it is.\nTres cuatro cinco.',
  )
  const at = 'One two.\n'.length
  expect(alignment.after.slice(alignment.mapPosition(at, 1))).toMatch(/^Stays as it is/)
})

test('20,000 words with a fifth of them corrected are aligned word by word', () => {
  let seed = 7
  const words = Array.from({ length: 20_000 }, () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return `w${(seed >> 8) % 3000}`
  })
  const before = words.join(' ')
  const after = words.map((each, i) => (i % 5 === 0 ? `${each}x` : each)).join(' ')
  const { changed } = alignTexts(before, after)
  expect(changed.length).toBeGreaterThan(3900)
  expect(changed.length).toBeLessThan(4100)
})

test.each([
  ['one word without end', 'a '.repeat(200_000), `${'a '.repeat(199_000)}b${' a'.repeat(3000)}`],
  ['two words in turn', 'a b '.repeat(80_000), 'b b a '.repeat(60_000)],
  ['every word moved', list((i) => i), list((i) => 60_000 - i)],
  ['one endless word', 'a'.repeat(1_000_000), 'b'.repeat(1_000_000)],
])('%s is aligned whole, and comes to an end', (_, before, after) => {
  const alignment = alignTexts(before, after)
  expect(rebuilt(alignment) === after).toBe(true)
})

function list(number: (i: number) => number): string {
  return Array.from({ length: 60_000 }, (_, i) => `x${number(i)}`).join(' ')
}

function rebuilt({ before, after, changed }: TextAlignment): string {
  let text = ''
  let at = 0
  for (const { from, to, newFrom, newTo } of changed) {
    text += before.slice(at, from) + after.slice(newFrom, newTo)
    at = to
  }
  return text + before.slice(at)
}

function shown({ before, after, changed }: TextAlignment): string[] {
  return changed.map(
    ({ from, to, newFrom, newTo }) => `${before.slice(from, to)} → ${after.slice(newFrom, newTo)}`,
  )
}
