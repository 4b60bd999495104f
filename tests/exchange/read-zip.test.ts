import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openZip, unpack, usualZipLimits } from '../../shared/exchange/read-zip.ts'
import { startZip, writeZip } from '../../shared/exchange/write-zip.ts'
import { crc32 } from '../../shared/zip/crc32.ts'

function problemOf(bytes: Uint8Array, limits = usualZipLimits): string {
  const opened = openZip(bytes, limits)
  return opened.ok ? '' : opened.problem
}

test('what was packed comes out again', () => {
  const files = fc.dictionary(fc.stringMatching(/^[a-zé]{1,8}$/), fc.uint8Array({ maxLength: 5000 }), {
    maxKeys: 5,
  })
  fc.assert(
    fc.property(files, (packed) => {
      const opened = openZip(writeZip(new Map(Object.entries(packed))))
      if (!opened.ok) throw new Error(opened.problem)
      for (const [name, bytes] of Object.entries(packed))
        expect(unpack(opened.zip, name)).toEqual({ ok: true, bytes })
      expect(opened.zip.entries.size).toBe(Object.keys(packed).length)
    }),
  )
})

test('the checksum is the one zip files carry', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926)
  expect(crc32(strToU8('6789'), crc32(strToU8('12345')))).toBe(0xcbf43926)
})

test('a file packed piece by piece, with others between, comes out whole and stands where it began', () => {
  const bytes = fc.uint8Array({ maxLength: 50_000, max: 3 })
  fc.assert(
    fc.property(fc.array(bytes, { minLength: 1, maxLength: 6 }), bytes, (pieces, other) => {
      const zip = startZip()
      pieces.forEach((piece, i) => {
        zip.add('large', piece, true)
        zip.add(`other ${i}`, other)
      })
      zip.add('large', new Uint8Array())
      const written = zip.end()
      const unpacked = unzipSync(written)
      expect(Object.keys(unpacked)).toEqual(['large', ...pieces.map((_, i) => `other ${i}`)])
      const opened = openZip(written)
      if (!opened.ok) throw new Error(opened.problem)
      const whole = new Uint8Array(pieces.flatMap((piece) => [...piece]))
      expect(unpack(opened.zip, 'large')).toEqual({ ok: true, bytes: whole })
      expect(unpack(opened.zip, 'other 0')).toEqual({ ok: true, bytes: other })
    }),
    { numRuns: 30 },
  )
})

test('a zip is not ended while a piece is missing', () => {
  const zip = startZip()
  zip.add('large', strToU8('The river'), true)
  expect(() => zip.end()).toThrow('large')
})

test.each(['../evil.txt', 'a/../../b', '/etc/passwd', 'C:\\x', '\\\\server\\x', 'a\\..\\b'])(
  'a name that points outside (%s) is refused',
  (name) => {
    expect(problemOf(zipSync({ [name]: strToU8('x') }))).toContain('points outside')
  },
)

test('a bomb is refused by its directory, before anything is unpacked', () => {
  const bomb = zipSync({ zeros: new Uint8Array(20_000_000) })
  expect(problemOf(bomb)).toContain('would unpack to')
  expect(
    problemOf(zipSync({ a: strToU8('a'), b: strToU8('b') }), { ...usualZipLimits, entries: 1 }),
  ).toContain('more than 1')
  expect(problemOf(zipSync({ a: strToU8('a'.repeat(99)) }), { ...usualZipLimits, totalSize: 98 })).toContain(
    'would unpack to',
  )
})

test('a file larger than the limit, a link, another way of packing, a 64-bit zip and a name with NUL are refused', () => {
  expect(problemOf(zipSync({ a: strToU8('a'.repeat(99)) }), { ...usualZipLimits, entrySize: 98 })).toContain(
    'would unpack to',
  )
  const changed = (change: (view: DataView, directory: number) => void) => {
    const bytes = zipSync({ 'a.txt': strToU8('one') })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    change(view, view.getUint32(bytes.length - 6, true))
    return problemOf(bytes)
  }
  expect(changed((view, at) => view.setUint32(at + 38, 0xa0000000, true))).toContain('link to another place')
  expect(changed((view, at) => view.setUint16(at + 10, 12, true))).toContain('packed in a way')
  expect(changed((view) => view.setUint32(view.byteLength - 6, 0xffffffff, true))).toContain('64-bit')
  expect(changed((view, at) => view.setUint8(at + 47, 0))).toContain('points outside')
  expect(changed((view, at) => view.setUint32(at + 20, 999, true))).toContain('cut off')
})

test('a file that holds more than its directory states is damaged, not unpacked', () => {
  const bytes = zipSync({ a: strToU8('b'.repeat(5000)) })
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const directory = view.getUint32(bytes.length - 6, true)
  view.setUint32(directory + 24, 10, true)
  const opened = openZip(bytes)
  expect(opened.ok && unpack(opened.zip, 'a')).toMatchObject({
    ok: false,
    problem: expect.stringContaining('damaged'),
  })
})

test('a changed byte is noticed', () => {
  const bytes = writeZip(new Map([['a.txt', strToU8('The river taught us to wait.')]]))
  bytes[40] = (bytes[40] ?? 0) ^ 1
  const opened = openZip(bytes)
  expect(opened.ok && unpack(opened.zip, 'a.txt').ok).toBe(false)
})

test('the same name twice, shared bytes, passwords and cut-off files are refused', () => {
  const two = zipSync({ 'a.txt': strToU8('one'), 'b.txt': strToU8('two') })
  const twice = Uint8Array.from(two)
  for (let at = 0; at < twice.length - 5; at++)
    if (twice[at] === 0x62 && twice[at + 1] === 0x2e) twice[at] = 0x61
  expect(problemOf(twice)).toContain('stands in it twice')
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset)
  const directory = view(two).getUint32(two.length - 6, true)
  const shared = Uint8Array.from(two)
  view(shared).setUint32(directory + 46 + 5 + 42, 0, true)
  expect(problemOf(shared)).toContain('shares its bytes')
  const locked = Uint8Array.from(two)
  view(locked).setUint16(directory + 8, 1, true)
  expect(problemOf(locked)).toContain('password')
  expect(problemOf(two.slice(0, -30))).toContain('not a whole zip')
})

test('no bytes whatever make reading throw', () => {
  const whole = zipSync({ 'project.qde': strToU8('<Project/>'), 'sources/a.txt': strToU8('words') })
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(damage, (changes) => {
      const bytes = Uint8Array.from(whole)
      for (const [at, value] of changes) bytes[at] = value
      const opened = openZip(bytes)
      if (opened.ok) for (const name of opened.zip.entries.keys()) unpack(opened.zip, name)
    }),
    { numRuns: 300 },
  )
})
