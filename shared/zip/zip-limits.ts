import type { ZipEntry } from './zip-directory.ts'

/** How much a zip may hold: more is refused before anything is unpacked. */
export interface ZipLimits {
  readonly entries: number
  /** Bytes of one file, and of all together, unpacked. */
  readonly entrySize: number
  readonly totalSize: number
  /** How many times larger than packed a file may become that is over `swellingFrom` bytes. */
  readonly ratio: number
  readonly swellingFrom: number
}

/** Bytes of all files of a zip together, as it states them. */
export function totalSize(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.size, 0)
}

/** Whether a file would become many times larger than it is packed. */
export function swells({ size, packedSize }: ZipEntry, { ratio, swellingFrom }: ZipLimits): boolean {
  return size > swellingFrom && size > packedSize * ratio
}

/** Whether a name points outside the zip: "../a", "/a", "C:a". */
export function isOutside(name: string): boolean {
  return name.includes('\0') || /^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name)
}
