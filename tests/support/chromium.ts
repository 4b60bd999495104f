import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Where Chromium or Chrome is on this machine: LOAM_CHROMIUM if set, else the usual places. Null when it is
    in none of them. */
export function chromiumPath(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment.LOAM_CHROMIUM
  if (named) return existsSync(named) ? named : null
  return usualPlaces(environment).find((path) => existsSync(path)) ?? null
}

/** Starts the machine's Chromium for a journey. Throws with what to do when there is none. */
export async function launch(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === null) throw new Error(NO_CHROMIUM)
  return chromium.launch({ executablePath, args: [...chromiumArguments()] })
}

/** What to do when there is no Chromium. */
export const NO_CHROMIUM =
  'No Chromium is on this machine: run "node tests/support/install-chromium.ts", or name one in LOAM_CHROMIUM.'

/** Chromium's switches: nothing is fetched in the background, and root can start it. */
export function chromiumArguments(): readonly string[] {
  // Chromium refuses to start its sandbox for root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...asRoot, ...QUIET]
}

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function usualPlaces(environment: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => environment[name] ?? '',
    )
    const present = folders.filter((folder) => folder !== '')
    const chrome = present.map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'))
    return [
      ...chrome,
      ...present.map((folder) => join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')),
    ]
  }
  if (process.platform === 'darwin') {
    const names = ['Chromium', 'Google Chrome', 'Microsoft Edge']
    const folders = ['/Applications', join(homedir(), 'Applications')]
    return folders.flatMap((folder) =>
      names.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    )
  }
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']
}
