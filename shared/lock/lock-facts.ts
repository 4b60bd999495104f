import { crc32 } from '../zip/crc32.ts'

/** What trying one passphrase takes: memory in KiB, how often it is gone over, and in how many lanes. */
export interface PassphraseCost {
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

/** What stands openly beside something locked: how its passphrase becomes a key, and the data key wrapped by that.
    Nobody learns anything of the project from it. */
export interface Lock {
  readonly cost: PassphraseCost
  /** Names the data key without saying anything about it: 16 hexadecimal digits. */
  readonly key: string
  readonly salt: Uint8Array
  readonly nonce: Uint8Array
  readonly wrapped: Uint8Array
}

/** A lock as read from a file's beginning, or why there is none to read. */
export type LockReading =
  | { readonly ok: true; readonly lock: Lock }
  | { readonly ok: false; readonly problem: string }

/** How many bytes a written lock takes. */
export const lockSize = 132

/** The eight bytes that every locked file begins with. */
export const lockedMark: Uint8Array = Uint8Array.from('LOAMLOCK', (letter) => letter.charCodeAt(0))

const version = 1
const factsSize = 56

/** The open facts of a lock as bytes: the mark, the version, how keys are made, the key's name and the salt. They are
    sealed with the data key, so that nobody makes the passphrase cheaper to try. */
export function lockFacts({ cost, key, salt }: Pick<Lock, 'cost' | 'key' | 'salt'>): Uint8Array {
  const bytes = new Uint8Array(factsSize)
  const view = new DataView(bytes.buffer)
  bytes.set(lockedMark)
  view.setUint32(8, version, true)
  view.setUint32(12, cost.memory, true)
  view.setUint32(16, cost.passes, true)
  view.setUint32(20, cost.lanes, true)
  for (let i = 0; i < 8; i++) bytes[24 + i] = Number.parseInt(key.slice(2 * i, 2 * i + 2), 16)
  bytes.set(salt, 32)
  // Eight bytes are left for what a later version may have to say.
  return bytes
}

/** A lock as the beginning of a file, with a checksum: damage is told from a wrong passphrase. */
export function writeLock(lock: Lock): Uint8Array {
  const bytes = new Uint8Array(lockSize)
  bytes.set(lockFacts(lock))
  bytes.set(lock.nonce, factsSize)
  bytes.set(lock.wrapped, factsSize + 24)
  new DataView(bytes.buffer).setUint32(lockSize - 4, crc32(bytes.subarray(0, lockSize - 4)), true)
  return bytes
}

/** Reads a lock back: the inverse of `writeLock`. A file that asks for more memory or time than any lock of Loam's is
    refused before anything is spent on it. */
export function readLock(bytes: Uint8Array): LockReading {
  if (!isLocked(bytes)) return { ok: false, problem: 'This is not a locked project file.' }
  if (bytes.length < lockSize) return damaged
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  if (view.getUint32(8, true) > version) return newer
  if (view.getUint32(lockSize - 4, true) !== crc32(bytes.subarray(0, lockSize - 4))) return damaged
  const cost = {
    memory: view.getUint32(12, true),
    passes: view.getUint32(16, true),
    lanes: view.getUint32(20, true),
  }
  if (!isBearable(cost)) return damaged
  const key = Array.from(bytes.subarray(24, 32), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const [salt, nonce] = [bytes.slice(32, 48), bytes.slice(factsSize, factsSize + 24)]
  return { ok: true, lock: { cost, key, salt, nonce, wrapped: bytes.slice(factsSize + 24, lockSize - 4) } }
}

/** True for a locked project file, by its first bytes. */
export function isLocked(bytes: Uint8Array): boolean {
  return bytes.length >= lockedMark.length && lockedMark.every((byte, i) => bytes[i] === byte)
}

/** What any machine can give: up to 256 MB, ten times over. */
function isBearable({ memory, passes, lanes }: PassphraseCost): boolean {
  return lanes >= 1 && lanes <= 4 && memory >= 8 * lanes && memory <= 262_144 && passes >= 1 && passes <= 10
}

const damaged = {
  ok: false,
  problem:
    'This locked file is damaged at its beginning, so no passphrase opens it. Take another copy or a backup.',
} as const

const newer = {
  ok: false,
  problem: 'This file was locked by a newer version of Loam. Update Loam to open it.',
} as const
