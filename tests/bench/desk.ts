import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { serveLoam } from '../../electron/static-server.ts'
import { chromiumArguments, chromiumPath, NO_CHROMIUM } from '../support/chromium.ts'
import { watchWindow } from './watch-window.ts'

/** A browser with Loam as it is built from these files, and a profile of its own. */
export interface BenchDesk {
  readonly page: Page
  /** Closes the browser and starts it again with the same profile. */
  reopen(): Promise<BenchDesk>
  leave(): Promise<void>
}

/** Builds Loam into a folder of its own, so that nobody else's build is measured, and opens it. */
export async function openBenchDesk(): Promise<BenchDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'loam-bench-'))
  const bin = join(process.cwd(), 'node_modules/electron-vite/bin/electron-vite.js')
  execFileSync(process.execPath, [bin, 'build', `--outDir=${join(folder, 'out')}`], { stdio: 'ignore' })
  const served = await serveLoam(join(folder, 'out/renderer'), 0)
  if (!served.ok) throw new Error(served.problem)
  const tidy = async () => {
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return desk(join(folder, 'profile'), served.address, tidy)
}

async function desk(profile: string, address: string, tidy: () => Promise<void>): Promise<BenchDesk> {
  const executablePath = chromiumPath()
  if (executablePath === null) throw new Error(NO_CHROMIUM)
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...chromiumArguments()],
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.addInitScript(watchWindow)
  await page.goto(`${address}?pickers=off`)
  return {
    page,
    reopen: async () => {
      await context.close()
      return desk(profile, address, tidy)
    },
    leave: async () => {
      await context.close()
      await tidy()
    },
  }
}
