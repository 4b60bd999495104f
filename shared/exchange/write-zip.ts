import { Deflate, deflateSync } from 'fflate'
import { crc32 } from '../zip/crc32.ts'

/** A zip being written: every file is packed as it is added, so only one stands in memory unpacked. */
export interface ZipWriting {
  /** Adds one file, or with `more` its next piece: the pieces of one are one file, and it stands where its first came,
      whatever is added between them. Names are ASCII. */
  add(name: string, bytes: Uint8Array, more?: boolean): void
  /** Adds one file that was packed elsewhere. */
  addPacked(name: string, packed: PackedBytes): void
  end(): Uint8Array<ArrayBuffer>
}

/** A file's bytes as a zip holds them (method 8: raw DEFLATE, 0: as they are); checksum and size are those of the
    file itself. */
export interface PackedBytes {
  readonly packed: Uint8Array
  readonly method: 0 | 8
  readonly crc: number
  readonly size: number
}

/** A file on its way into a zip: whole, or with `more` a piece of it that others follow. */
export interface FilePiece {
  readonly name: string
  readonly bytes: Uint8Array
  readonly more: boolean
}

/** Packs files in the order given; the same files give the same bytes, whenever and wherever. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const zip = startZip()
  for (const [name, bytes] of files) zip.add(name, bytes)
  return zip.end()
}

/** Begins a zip. The same files in the same order, packed by the same means, give the same bytes. */
export function startZip(): ZipWriting {
  const files = new Map<string, PackedBytes | Packing>()
  const packingOf = (name: string): Packing => {
    const begun = files.get(name)
    const packing = begun && 'push' in begun ? begun : packPieces()
    files.set(name, packing)
    return packing
  }
  return {
    add(name, bytes, more = false) {
      if (!more && !files.has(name)) {
        files.set(name, pack(bytes))
        return
      }
      const packed = packingOf(name).push(bytes, more)
      if (packed) files.set(name, packed)
    },
    addPacked: (name, packed) => void files.set(name, packed),
    end: () => zipOf(files),
  }
}

function zipOf(files: ReadonlyMap<string, PackedBytes | Packing>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let size = 0
  const put = (bytes: Uint8Array) => {
    parts.push(bytes)
    size += bytes.length
  }
  for (const [name, packed] of files) {
    if ('push' in packed) throw new Error(`The end of ${name} is missing`)
    const file = { ...packed, name: new TextEncoder().encode(name), offset: size }
    put(localHeader(file))
    put(file.packed)
    directory.push(directoryEntry(file))
  }
  const offset = size
  for (const entry of directory) put(entry)
  put(endOfDirectory(directory.length, size - offset, offset))
  return joinBytes(parts, size)
}

interface PackedFile extends PackedBytes {
  readonly name: Uint8Array
  readonly offset: number
}

function pack(bytes: Uint8Array): PackedBytes {
  const facts = { crc: crc32(bytes), size: bytes.length }
  if (isPacked(bytes)) return { ...facts, packed: bytes, method: 0 }
  return { ...facts, packed: deflateSync(bytes, fast), method: 8 }
}

/** A file being packed: gives it when its last piece came. */
interface Packing {
  push(bytes: Uint8Array, more: boolean): PackedBytes | null
}

function packPieces(): Packing {
  const parts: Uint8Array[] = []
  let packed = 0
  let [crc, size] = [0, 0]
  const deflate = new Deflate(fast, (part) => {
    parts.push(part)
    packed += part.length
  })
  return {
    push(bytes, more) {
      crc = crc32(bytes, crc)
      size += bytes.length
      deflate.push(bytes, !more)
      return more ? null : { packed: joinBytes(parts, packed), method: 8, crc, size }
    },
  }
}

/** Level 1 takes a third of the time of level 6 for a sixth more bytes, and a project is written every minute. */
const fast = { level: 1 } as const

/** Word files and the like are zips themselves, so packing them again only costs time. */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** Field widths in bytes and their values, one after the other, little-endian. */
type Fields = readonly (readonly [2 | 4, number])[]

function localHeader(file: PackedFile): Uint8Array {
  return record([[4, 0x04034b50], ...common(file)], file.name)
}

function directoryEntry(file: PackedFile): Uint8Array {
  const rest: Fields = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, file.offset],
  ]
  return record([[4, 0x02014b50], [2, version], ...common(file), ...rest], file.name)
}

function endOfDirectory(count: number, size: number, offset: number): Uint8Array {
  return record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  ])
}

function common({ method, crc, packed: { length }, size, name }: PackedFile): Fields {
  return [
    [2, version],
    [2, 0],
    [2, method],
    [2, 0],
    [2, firstDate],
    [4, crc],
    [4, length],
    [4, size],
    [2, name.length],
    [2, 0],
  ]
}

const version = 20
/** 1 January 1980, as zips count days: the same everywhere. */
const firstDate = 0x21

function record(fields: Fields, name: Uint8Array = new Uint8Array()): Uint8Array {
  const length = fields.reduce((sum, [width]) => sum + width, 0)
  const bytes = new Uint8Array(length + name.length)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  bytes.set(name, at)
  return bytes
}

/** Bytes one after another; `size` is how many they are together. */
export function joinBytes(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
