import type { Span } from '../text/positions.ts'

/** How much of a recording's beginning and end its mark looks at, in bytes. */
const END_BYTES = 65_536

/** The first and the last stretch of a file of so many bytes, which its mark is made from. They overlap in short
    files. */
export function markStretches(bytes: number): { readonly first: Span; readonly last: Span } {
  return {
    first: { start: 0, end: Math.min(bytes, END_BYTES) },
    last: { start: Math.max(0, bytes - END_BYTES), end: bytes },
  }
}

/** What is hashed (SHA-256) for a recording's mark: its length in bytes as eight bytes, the highest first, then its
    first and its last stretch. A recording of hours is told from another without reading all of it. */
export function markBytes(bytes: number, first: Uint8Array, last: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(8 + first.length + last.length)
  new DataView(all.buffer).setBigUint64(0, BigInt(bytes))
  all.set(first, 8)
  all.set(last, 8 + first.length)
  return all
}
