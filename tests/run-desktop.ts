import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import { electronBinary } from '../electron/find-electron.ts'
import { isBuilt } from '../electron/is-built.ts'
import { hasScreen } from '../electron/open-browser.ts'
import { desktopJourneys, type Journey } from './electron/desktop-journeys.ts'

/** `npm run test:desktop`: the journeys that need the real Electron. Where its binary or a screen is missing
    it says so and that nothing ran. */

const root = resolve(import.meta.dirname, '..')

process.exitCode = await runDesktop()

async function runDesktop(): Promise<number> {
  const binary = electronBinary(root)
  if (binary === null)
    return notRun('Electron’s binary is not on this machine (npx install-electron fetches it)')
  if (!hasScreen(process.platform, process.env)) return notRun('there is no screen (xvfb-run gives one)')
  if (!(await isBuilt(root)) && !build()) return 1
  let failed = 0
  for (const [sentence, journey] of desktopJourneys) {
    const trouble = await inElectron(binary, journey)
    console.log(trouble === null ? `✓ ${sentence}` : `✗ ${sentence}\n${trouble}`)
    if (trouble !== null) failed++
  }
  console.log(`desktop journeys: ${desktopJourneys.length - failed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function notRun(why: string): number {
  console.log(`Nothing ran in Electron: ${why}.\ndesktop journeys: not run`)
  return 0
}

function build(): boolean {
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  return spawnSync(process.execPath, [tool, 'build'], { cwd: root, stdio: 'inherit' }).status === 0
}

/** Runs one journey in an Electron with a home of its own; gives what went wrong, or null. */
async function inElectron(executablePath: string, journey: Journey): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'loam-desktop-'))
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const given = [root, ...asRoot, `--user-data-dir=${join(folder, 'home')}`]
  let desktop: ElectronApplication | null = null
  try {
    desktop = await _electron.launch({ executablePath, args: given })
    await journey(desktop, await desktop.firstWindow(), folder)
    return null
  } catch (trouble) {
    return trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble)
  } finally {
    await desktop?.close()
    await rm(folder, { recursive: true, force: true })
  }
}
