import { type Zippable, zipSync } from 'fflate'

/** Packs files in the order given; the same files give the same bytes, whenever and wherever. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const packed: Zippable = {}
  for (const [name, bytes] of files) packed[name] = [bytes, { level: isPacked(bytes) ? 0 : 6, mtime: noTime }]
  return zipSync(packed)
}

// fflate reads local time, so a local date is the same everywhere.
const noTime = new Date(1980, 0, 1)

/** Word files and the like are zips themselves, so packing them again only costs time. */
function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}
