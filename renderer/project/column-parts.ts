import { type Id, readId } from '../../shared/model/ids.ts'

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
  for (const [i, { id }] of entities.entries()) {
    const hex = id.replaceAll('-', '')
    for (let j = 0; j < 16; j++) bytes[i * 16 + j] = Number.parseInt(hex.slice(j * 2, j * 2 + 2), 16)
  }
  return bytes
}

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Bytes back into identities. */
export function unpackIds<K extends string>(bytes: Uint8Array): Id<K>[] {
  return Array.from({ length: bytes.length / 16 }, (_, i) => {
    let id = ''
    for (let j = 0; j < 16; j++) {
      id += hexOf[bytes[i * 16 + j] ?? 0]
      if (j === 3 || j === 5 || j === 7 || j === 9) id += '-'
    }
    return must(readId<K>(id))
  })
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
