import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packValue, unpackValue } from '../../shared/lock/packed-value.ts'
import { sealOf } from '../../shared/lock/seal.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

const column = fc.oneof(fc.uint8Array(), fc.uint32Array(), fc.float64Array())

const record = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    column,
    fc.array(tie('value')),
    fc.dictionary(
      fc.string().filter((name) => name !== '__proto__'),
      tie('value'),
      { noNullPrototype: true },
    ),
  ),
})).value

test('a packed record comes back as it was, columns and odd numbers included', () => {
  fc.assert(
    fc.property(record, (value) => {
      expect(unpackValue(packValue(value))).toStrictEqual(value)
    }),
  )
})

test('a column that is part of a larger one is packed alone', () => {
  const whole = Uint32Array.of(1, 2, 3, 4)
  expect(unpackValue(packValue({ part: whole.subarray(1, 3) }))).toStrictEqual({ part: Uint32Array.of(2, 3) })
})

test('what no record holds is refused rather than lost', () => {
  expect(() => packValue({ map: new Map() })).toThrow('cannot be sealed')
  expect(() => packValue([new Date(0)])).toThrow('cannot be sealed')
})

test('a sealed record opens only at its place, unchanged, with its key', () => {
  const seal = sealOf(random(32), random)
  const other = sealOf(random(32), random)
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), fc.nat(), (bytes, place, at) => {
      const sealed = seal.seal(bytes, place)
      expect(seal.open(sealed, place)).toEqual(bytes)
      expect(() => seal.open(sealed, `${place}.`)).toThrow()
      expect(() => other.open(sealed, place)).toThrow()
      const changed = sealed.map((byte, i) => (i === at % sealed.length ? byte ^ 4 : byte))
      expect(() => seal.open(changed, place)).toThrow()
    }),
    { numRuns: 40 },
  )
})

test('a masked name is always the same, says nothing, and is masked once', () => {
  const [seal, other] = [sealOf(new Uint8Array(32).fill(1), random), sealOf(random(32), random)]
  const name = 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9'
  expect(seal.mask(name, 'contents')).toBe(seal.mask(name, 'contents'))
  expect(seal.mask(name, 'contents')).not.toBe(seal.mask(name, 'originals'))
  expect(seal.mask(name, 'contents')).not.toBe(other.mask(name, 'contents'))
  expect(seal.mask(seal.mask(name, 'contents'), 'contents')).toBe(seal.mask(name, 'contents'))
  expect(seal.mask(name, 'contents')).toMatch(/^~[0-9a-f]{32}$/)
})
