/** One file inside a zip, as its directory states it. Sizes are bytes. */
export interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly packedSize: number
  readonly crc: number
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number
  /** Protected with a password. */
  readonly locked: boolean
  /** A link to another place instead of a file. */
  readonly isLink: boolean
  /** Where its local header begins. */
  readonly offset: number
}

/** Every entry of a zip in the order of its directory, folders too; or what keeps the directory from being read:
    it is missing (the file is cut off or no zip), of the 64-bit kind, or damaged. */
export type ZipDirectory =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly trouble: 'missing' | 'wide' | 'damaged' }

/** Reads a zip's directory; nothing is unpacked, and nothing it states is believed but the places inside it. */
export function zipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  if (end === null) return { ok: false, trouble: 'missing' }
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff) return { ok: false, trouble: 'wide' }
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) return { ok: false, trouble: 'damaged' }
    const [name = 0, extra = 0, note = 0] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    entries.push(entryAt(bytes, view, at, name))
    at += 46 + name + extra + note
  }
  return at > bytes.length ? { ok: false, trouble: 'damaged' } : { ok: true, entries }
}

const END = 0x06054b50
const ENTRY = 0x02014b50

/** The directory's end stands last, in front of a comment of up to 65,535 bytes. */
function directoryEnd(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1)
    if (view.getUint32(at, true) === END) return at
  return null
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameSize: number): ZipEntry {
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize)),
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    crc: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
    locked: (view.getUint16(at + 8, true) & 1) === 1,
    isLink: view.getUint32(at + 38, true) >>> 28 === 0xa,
    offset: view.getUint32(at + 42, true),
  }
}
