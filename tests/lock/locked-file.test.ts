import { createDecipheriv, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changePassphrase,
  makeLock,
  openLock,
  type RandomBytes,
  type Unlocked,
} from '../../shared/lock/lock.ts'
import { isLocked, type Lock, lockSize, readLock, writeLock } from '../../shared/lock/lock-facts.ts'
import { lockFile, openLockedFile } from '../../shared/lock/locked-file.ts'

/** Quick to try, for tests alone. */
const cheap = { memory: 8, passes: 1, lanes: 1 }

function counting(): RandomBytes {
  let next = 0
  return (length) => Uint8Array.from({ length }, () => next++ & 255)
}

const random: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))
/** So many bytes, no two pieces alike. */
function filled(size: number): Uint8Array {
  return new Uint8Array(size).map((_, i) => (i * 31 + (i >> 8)) & 255)
}

const lock = makeLock('four words of mine', random, cheap)

/** As another window would: from the file's bytes and the passphrase alone. */
function opened(locked: Uint8Array, passphrase: string) {
  const reading = readLock(locked)
  if (!reading.ok) return reading
  const unlocked = openLock(reading.lock, passphrase)
  return unlocked ? openLockedFile(locked, unlocked) : { ok: false, problem: 'wrong passphrase' }
}

function changedAt(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))
}

const sizes = fc.oneof(fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072), fc.nat(200_000))

test('what was locked opens with its passphrase as it was', () => {
  fc.assert(
    fc.property(sizes, fc.string({ unit: 'grapheme', minLength: 1 }), (size, passphrase) => {
      const whole = filled(size)
      const locked = lockFile(whole, makeLock(passphrase, random, cheap), random)
      const back = opened(locked, passphrase)
      expect(back.ok && 'bytes' in back && Buffer.compare(back.bytes, whole)).toBe(0)
    }),
    { numRuns: 30 },
  )
})

test('another passphrase does not open it', () => {
  const locked = lockFile(Uint8Array.of(1, 2, 3), lock, random)
  expect(opened(locked, 'four words of mine')).toMatchObject({ ok: true })
  expect(opened(locked, 'Four words of mine')).toMatchObject({ problem: 'wrong passphrase' })
  expect(opened(locked, '')).toMatchObject({ problem: 'wrong passphrase' })
})

test('a passphrase counts as the same however its accents were typed', () => {
  const locked = lockFile(Uint8Array.of(7), makeLock('cafe\u0301 au lait', random, cheap), random)
  expect(opened(locked, 'caf\u00e9 au lait')).toMatchObject({ ok: true })
})

test('a changed byte anywhere is noticed, and told from a wrong passphrase', () => {
  const locked = lockFile(filled(70_000), lock, random)
  const reading = readLock(locked)
  if (!reading.ok) throw new Error(reading.problem)
  fc.assert(
    fc.property(fc.nat(locked.length - 1), (at) => {
      const changed = changedAt(locked, at)
      if (at < lockSize) expect(readLock(changed).ok).toBe(false)
      else expect(openLockedFile(changed, lock)).toMatchObject({ ok: false })
    }),
    { numRuns: 60, examples: [[0], [8], [131], [132], [148], [65_684 + 15], [65_684 + 16]] },
  )
})

test('a file cut short, lengthened or put in another order is refused', () => {
  const piece = 65_536 + 16
  const head = lockSize + 16
  const locked = lockFile(filled(3 * 65_536), lock, random)
  expect(openLockedFile(locked, lock).ok).toBe(true)
  const pieces = [0, 1, 2].map((i) => locked.subarray(head + i * piece, head + (i + 1) * piece))
  const made = (...order: readonly number[]) =>
    Buffer.concat([locked.subarray(0, head), ...order.map((i) => pieces[i] ?? new Uint8Array())])
  expect(openLockedFile(made(0, 1, 2), lock).ok).toBe(true)
  for (const order of [[], [0], [0, 1], [1, 2], [1, 0, 2], [0, 2], [0, 1, 1], [0, 1, 2, 2]])
    expect(openLockedFile(made(...order), lock), order.join()).toMatchObject({ ok: false })
  fc.assert(
    fc.property(fc.nat(locked.length - 1), (length) => {
      expect(opened(locked.subarray(0, length), 'four words of mine').ok).toBe(false)
    }),
    { numRuns: 40 },
  )
})

test('pieces of two files locked with the same key do not mix', () => {
  const [one, other] = [
    lockFile(filled(65_536 * 2), lock, random),
    lockFile(filled(65_536 * 2), lock, random),
  ]
  const mixed = Uint8Array.from(one)
  mixed.set(other.subarray(lockSize + 16 + 65_552), lockSize + 16 + 65_552)
  expect(openLockedFile(mixed, lock)).toMatchObject({ ok: false })
})

test('changing the passphrase keeps the key: old files open with the old one, both with the key', () => {
  const before = lockFile(Uint8Array.of(1), lock, random)
  const changed = changePassphrase(lock, 'quite another one', random)
  const after = lockFile(Uint8Array.of(2), changed, random)
  expect(changed.lock.key).toBe(lock.lock.key)
  expect(opened(before, 'four words of mine')).toMatchObject({ ok: true })
  expect(opened(after, 'four words of mine')).toMatchObject({ ok: false })
  expect(opened(after, 'quite another one')).toMatchObject({ ok: true })
  expect(openLockedFile(before, changed)).toMatchObject({ ok: true })
})

test('a file that would take all memory or all day is refused before it is tried', () => {
  const asking = (cost: Lock['cost']) => readLock(writeLock({ ...lock.lock, cost }))
  expect(asking({ memory: 65_536, passes: 3, lanes: 1 }).ok).toBe(true)
  expect(asking({ memory: 4_000_000, passes: 3, lanes: 1 }).ok).toBe(false)
  expect(asking({ memory: 65_536, passes: 1_000, lanes: 1 }).ok).toBe(false)
  expect(asking({ memory: 65_536, passes: 3, lanes: 255 }).ok).toBe(false)
  expect(asking({ memory: 65_536, passes: 0, lanes: 1 }).ok).toBe(false)
  expect(asking({ memory: 0, passes: 1, lanes: 0 }).ok).toBe(false)
})

test('a lock made cheaper to try is no longer the lock', () => {
  const dear = makeLock('four words of mine', random, { memory: 16, passes: 2, lanes: 1 })
  const cheapened = { ...dear.lock, cost: cheap }
  expect(openLock(dear.lock, 'four words of mine')).not.toBeNull()
  expect(openLock(cheapened, 'four words of mine')).toBeNull()
})

test('a locked file of a later version says so', () => {
  const locked = changedAt(lockFile(Uint8Array.of(1), lock, random), 9)
  expect(readLock(locked)).toMatchObject({ problem: expect.stringContaining('newer version of Loam') })
})

test('a zip is no locked file', () => {
  expect(isLocked(Uint8Array.of(0x50, 0x4b, 3, 4))).toBe(false)
  expect(readLock(new Uint8Array()).ok).toBe(false)
})

test('the format stays as it is: the same passphrase, bytes and randomness give the same file', () => {
  const locked: Unlocked = makeLock('correct horse battery staple', counting(), cheap)
  const file = lockFile(new TextEncoder().encode('No grant covers the first year.'), locked, counting())
  expect(Buffer.from(file).toString('hex')).toMatchInlineSnapshot(
    `"4c4f414d4c4f434b01000000080000000100000001000000000102030405060728292a2b2c2d2e2f3031323334353637000000000000000038393a3b3c3d3e3f404142434445464748494a4b4c4d4e4fc6efbca8f91d07aee3b5913c7da198e810556a539ab65c3970c3e292718a02dedc2ed92b49ca806533bfd67ad503700493f4f71f000102030405060708090a0b0c0d0e0f65322b0151da32455a337898773891bbc74d520a6122288e1345384cf743b1f436fdcf933ba7ce80093c3f5c4c398e"`,
  )
  expect(opened(file, 'correct horse battery staple')).toMatchObject({ ok: true })
})

test('another implementation of the same ciphers reads the file', () => {
  const file = lockFile(new TextEncoder().encode('No grant covers the first year.'), lock, random)
  const key = hkdfSync('sha256', lock.dataKey, file.subarray(lockSize, lockSize + 16), 'loam file', 32)
  const nonce = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
  const cipher = createDecipheriv('chacha20-poly1305', new Uint8Array(key), nonce, { authTagLength: 16 })
  const sealed = file.subarray(lockSize + 16)
  cipher.setAuthTag(sealed.subarray(-16))
  cipher.setAAD(new TextEncoder().encode('LOAMLOCK'), { plaintextLength: sealed.length - 16 })
  const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
  expect(plain.toString()).toBe('No grant covers the first year.')
})
