import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { chromiumArguments, chromiumPath, NO_CHROMIUM } from './chromium.ts'
import { serveBuilt } from './serve.ts'

/** A person at the built Loam: a browser with a profile of its own, which survives being closed or killed. */
export interface Desk {
  readonly page: Page
  readonly context: BrowserContext
  /** Sentences the page logged as errors; a journey ends with none. */
  readonly errors: readonly string[]
  /** Closes the browser, or kills it outright, and opens Loam again with the same profile. */
  reopen(how: 'closed' | 'killed'): Promise<Desk>
  leave(): Promise<void>
}

/** Opens the built Loam as a new person would. */
export async function sitDown(size = { width: 1280, height: 800 }): Promise<Desk> {
  const served = await serveBuilt()
  const profile = mkdtempSync(join(tmpdir(), 'loam-journey-'))
  return desk(profile, served.address, size, async () => {
    await served.close()
    rmSync(profile, { recursive: true, force: true })
  })
}

async function desk(
  profile: string,
  address: string,
  size: { width: number; height: number },
  tidy: () => Promise<void>,
): Promise<Desk> {
  const executablePath = chromiumPath()
  if (executablePath === null) throw new Error(NO_CHROMIUM)
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...chromiumArguments()],
    viewport: size,
    acceptDownloads: true,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const errors: string[] = []
  page.on('pageerror', (trouble) => errors.push(trouble.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(`${address}/?pickers=off`)
  return {
    page,
    context,
    errors,
    reopen: async (how) => {
      if (how === 'closed') await context.close()
      else await kill(context)
      return desk(profile, address, size, tidy)
    },
    leave: async () => {
      await context.close()
      await tidy()
    },
  }
}

/** Ends the browser process without a word, as a crash would. */
async function kill(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession()
  const gone = new Promise((done) => context.once('close', done))
  await session?.send('Browser.crash').catch(() => undefined)
  await gone
}

/** Makes a new project through the start screen. */
export async function newProject(page: Page, name: string, codebook?: string): Promise<void> {
  await page.getByRole('button', { name: 'New project' }).click()
  await page.getByRole('textbox', { name: 'Name of the inquiry' }).fill(name)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada Lind')
  if (codebook) await page.getByRole('checkbox', { name: codebook }).first().check({ force: true })
  await page.getByRole('button', { name: 'Create project' }).click()
  await saved(page)
}

/** Opens the sample inquiry. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await saved(page)
}

/** Goes to a room of the workbench. */
export async function goTo(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Workbench' }).getByRole('link', { name: room }).click()
}

/** Waits until everything is durable. */
export async function saved(page: Page): Promise<void> {
  await expect.poll(() => saveState(page).textContent(), { timeout: 20_000 }).toBe('Saved')
}

/** What the status line says about saving. */
export function saveState(page: Page): Locator {
  return page.getByRole('status', { name: 'Save state' })
}
