import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { RandomBytes } from './lock.ts'

/** Seals and masks what one place of a locked project keeps. */
export interface Seal {
  /** Bytes as nobody reads them without the key; only at `place` do they open again. */
  seal(bytes: Uint8Array, place: string): Uint8Array
  /** The inverse. Throws when they are damaged or come from another place. */
  open(sealed: Uint8Array, place: string): Uint8Array
  /** A name under which something is kept, as nobody can guess it back: the same for the same name of the same `kind`.
      A masked name stays as it is. */
  mask(name: string, kind: string): string
}

/** What seals the working copy, from a project's data key. All of it answers at once: inside a transaction nothing can
    be waited for. */
export function sealOf(dataKey: Uint8Array, random: RandomBytes): Seal {
  const sealing = hkdf(sha256, dataKey, undefined, utf8ToBytes('loam working copy'), 32)
  const masking = hkdf(sha256, dataKey, undefined, utf8ToBytes('loam names'), 32)
  const kinds = new Map<string, ReturnType<typeof hmac.create>>()
  const kindOf = (kind: string) => {
    const known = kinds.get(kind) ?? hmac.create(sha256, hmac(sha256, masking, utf8ToBytes(kind)))
    kinds.set(kind, known)
    return known
  }
  return {
    seal(bytes, place) {
      const nonce = random(nonceSize)
      const sealed = xchacha20poly1305(sealing, nonce, utf8ToBytes(place)).encrypt(bytes)
      const whole = new Uint8Array(nonceSize + sealed.length)
      whole.set(nonce)
      whole.set(sealed, nonceSize)
      return whole
    },
    open: (sealed, place) =>
      xchacha20poly1305(sealing, sealed.subarray(0, nonceSize), utf8ToBytes(place)).decrypt(
        sealed.subarray(nonceSize),
      ),
    mask(name, kind) {
      if (name.startsWith(masked)) return name
      return masked + bytesToHex(kindOf(kind).clone().update(utf8ToBytes(name)).digest().subarray(0, 16))
    },
  }
}

const nonceSize = 24

/** No name of a project begins so. */
const masked = '~'
