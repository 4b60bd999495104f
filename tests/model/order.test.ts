import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyBetween, keysBetween } from '../../shared/model/order.ts'

test('there is always a key between two, however often one puts things at the same place', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1000 }), { maxLength: 120 }), (places) => {
      const keys: string[] = []
      for (const place of places) {
        const at = keys.length === 0 ? 0 : place % (keys.length + 1)
        const key = keyBetween(keys[at - 1] ?? null, keys[at] ?? null)
        if (keys[at - 1] !== undefined) expect(key > (keys[at - 1] ?? '')).toBe(true)
        if (keys[at] !== undefined) expect(key < (keys[at] ?? '')).toBe(true)
        keys.splice(at, 0, key)
      }
    }),
  )
})

test('a list that only grows keeps short keys', () => {
  const keys = ['V']
  while (keys.length < 1000) keys.push(keyBetween(keys.at(-1) ?? null, null))
  expect([...keys].sort((a, b) => (a < b ? -1 : 1))).toEqual(keys)
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(40)
})

test('many keys at once are in order and short', () => {
  const keys = keysBetween('V', null, 1000)
  expect([...keys].sort((a, b) => (a < b ? -1 : 1))).toEqual(keys)
  expect(new Set(keys).size).toBe(1000)
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(12)
})
