import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** True when the built window and desktop are there and not older than what they are built from. */
export async function isBuilt(root: string): Promise<boolean> {
  const built = await Promise.all(BUILT.map((path) => changedAt(join(root, path))))
  const sources = await Promise.all(SOURCES.map((path) => newestIn(join(root, path))))
  const oldestBuilt = Math.min(...built.map((time) => time ?? Number.NEGATIVE_INFINITY))
  return oldestBuilt >= Math.max(...sources)
}

const BUILT = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'] as const

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'sample-data',
  'package.json',
  'electron.vite.config.ts',
] as const

async function newestIn(path: string): Promise<number> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  const inside = await Promise.all(entries.map((entry) => newestIn(join(path, entry.name))))
  return Math.max((await changedAt(path)) ?? Number.NEGATIVE_INFINITY, ...inside)
}

async function changedAt(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => null,
  )
}
