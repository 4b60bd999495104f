import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { goTo, saved } from './journey.ts'
import { savedFile } from './saved-files.ts'

/** A project's file on its way from one desk to another. */
export interface Copy {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Saves the project as a file to give away. */
export async function saveCopy(page: Page, name: string): Promise<Copy> {
  const save = page.getByRole('button', { name: 'Save as a file…' })
  const { bytes } = await savedFile(page, () => save.click())
  return { name, bytes }
}

/** Downloads a backup from the settings. */
export async function downloadBackup(page: Page): Promise<Download> {
  await toSettings(page, 'Backups')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download a backup' }).click()
  return coming
}

/** What a download holds, under its name. */
export async function copyOf(download: Download): Promise<Copy> {
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

/** Opens the project's settings at one of their parts. */
export async function toSettings(page: Page, part: string): Promise<void> {
  await page.getByTitle('Project settings').click()
  await page.getByRole('heading', { name: part, exact: true }).waitFor()
}

/** Opens one part of the team's room. */
export async function toTeam(page: Page, part: string): Promise<void> {
  await goTo(page, 'Team')
  const parts = page.getByRole('navigation', { name: 'Parts of the team' })
  await parts.getByRole('link', { name: part }).click()
  await parts.getByRole('link', { name: part }).and(page.locator('[aria-current]')).waitFor()
}

/** A new coder, who codes in this window from now on. */
export async function codeAs(page: Page, name: string): Promise<void> {
  await toSettings(page, 'Coders')
  await page.getByRole('textbox', { name: 'New coder' }).fill(name)
  await page.getByRole('button', { name: 'Add coder' }).click()
  await saved(page)
  await page.getByRole('button', { name: /Who codes in this window/ }).click()
  await page.getByRole('option', { name }).click()
}

/** Back to the start; gives the id of the project that was open, once it is closed. */
export async function closeProject(page: Page): Promise<string> {
  const id = /#\/p\/([\w-]+)/.exec(page.url())?.[1] ?? ''
  await page.getByRole('link', { name: 'Loam', exact: true }).click()
  await page.getByRole('button', { name: 'New project' }).waitFor()
  await page.evaluate((name) => navigator.locks.request(name, () => undefined), `loam-project-${id}`)
  return id
}

/** Takes a project's database away, as a browser does that clears its storage. */
export function deleteDatabase(page: Page, project: string): Promise<void> {
  return page.evaluate(
    (wanted) =>
      new Promise<void>((done, fail) => {
        const deleting = indexedDB.deleteDatabase(wanted)
        deleting.onsuccess = () => done()
        deleting.onerror = () => fail(deleting.error)
        deleting.onblocked = () => fail(new Error('Somebody still has it open'))
      }),
    `loam-project-${project}`,
  )
}
