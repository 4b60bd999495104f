import { Inflate } from 'fflate'

/** One file inside a ZIP container, as its directory states it. */
export interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly packed: number
  readonly method: number
  readonly crc: number
  readonly locked: boolean
  /** Where its local header begins. */
  readonly at: number
}

/** The directory of a ZIP container; null where it is cut off or damaged. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return null
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const nameAt = at + 46
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(nameAt, nameAt + (nameLength ?? 0))),
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      at: view.getUint32(at + 42, true),
    })
    at = nameAt + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

/** The bytes of one entry. `size`: it holds more than it states; `damaged`: it cannot be unpacked or its checksum is wrong. */
export function unzipEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array | 'size' | 'damaged' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50) return 'damaged'
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(from, from + entry.packed)
  if (packed.length !== entry.packed) return 'damaged'
  const unpacked = entry.method === 0 ? packed : entry.method === 8 ? inflated(packed, entry.size) : 'damaged'
  if (typeof unpacked === 'string') return unpacked
  return unpacked.length === entry.size && checksum(unpacked) === entry.crc ? unpacked : 'damaged'
}

function directoryEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return null
}

/** Unpacks piece by piece and stops at the stated size, so that a small lie cannot become gigabytes. */
function inflated(packed: Uint8Array, size: number): Uint8Array | 'size' | 'damaged' {
  const out = new Uint8Array(size)
  let filled = 0
  let tooMuch = false
  const inflate = new Inflate((chunk) => {
    tooMuch ||= filled + chunk.length > size
    if (!tooMuch) out.set(chunk, filled)
    filled += chunk.length
  })
  try {
    for (let at = 0; at < packed.length && !tooMuch; at += 16_384) {
      inflate.push(packed.subarray(at, at + 16_384), at + 16_384 >= packed.length)
    }
  } catch {
    return tooMuch ? 'size' : 'damaged'
  }
  return tooMuch ? 'size' : out.subarray(0, filled)
}

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (let i = 0; i < bytes.length; i += 1)
    crc = (CRC_TABLE[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})
