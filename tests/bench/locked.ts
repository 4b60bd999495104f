import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import { goTo, saved } from '../support/journey.ts'
import { codePassage } from '../support/reading.ts'
import { bigArchive, fullScale } from './big-archive.ts'
import { openBenchDesk } from './desk.ts'
import { type Figure, figureOf } from './measure.ts'

const passphrase = 'river lantern copper thistle'
const source = 'main a[href*="/sources/"]'

/** What locking costs with 1,000 interviews and 150,000 codings, in a real browser. */
export async function lockedFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'loam-bench-'))
  const file = join(folder, 'big.qdpx')
  writeFileSync(file, writeProjectFile(bigArchive(fullScale), { at: 1_750_000_000_000 }))
  let desk = await openBenchDesk()
  try {
    const chooser = desk.page.waitForEvent('filechooser')
    await desk.page.getByRole('button', { name: 'Open a file…' }).click()
    await (await chooser).setFiles(file)
    await desk.page.locator(source).first().waitFor({ timeout: 240_000 })
    const locking = await secondsOf(() => lock(desk.page))
    const asking: number[] = []
    const opening: number[] = []
    for (let i = 0; i < 3; i++) {
      desk = await desk.reopen()
      const { page } = desk
      await page.getByRole('list', { name: 'Recent projects' }).getByRole('link').first().click()
      const dialog = page.getByRole('dialog', { name: /^Open / })
      await dialog.getByLabel('Passphrase').fill(passphrase)
      await dialog.getByRole('button', { name: 'Open', exact: true }).click()
      asking.push(await secondsOf(() => dialog.waitFor({ state: 'detached', timeout: 60_000 })))
      opening.push(await secondsOf(() => page.locator(source).first().waitFor({ timeout: 60_000 })))
    }
    const durable = await codingDurable(desk.page)
    return [
      figureOf('a project locked: its home written anew, sealed', null, [locking], 's'),
      figureOf('its passphrase tried', null, asking, 's'),
      figureOf('the locked project open after that', 1, opening, 's'),
      figureOf('one coding durable in it', null, durable),
    ]
  } finally {
    await desk.leave()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

async function lock(page: Page): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Set a passphrase…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lock this project' })
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await dialog.getByLabel('The same once more').fill(passphrase)
  await dialog.getByRole('checkbox').first().check({ force: true })
  await dialog.getByRole('button', { name: 'Lock the project' }).click()
  await page.getByRole('button', { name: 'Change the passphrase…' }).waitFor({ timeout: 600_000 })
}

/** Milliseconds from the press until the status reads "Saved", with the driver's own time in it. */
async function codingDurable(page: Page): Promise<number[]> {
  await page.locator(source).first().click()
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    await codePassage(page, 'Does not fit')
    times.push((await secondsOf(() => saved(page))) * 1000)
  }
  return times
}
