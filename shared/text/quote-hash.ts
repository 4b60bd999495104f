/** 32-bit FNV-1a over UTF-16 units: tells whether the words under a coding are still those it was made on.
    Not for identity. Reference: the empty string gives 0x811c9dc5. */
export function quoteHash(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
