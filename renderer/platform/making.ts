import { type ContentHash, type NewId, readContentHash, readId } from '../../shared/model/ids.ts'
import { givingWay } from './give-way.ts'

/** A fresh random identity. */
export const newId: NewId = <K extends string>() => {
  const id = readId<K>(crypto.randomUUID())
  if (id === null) throw new Error('The browser gave an identity that is no UUID')
  return id
}

/** So many random bytes, fit for keys; up to 65,536. */
export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length))
}

/** The time, in milliseconds since 1970. */
export function now(): number {
  return Date.now()
}

/** What an open project is given from its platform: identities, the time, and pauses in long work. */
export const surroundings = { newId, now, pausing: () => givingWay() }

/** SHA-256 of bytes, 64 lower-case hexadecimal digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<ContentHash> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const read = readContentHash(Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join(''))
  if (read === null) throw new Error('The browser gave a hash of another length')
  return read
}
