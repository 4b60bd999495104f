import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'
import type { ZipEntry } from './zip-directory.ts'

/** The bytes of one file in a zip. `cut`: they are not where the directory says; `size`: it holds more than it states,
    and was not unpacked further; `damaged`: it cannot be unpacked, or its size or checksum is wrong. */
export function unzipEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array | 'cut' | 'size' | 'damaged' {
  const packed = packedBytes(bytes, entry)
  if (packed === null) return 'cut'
  if (entry.method !== 0 && entry.method !== 8) return 'damaged'
  const unpacked = entry.method === 0 ? packed : inflated(packed, entry.size)
  if (typeof unpacked === 'string') return unpacked
  return unpacked.length === entry.size && crc32(unpacked) === entry.crc ? unpacked : 'damaged'
}

const LOCAL_HEADER = 0x04034b50

function packedBytes(bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) return null
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  return start + packedSize <= bytes.length ? bytes.subarray(start, start + packedSize) : null
}

/** Unpacks piece by piece and stops at the stated size, so that a small lie cannot become gigabytes. */
function inflated(packed: Uint8Array, size: number): Uint8Array | 'size' | 'damaged' {
  const whole = new Uint8Array(size)
  let filled = 0
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length <= size) whole.set(chunk, filled)
    filled += chunk.length
  })
  try {
    for (let at = 0; (at < packed.length || at === 0) && filled <= size; at += STEP)
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
  } catch {
    return filled > size ? 'size' : 'damaged'
  }
  return filled > size ? 'size' : whole.subarray(0, filled)
}

const STEP = 16 * 1024
