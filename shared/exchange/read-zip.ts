import { unzipEntry } from '../zip/unzip-entry.ts'
import { type ZipEntry, zipDirectory } from '../zip/zip-directory.ts'
import { isOutside, swells, totalSize, type ZipLimits } from '../zip/zip-limits.ts'

/** A zip whose directory was read and found safe; nothing is unpacked yet. */
export interface OpenZip {
  readonly bytes: Uint8Array
  readonly entries: ReadonlyMap<string, ZipEntry>
}

/** What a project file may hold at most. */
export const usualZipLimits: ZipLimits = {
  entries: 50_000,
  entrySize: 512 * 1024 * 1024,
  totalSize: 2 * 1024 * 1024 * 1024,
  ratio: 500,
  swellingFrom: 1024 * 1024,
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
  const directory = zipDirectory(bytes)
  if (!directory.ok) return no(TROUBLES[directory.trouble])
  const all = directory.entries
  if (all.length > limits.entries) return no(`it holds ${all.length} files, more than ${limits.entries}`)
  const entries = all.filter((entry) => !(entry.name.endsWith('/') && entry.size === 0))
  const problem =
    all.map(unreadable).find((sentence) => sentence !== null) ??
    unsafe(entries, limits) ??
    overlapping(entries, bytes.length)
  return problem
    ? no(problem)
    : { ok: true, zip: { bytes, entries: new Map(entries.map((entry) => [entry.name, entry])) } }
}

/** Unpacks one file, checking its stated size and its checksum. */
export function unpack(zip: OpenZip, name: string): Unpacked {
  const entry = zip.entries.get(name)
  if (!entry) return no(`“${name}” is not in it`)
  const bytes = unzipEntry(zip.bytes, entry)
  if (bytes === 'cut') return no(`“${name}” in it is cut off or damaged`)
  return typeof bytes === 'string' ? no(`“${name}” in it is damaged`) : { ok: true, bytes }
}

function no(problem: string): ZipProblem {
  return { ok: false, problem }
}

const TROUBLES = {
  missing: 'it is not a whole zip file: its directory at the end is missing, as when a download was cut off',
  wide: 'it is a zip of the 64-bit kind, which Loam does not read',
  damaged: 'its directory is damaged',
} as const

function unreadable({ name, locked, isLink, method }: ZipEntry): string | null {
  if (locked) return 'it is protected with a password; save it without one'
  if (isLink) return `“${name}” in it is a link to another place, not a file`
  return method === 0 || method === 8 ? null : `“${name}” in it is packed in a way Loam does not read`
}

function unsafe(entries: readonly ZipEntry[], limits: ZipLimits): string | null {
  const names = new Set<string>()
  for (const entry of entries) {
    const { name, size } = entry
    if (name === '' || isOutside(name)) return `“${name}” in it points outside of it`
    if (names.has(name)) return `“${name}” stands in it twice`
    names.add(name)
    if (size > limits.entrySize || swells(entry, limits))
      return `“${name}” in it would unpack to ${megabytes(size)}`
  }
  const total = totalSize(entries)
  return total > limits.totalSize ? `it would unpack to ${megabytes(total)}` : null
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
