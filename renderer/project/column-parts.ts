import type { Id } from '../../shared/model/ids.ts'

/** Rare fields: the row and what it has besides its columns. */
export type Sparse = readonly (readonly [number, Readonly<Record<string, unknown>>])[]

/** Numbers names from 1 in the order they come; absent ones are 0. */
export function names(values: readonly (string | undefined)[]): { list: string[]; column: Uint32Array } {
  const numbers = new Map<string, number>()
  const column = Uint32Array.from(values, (value) => {
    if (value === undefined) return 0
    const known = numbers.get(value) ?? numbers.size + 1
    numbers.set(value, known)
    return known
  })
  return { list: [...numbers.keys()], column }
}

/** Identities as 16 bytes each. */
export function packIds(entities: readonly { readonly id: string }[]): Uint8Array {
  const bytes = new Uint8Array(entities.length * 16)
  let to = 0
  for (const { id } of entities) {
    for (let j = 0; j < idLength; j++) {
      if (id.charCodeAt(j) === hyphen) continue
      bytes[to++] = (digitOf(id.charCodeAt(j)) << 4) | digitOf(id.charCodeAt(++j))
    }
  }
  return bytes
}

/** The value of a hexadecimal digit, given its character: 0 to 9, a to f. */
function digitOf(character: number): number {
  return character < 58 ? character - 48 : character - 87
}

const hyphen = 45

const hexDigits = new TextEncoder().encode('0123456789abcdef')
const idLength = 36

/** Bytes back into identities. They are written as one text, which each is then a part of: one by one, ids were half
    of what opening a project took. */
export function unpackIds<K extends string>(bytes: Uint8Array): Id<K>[] {
  const count = Math.floor(bytes.length / 16)
  const letters = new Uint8Array(count * idLength)
  let to = 0
  for (let i = 0; i < count * 16; i++) {
    const byte = bytes[i] ?? 0
    letters[to++] = hexDigits[byte >> 4] ?? 0
    letters[to++] = hexDigits[byte & 15] ?? 0
    const j = i & 15
    if (j === 3 || j === 5 || j === 7 || j === 9) letters[to++] = hyphen
  }
  const text = new TextDecoder('latin1').decode(letters)
  return Array.from({ length: count }, (_, i) => asId<K>(text.slice(i * idLength, (i + 1) * idLength)))
}

function asId<K extends string>(text: string): Id<K> {
  if (isWritten<K>(text)) return text
  throw new Error('A stored record is damaged')
}

/** Sixteen bytes always make one: only its length has to be looked at. */
function isWritten<K extends string>(text: string): text is Id<K> {
  return text.length === idLength
}

/** A column's value; 0 past its end. */
export function at(column: Uint8Array | Uint32Array | Float64Array, i: number): number {
  return column[i] ?? 0
}

/** A value that a sound record has. */
export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('A stored record is damaged')
  return value
}
