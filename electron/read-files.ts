import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { OpenedFile } from '../shared/bridge.ts'
import { lockedEnding } from '../shared/lock/locked-file.ts'
import { whyNotRead } from './file-problems.ts'
import type { RecentFiles } from './recent-files.ts'

/** The endings of project files, without the dot: those every tool of the field reads, and locked ones. */
const PROJECT_ENDINGS: readonly string[] = ['qdpx', lockedEnding]

/** True for a project file, by its ending. */
export function isProjectFile(path: string): boolean {
  return hasEnding(path, PROJECT_ENDINGS)
}

/** Reads one chosen file. Project files are remembered, so that they can be written again; everything else
    is only read: Loam never writes over a transcript. What cannot be read says why in `problem`. */
export async function readChosenFile(path: string, recent: RecentFiles): Promise<OpenedFile> {
  const name = basename(path)
  try {
    const bytes = await readFile(path)
    const handle = isProjectFile(name) ? await recent.remember(path) : null
    return { name, bytes, handle }
  } catch (trouble) {
    return { name, bytes: new Uint8Array(), handle: null, problem: whyNotRead(name, trouble) }
  }
}

/** The files of a folder and its folders with one of the endings (any when there are none), in order of
    name. Hidden files are left out and links are not followed: they may lead anywhere, or round in circles. */
export async function filesInFolder(folder: string, endings: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: false }).catch(() => [])
  const shown = entries.filter((entry) => !entry.name.startsWith('.'))
  const inOrder = shown.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const found: string[] = []
  for (const entry of inOrder) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await filesInFolder(path, endings)))
    else if (entry.isFile() && hasEnding(entry.name, endings)) found.push(path)
  }
  return found
}

function hasEnding(name: string, endings: readonly string[]): boolean {
  return endings.length === 0 || endings.includes(extname(name).slice(1).toLowerCase())
}
