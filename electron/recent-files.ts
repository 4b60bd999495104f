import { randomUUID } from 'node:crypto'
import type { FileHandle } from '../shared/bridge.ts'
import { isRecord, keepJson, readKeptJson } from './kept-json.ts'

/** The files that the window may read and write again: it knows their handles, only this side their paths. */
export interface RecentFiles {
  /** Gives a path its handle, the same one each time, and moves it to the front of the list. */
  remember(path: string): Promise<FileHandle>
  /** The path behind a handle; null for one never given, or given so long ago that it was forgotten. */
  pathOf(handle: FileHandle): string | null
}

/** How many files are remembered; the one unused for longest is forgotten first. */
export const MOST_REMEMBERED = 200

/** Opens the list kept in `path`, of so many files at most. A list that cannot be written still serves until Loam is
    closed. */
export async function openRecentFiles(path: string, most = MOST_REMEMBERED): Promise<RecentFiles> {
  let files = readFiles(await readKeptJson(path), most)
  let keeping: Promise<unknown> = Promise.resolve()
  return {
    pathOf: (handle) => files.find((file) => file.handle === handle)?.path ?? null,
    async remember(target) {
      const file = files.find((known) => known.path === target) ?? { handle: randomUUID(), path: target }
      files = [file, ...files.filter((other) => other !== file)].slice(0, most)
      // One after the other, so that an older list never overwrites a newer one.
      keeping = keeping.then(() => keepJson(path, { files }))
      await keeping
      return file.handle
    },
  }
}

interface RecentFile {
  readonly handle: FileHandle
  readonly path: string
}

function readFiles(kept: unknown, most: number): readonly RecentFile[] {
  if (!isRecord(kept) || !Array.isArray(kept.files)) return []
  return kept.files.filter(isRecentFile).slice(0, most)
}

function isRecentFile(value: unknown): value is RecentFile {
  return isRecord(value) && typeof value.handle === 'string' && typeof value.path === 'string'
}
