import { createHash, randomUUID } from 'node:crypto'
import type { Making } from '../../shared/commands/making.ts'
import {
  type CoderId,
  type ContentHash,
  type CopyId,
  type Id,
  readContentHash,
  readId,
} from '../../shared/model/ids.ts'

/** What commands are given on the command line: fresh identities, the clock, who acts and in which copy. */
export function nodeMaking(by: CoderId = newId<'coder'>()): Making & { readonly copy: CopyId } {
  return { newId, at: Date.now(), by, copy: newId<'copy'>() }
}

/** A fresh identity. */
export function newId<K extends string>(): Id<K> {
  const id = readId<K>(randomUUID())
  if (!id) throw new Error('The system gave no identity')
  return id
}

/** SHA-256 of bytes or of a text's UTF-8, hexadecimal. */
export function sha256(what: Uint8Array | string): string {
  return createHash('sha256').update(what).digest('hex')
}

/** The name of a content. */
export function textHash(text: string): ContentHash {
  const hash = readContentHash(sha256(text))
  if (!hash) throw new Error('The system gave no fingerprint')
  return hash
}
