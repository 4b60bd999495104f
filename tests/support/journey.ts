import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { chromiumArguments, chromiumPath, NO_CHROMIUM } from './chromium.ts'
import { serveBuilt } from './serve.ts'

/** A person at the built Loam: a browser with a profile of its own, which survives being closed or killed. */
export interface Desk {
  readonly page: Page
  readonly context: BrowserContext
  /** Sentences the page logged as errors; a journey ends with none. */
  readonly errors: readonly string[]
  /** Closes the browser, or kills it outright, and opens Loam again with the same profile; `before` prepares
      the fresh browser, which has not met Loam yet. */
  reopen(how: 'closed' | 'killed', before?: Prepare): Promise<Desk>
  leave(): Promise<void>
}

interface Home {
  readonly profile: string
  readonly address: string
  readonly size: { readonly width: number; readonly height: number }
  readonly tidy: () => Promise<void>
}

type Prepare = (context: BrowserContext, page: Page, origin: string) => Promise<void>

/** Opens the built Loam as a new person would. */
export async function sitDown(size = { width: 1280, height: 800 }): Promise<Desk> {
  const served = await serveBuilt()
  const profile = mkdtempSync(join(tmpdir(), 'loam-journey-'))
  const tidy = async () => {
    await served.close()
    rmSync(profile, { recursive: true, force: true })
  }
  return desk({ profile, address: served.address, size, tidy })
}

async function desk(home: Home, before?: Prepare): Promise<Desk> {
  const executablePath = chromiumPath()
  if (executablePath === null) throw new Error(NO_CHROMIUM)
  const context = await chromium.launchPersistentContext(home.profile, {
    executablePath,
    args: [...chromiumArguments()],
    viewport: home.size,
    acceptDownloads: true,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await before?.(context, page, new URL(home.address).origin)
  const errors: string[] = []
  page.on('pageerror', (trouble) => errors.push(trouble.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(`${home.address}?pickers=off`)
  return {
    page,
    context,
    errors,
    reopen: async (how, prepare) => {
      if (how === 'closed') await context.close()
      else await kill(context)
      return desk(home, prepare)
    },
    leave: async () => {
      await context.close()
      await home.tidy()
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
  await saveState(page)
    .filter({ hasText: /^Saved$/ })
    .waitFor()
}

/** What the status line says about saving. */
export function saveState(page: Page): Locator {
  return page.getByRole('status', { name: 'Save state' })
}
