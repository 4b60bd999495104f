import { sha256 } from '@noble/hashes/sha2.js'
import { type ContentHash, type Id, readContentHash, readId } from '../model/ids.ts'

/** SHA-256 of bytes, or of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export function fingerprint(what: Uint8Array | string): string {
  const digest = sha256(typeof what === 'string' ? new TextEncoder().encode(what) : what)
  let hex = ''
  for (const byte of digest) hex += hexOf[byte]
  return hex
}

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** The name of a content: the fingerprint of its text. */
export function contentHash(text: string): ContentHash {
  const hash = readContentHash(fingerprint(text))
  if (!hash) throw new Error('A fingerprint is not a content hash')
  return hash
}

/** A permanent identity that follows from what it names: the same words give the same one everywhere. */
export function derivedId<K extends string>(...words: readonly string[]): Id<K> {
  const hex = fingerprint(words.join('\n'))
  // Version 8 and the usual variant: a UUID made by a rule of our own.
  const uuid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  const id = readId<K>(uuid.join('-'))
  if (!id) throw new Error('A fingerprint does not make an identity')
  return id
}
