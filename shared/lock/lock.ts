import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { argon2id } from '@noble/hashes/argon2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type Lock, lockFacts, type PassphraseCost } from './lock-facts.ts'

/** What opens a locked project, held only while it is open: its data key, of 32 bytes, and the lock that its files and
    its entry in the list of projects carry. */
export interface Unlocked {
  readonly dataKey: Uint8Array
  readonly lock: Lock
}

/** Gives so many random bytes, fit for keys. */
export type RandomBytes = (length: number) => Uint8Array

/** What trying a passphrase costs whoever tries: 64 MB of memory, three times over; about a second. */
export const usualCost: PassphraseCost = { memory: 65_536, passes: 3, lanes: 1 }

/** A new data key behind a passphrase. */
export function makeLock(passphrase: string, random: RandomBytes, cost = usualCost): Unlocked {
  const key = hexOf(random(8))
  return lockedWith(passphrase, random(32), key, random, cost)
}

/** The same data key behind another passphrase: nothing that it seals has to be written anew. What was locked with the
    passphrase before still opens with that one. */
export function changePassphrase(
  { dataKey, lock }: Unlocked,
  passphrase: string,
  random: RandomBytes,
  cost = lock.cost,
): Unlocked {
  return lockedWith(passphrase, dataKey, lock.key, random, cost)
}

/** Opens a lock with its passphrase; null when the passphrase is another one. */
export function openLock(lock: Lock, passphrase: string): Unlocked | null {
  const passphraseKey = keyOf(passphrase, lock.salt, lock.cost)
  try {
    const dataKey = xchacha20poly1305(passphraseKey, lock.nonce, lockFacts(lock)).decrypt(lock.wrapped)
    return { dataKey, lock }
  } catch {
    return null
  } finally {
    passphraseKey.fill(0)
  }
}

function lockedWith(
  passphrase: string,
  dataKey: Uint8Array,
  key: string,
  random: RandomBytes,
  cost: PassphraseCost,
): Unlocked {
  const facts = { cost, key, salt: random(16), nonce: random(24) }
  const passphraseKey = keyOf(passphrase, facts.salt, cost)
  const wrapped = xchacha20poly1305(passphraseKey, facts.nonce, lockFacts(facts)).encrypt(dataKey)
  passphraseKey.fill(0)
  return { dataKey, lock: { ...facts, wrapped } }
}

/** Argon2id (RFC 9106). The same words typed on another keyboard may come in other code points: they count as one. */
function keyOf(passphrase: string, salt: Uint8Array, { memory, passes, lanes }: PassphraseCost): Uint8Array {
  const words = utf8ToBytes(passphrase.normalize('NFKC'))
  return argon2id(words, salt, { m: memory, t: passes, p: lanes, dkLen: 32 })
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
