import type { ContentHash, Id } from '../../shared/model/ids.ts'
import { quoteHash } from '../../shared/text/quote-hash.ts'

/** The id a builder would count to, for ids made by hand in a test. */
export function countedId<K extends string>(n: number): Id<K> {
  return asId<K>(`00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`)
}

/** A content hash that stands for a text in tests: it names it, without being its SHA-256. */
export function standInHash(text: string): ContentHash {
  const part = (seed: number) => (quoteHash(text) ^ Math.imul(seed, 0x9e3779b1)) >>> 0
  return asHash(Array.from({ length: 8 }, (_, i) => part(i).toString(16).padStart(8, '0')).join(''))
}

/** Text as an id; throws where it is empty. */
export function asId<K extends string>(text: string): Id<K> {
  if (isId<K>(text)) return text
  throw new Error('An id is never empty')
}

function isId<K extends string>(text: string): text is Id<K> {
  return text !== ''
}

function asHash(text: string): ContentHash {
  if (isHash(text)) return text
  throw new Error('A content hash has 64 digits')
}

function isHash(text: string): text is ContentHash {
  return text.length === 64
}
