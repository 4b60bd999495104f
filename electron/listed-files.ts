import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { FileHandle, ListedFile, OpenedFile } from '../shared/bridge.ts'
import { readChosenFile } from './read-files.ts'
import type { RecentFiles } from './recent-files.ts'

/** Files a window has chosen and not read yet: it knows them by handles, the paths stay here. */
export interface ListedFiles {
  add(paths: readonly string[]): readonly ListedFile[]
  read(handle: FileHandle, recent: RecentFiles): Promise<OpenedFile>
}

/** Keeps the listed files of one window, as long as it is open. */
export function listedFiles(): ListedFiles {
  const paths = new Map<FileHandle, string>()
  return {
    add: (chosen) =>
      chosen.map((path) => {
        const handle = randomUUID()
        paths.set(handle, path)
        return { name: basename(path), handle }
      }),
    async read(handle, recent) {
      const path = paths.get(handle)
      return path === undefined ? NOT_AT_HAND : readChosenFile(path, recent)
    },
  }
}

const NOT_AT_HAND: OpenedFile = {
  name: '',
  bytes: new Uint8Array(),
  handle: null,
  problem: 'This file is no longer at hand: choose it again.',
}
