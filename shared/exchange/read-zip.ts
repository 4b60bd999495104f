import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'

/** One file inside a zip, as its directory states it. Sizes are bytes. */
export interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly packedSize: number
  readonly crc: number
  readonly packing: 'stored' | 'deflated'
  /** Where its local header begins. */
  readonly offset: number
}

/** A zip whose directory was read and found safe; nothing is unpacked yet. */
export interface OpenZip {
  readonly bytes: Uint8Array
  readonly entries: ReadonlyMap<string, ZipEntry>
}

/** How much a zip may hold: more is refused before anything is unpacked. */
export interface ZipLimits {
  readonly entries: number
  /** Bytes of one file, and of all together, unpacked. */
  readonly entrySize: number
  readonly totalSize: number
  /** How many times larger than packed a file over a megabyte may become. */
  readonly ratio: number
}

export const usualZipLimits: ZipLimits = {
  entries: 50_000,
  entrySize: 512 * 1024 * 1024,
  totalSize: 2 * 1024 * 1024 * 1024,
  ratio: 500,
}

export type ZipOpening = { readonly ok: true; readonly zip: OpenZip } | ZipProblem
export type Unpacked = { readonly ok: true; readonly bytes: Uint8Array } | ZipProblem

/** One sentence for the person: what is wrong with the file. */
export interface ZipProblem {
  readonly ok: false
  readonly problem: string
}

/** Reads a zip's directory and refuses what is broken, too large or unsafe, before unpacking anything.
    Folders are left out. */
export function openZip(bytes: Uint8Array, limits: ZipLimits = usualZipLimits): ZipOpening {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(view)
  if ('problem' in directory) return directory
  if (directory.count > limits.entries)
    return no(`it holds ${directory.count} files, more than ${limits.entries}`)
  const entries: ZipEntry[] = []
  for (let at = directory.offset, i = 0; i < directory.count; i++) {
    const found = readEntry(bytes, view, at)
    if ('problem' in found) return found
    if (!found.folder) entries.push(found.entry)
    at = found.next
  }
  const problem = unsafe(entries, limits) ?? overlapping(entries, bytes.length)
  return problem
    ? no(problem)
    : { ok: true, zip: { bytes, entries: new Map(entries.map((entry) => [entry.name, entry])) } }
}

/** Unpacks one file, checking its stated size and its checksum. */
export function unpack(zip: OpenZip, name: string): Unpacked {
  const entry = zip.entries.get(name)
  if (!entry) return no(`“${name}” is not in it`)
  const packed = packedBytes(zip.bytes, entry)
  if (!packed) return no(`“${name}” in it is cut off or damaged`)
  const bytes = entry.packing === 'stored' ? packed : inflate(packed, entry.size)
  if (!bytes || bytes.length !== entry.size || crc32(bytes) !== entry.crc)
    return no(`“${name}” in it is damaged`)
  return { ok: true, bytes }
}

function no(problem: string): ZipProblem {
  return { ok: false, problem }
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50

function findDirectory(view: DataView): { readonly offset: number; readonly count: number } | ZipProblem {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== endSignature) continue
    const count = view.getUint16(at + 10, true)
    const offset = view.getUint32(at + 16, true)
    if (count === 0xffff || offset === 0xffffffff)
      return no('it is a zip of the 64-bit kind, which Loam does not read')
    return offset <= at ? { offset, count } : no('its directory is damaged')
  }
  return no('it is not a whole zip file: its directory at the end is missing, as when a download was cut off')
}

type EntryReading = { readonly entry: ZipEntry; readonly folder: boolean; readonly next: number } | ZipProblem

function readEntry(bytes: Uint8Array, view: DataView, at: number): EntryReading {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature)
    return no('its directory is damaged')
  const [nameSize, extraSize, noteSize] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
  const next = at + 46 + (nameSize ?? 0) + (extraSize ?? 0) + (noteSize ?? 0)
  if (next > bytes.length) return no('its directory is damaged')
  const name = new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + (nameSize ?? 0)))
  const method = view.getUint16(at + 10, true)
  const isLink = view.getUint32(at + 38, true) >>> 28 === 0xa
  if ((view.getUint16(at + 8, true) & 1) === 1)
    return no('it is protected with a password; save it without one')
  if (isLink) return no(`“${name}” in it is a link to another place, not a file`)
  if (method !== 0 && method !== 8) return no(`“${name}” in it is packed in a way Loam does not read`)
  const packing = method === 0 ? 'stored' : 'deflated'
  const [crc, packedSize, size] = [16, 20, 24].map((field) => view.getUint32(at + field, true))
  const offset = view.getUint32(at + 42, true)
  const entry: ZipEntry = {
    name,
    size: size ?? 0,
    packedSize: packedSize ?? 0,
    crc: crc ?? 0,
    packing,
    offset,
  }
  return { entry, folder: name.endsWith('/') && entry.size === 0, next }
}

function unsafe(entries: readonly ZipEntry[], limits: ZipLimits): string | null {
  const names = new Set<string>()
  let total = 0
  for (const { name, size, packedSize } of entries) {
    if (isOutside(name)) return `“${name}” in it points outside of it`
    if (names.has(name)) return `“${name}” stands in it twice`
    names.add(name)
    total += size
    const swells = size > 1024 * 1024 && size > packedSize * limits.ratio
    if (size > limits.entrySize || swells) return `“${name}” in it would unpack to ${megabytes(size)}`
  }
  return total > limits.totalSize ? `it would unpack to ${megabytes(total)}` : null
}

function isOutside(name: string): boolean {
  return (
    name === '' ||
    name.includes('\0') ||
    /^([/\\]|[A-Za-z]:)/.test(name) ||
    name.split(/[/\\]/).some((part) => part === '..')
  )
}

function megabytes(size: number): string {
  return `${Math.ceil(size / 1024 / 1024)} MB`
}

/** Files that share bytes are how a small zip hides a huge one. */
function overlapping(entries: readonly ZipEntry[], length: number): string | null {
  let reached = 0
  for (const { offset, packedSize, name } of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (offset < reached) return `“${name}” in it shares its bytes with another file`
    reached = offset + 30 + packedSize
    if (reached > length) return `“${name}” in it is cut off`
  }
  return null
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature) return null
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  return start + entry.packedSize <= bytes.length ? bytes.subarray(start, start + entry.packedSize) : null
}

/** Null when the bytes are damaged or hold more than was stated. */
function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  const whole = new Uint8Array(size)
  let filled = 0
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new RangeError('larger than stated')
    whole.set(chunk, filled)
    filled += chunk.length
  })
  try {
    for (let at = 0; at < packed.length || at === 0; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length)
    }
  } catch {
    return null
  }
  return filled === size ? whole : null
}

const step = 64 * 1024
