import type { Locator, Page } from 'playwright-core'
import { saved } from './journey.ts'

/** A file as somebody chooses it: from the disk, or made for a test. */
export type GivenFile = string | { readonly name: string; readonly bytes: Uint8Array | string }

/** Presses a button that asks for files and gives it these: all by path, or all made. */
export async function choose(page: Page, button: string, files: readonly GivenFile[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ])
  const paths = files.filter((file) => typeof file === 'string')
  const made = files.filter((file) => typeof file !== 'string')
  await chooser.setFiles(
    paths.length > 0
      ? paths
      : made.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })),
  )
}

/** The sheet that shows files before they come in, once all of them are read. */
export async function preview(page: Page): Promise<Locator> {
  const sheet = page.getByRole('dialog', { name: 'Look before you import' })
  await sheet
    .getByRole('status')
    .filter({ hasText: / ticked/ })
    .waitFor()
  return sheet
}

/** Brings in what is ticked, and waits until it is durable. */
export async function bringIn(page: Page): Promise<void> {
  const sheet = await preview(page)
  await sheet.getByRole('button', { name: /^Import \d+ source/ }).click()
  await sheet.waitFor({ state: 'hidden' })
  await saved(page)
}

/** Chooses one of a list, of Loam's own or of the browser's, both by what they are called. */
export async function pick(
  page: Page,
  within: Locator,
  list: string | RegExp,
  option: string,
): Promise<void> {
  const native = within.getByRole('combobox', { name: list })
  if ((await native.count()) > 0) {
    await native.first().selectOption({ label: option })
    return
  }
  await within.getByRole('button', { name: list }).first().click()
  await page.getByRole('option', { name: option }).first().click()
  await page.getByRole('listbox').first().waitFor({ state: 'hidden' })
}
