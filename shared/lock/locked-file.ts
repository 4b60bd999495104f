import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { RandomBytes, Unlocked } from './lock.ts'
import { lockedMark, lockSize, writeLock } from './lock-facts.ts'

/** The ending of locked project files, without its dot. A .qdpx is always a zip that other tools can read; what is
    locked must not pass for a damaged one. */
export const lockedEnding = 'loam-locked'

/** A locked file's bytes opened, or why they cannot be. */
export type LockedFileOpened =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly problem: string }

/** A file's bytes, locked: the lock, a salt for a key of this one file, then the bytes in sealed pieces. Each piece is
    bound to its place and to whether it is the last, so that cutting and reordering are noticed. */
export function lockFile(
  bytes: Uint8Array,
  unlocked: Unlocked,
  random: RandomBytes,
): Uint8Array<ArrayBuffer> {
  const pieces = piecesOf(bytes.length)
  const locked = new Uint8Array(begin + bytes.length + pieces * tagSize)
  const salt = random(saltSize)
  locked.set(writeLock(unlocked.lock))
  locked.set(salt, lockSize)
  const fileKey = fileKeyOf(unlocked, salt)
  for (let piece = 0, to = begin; piece < pieces; piece++) {
    const plain = bytes.subarray(piece * pieceSize, (piece + 1) * pieceSize)
    const sealed = pieceCipher(fileKey, piece, piece === pieces - 1).encrypt(plain)
    locked.set(sealed, to)
    to += sealed.length
  }
  return locked
}

/** The bytes that were locked: the inverse of `lockFile`, for the file's own data key. */
export function openLockedFile(locked: Uint8Array, unlocked: Unlocked): LockedFileOpened {
  const sealed = locked.length - begin
  const pieces = Math.ceil(sealed / (pieceSize + tagSize))
  if (pieces < 1 || sealed < pieces * tagSize) return damaged
  const bytes = new Uint8Array(sealed - pieces * tagSize)
  const fileKey = fileKeyOf(unlocked, locked.subarray(lockSize, begin))
  try {
    for (let piece = 0; piece < pieces; piece++) {
      const from = begin + piece * (pieceSize + tagSize)
      const part = locked.subarray(from, from + pieceSize + tagSize)
      bytes.set(pieceCipher(fileKey, piece, piece === pieces - 1).decrypt(part), piece * pieceSize)
    }
    return { ok: true, bytes }
  } catch {
    return damaged
  }
}

const saltSize = 16
const begin = lockSize + saltSize
const pieceSize = 65_536
const tagSize = 16

/** An empty file is one empty piece. */
function piecesOf(length: number): number {
  return Math.max(1, Math.ceil(length / pieceSize))
}

/** Of its own for each file, so that counting pieces never uses a nonce twice. */
function fileKeyOf({ dataKey }: Unlocked, salt: Uint8Array): Uint8Array {
  return hkdf(sha256, dataKey, salt, utf8ToBytes('loam file'), 32)
}

function pieceCipher(key: Uint8Array, piece: number, isLast: boolean) {
  const nonce = new Uint8Array(12)
  const view = new DataView(nonce.buffer)
  view.setUint32(0, piece, true)
  nonce[11] = isLast ? 1 : 0
  return chacha20poly1305(key, nonce, lockedMark)
}

const damaged = {
  ok: false,
  problem:
    'This locked file is damaged or was cut short, so nothing of it was opened. Take another copy or a backup.',
} as const
