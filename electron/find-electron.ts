import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The path of Electron's binary, or null when it is not on this machine. */
export function electronBinary(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const named = readIfThere(join(folder, 'path.txt'))
  const binary = named === null ? null : join(folder, 'dist', named)
  return binary !== null && existsSync(binary) ? binary : null
}

/** Electron's binary, fetched by Electron's own installer if it is not there yet. That is tried once for each
    version, so that a machine without a network starts at once from the second time on. */
export function findElectron(root: string, say: (sentence: string) => void): string | null {
  const there = electronBinary(root)
  const tried = join(root, 'node_modules', '.cache', 'loam', `electron-${versionOf(root)}-was-tried`)
  if (there !== null || existsSync(tried)) return there
  say('Fetching Electron for the desktop window, once (about 110 MB)…')
  fetchElectron(root)
  const fetched = electronBinary(root)
  if (fetched === null)
    say(
      'Electron could not be fetched here, so Loam opens in your browser. To try again: npx install-electron',
    )
  if (fetched === null) remember(tried)
  return fetched
}

function versionOf(root: string): string {
  const text = readIfThere(join(root, 'node_modules', 'electron', 'package.json'))
  return /"version": "([\d.]+)"/.exec(text ?? '')?.[1] ?? 'none'
}

const LONGEST_FETCH = 5 * 60_000

function fetchElectron(root: string): void {
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  if (existsSync(installer))
    spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: LONGEST_FETCH })
}

function remember(tried: string): void {
  mkdirSync(dirname(tried), { recursive: true })
  writeFileSync(tried, 'Remove this file to let "npm start" fetch Electron again.\n')
}

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null
}
