import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { readBackupName } from '../../shared/backup/backup-name.ts'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { problems } from '../support/axe.ts'
import { closeProject, deleteDatabase, downloadBackup, toSettings } from '../support/copies.ts'
import { type Desk, goTo, openSample, saved, sitDown } from '../support/journey.ts'
import { codePassage, codingsInSource, openSource, selectWords } from '../support/reading.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

const firstInterview = 'Interview 01 - Nadia'

test('a downloaded backup brings back, with a preview, a project whose database is gone', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  const codings = await codeOnce(page)
  const file = await downloadBackup(page)
  expect(readBackupName(file.suggestedFilename())?.project).toBe('Slow water')
  const path = await file.path()
  const inFile = readProjectFile(new Uint8Array(readFileSync(path)))
  const project = await closeProject(page)
  await deleteDatabase(page, project)
  await page.reload()
  await page.getByRole('button', { name: 'Restore a backup…' }).click()
  await chooseFile(page, 'Choose a file…', path, file.suggestedFilename())
  const dialog = page.getByRole('dialog', { name: 'Restore from a backup' })
  await dialog.getByText('This project is not on this machine').waitFor()
  expect(await problems(page)).toEqual([])
  const changes = dialog.getByRole('row', { name: /^Changes/ })
  const count = inFile.ok ? inFile.archive.changes.length : -1
  expect(await changes.getByRole('cell').allInnerTexts()).toEqual([count.toLocaleString('en')])
  await dialog.getByRole('button', { name: 'Restore the project' }).click()
  await saved(page)
  await openSource(page, firstInterview)
  expect(await codingsInSource(page)).toBe(codings)
  await goTo(page, 'History')
  const log = page.getByRole('listbox', { name: 'Changes' })
  await log.getByText('Code passage with Does not fit').first().waitFor()
  expect(at.errors).toEqual([])
})

test('a backup is restored beside, and in its place only after what is here was backed up', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  const before = await codeOnce(page)
  const file = await downloadBackup(page)
  await openSource(page, firstInterview)
  await selectWords(page, 6)
  await codePassage(page, 'Does not fit')
  await saved(page)
  const now = await codingsInSource(page)
  expect(now).toBe(before + 1)
  await toSettings(page, 'Backups')
  await chooseFile(page, 'Restore from a file…', await file.path(), file.suggestedFilename())
  const dialog = page.getByRole('dialog', { name: 'Restore from a backup' })
  await dialog.getByText('made since, not in the backup').waitFor()
  await dialog.getByRole('button', { name: 'Restore beside' }).click()
  await page.getByText('The project was restored.').waitFor()
  await openSource(page, firstInterview)
  expect(await codingsInSource(page)).toBe(before)
  await closeProject(page)
  const recent = page.getByRole('list', { name: 'Recent projects' })
  expect(await recent.getByRole('listitem').count()).toBe(2)
  await recent.getByRole('link').filter({ hasText: 'Sample' }).click()
  await openSource(page, firstInterview)
  expect(await codingsInSource(page)).toBe(now)
  await toSettings(page, 'Backups')
  await chooseFile(page, 'Restore from a file…', await file.path(), file.suggestedFilename())
  const kept = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Restore in its place' }).click()
  const present = readProjectFile(new Uint8Array(readFileSync(await (await kept).path())))
  await page.getByText('What was here before is in').waitFor()
  await openSource(page, firstInterview)
  expect(await codingsInSource(page)).toBe(before)
  expect(present.ok && present.notes).toEqual([])
  expect(at.errors).toEqual([])
})

test('in a folder backups come by themselves, are verified, and restore a project that was removed', async () => {
  at = await sitDown()
  const { page } = at
  await withFolder(page)
  await openSample(page)
  const codings = await codeOnce(page)
  await toSettings(page, 'Backups')
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await page.getByText('The folder “Stick”, which you chose').waitFor()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await page.getByText('A backup was made, read back and found sound.').waitFor()
  const rows = page.getByRole('list', { name: 'Backups of this project' }).getByRole('listitem')
  expect(await rows.count()).toBe(1)
  expect(await rows.first().textContent()).toContain('verified')
  expect(await problems(page)).toEqual([])
  await openSource(page, firstInterview)
  await selectWords(page, 6)
  await codePassage(page, 'Does not fit')
  await saved(page)
  await closeProject(page)
  await expect.poll(() => filesIn(page)).toHaveLength(2)
  await page.getByRole('button', { name: /^Remove .* from this machine$/ }).click()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await page.getByRole('list', { name: 'Recent projects' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Restore a backup…' }).click()
  const restore = page.getByRole('button', { name: /^Restore the backup of Slow water/ })
  await restore.first().waitFor()
  expect(await restore.count()).toBe(2)
  expect(await problems(page)).toEqual([])
  await restore.first().click()
  await page.getByRole('button', { name: 'Restore the project' }).click()
  await saved(page)
  await openSource(page, firstInterview)
  expect(await codingsInSource(page)).toBe(codings + 1)
  expect(at.errors).toEqual([])
})

test('whoever has no folder is reminded once work is a day old, and a download ends it', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  await codeOnce(page)
  const reminder = page.getByRole('contentinfo').getByRole('button', { name: 'Download a backup' })
  expect(await reminder.count()).toBe(0)
  await page.clock.setFixedTime(Date.now() + 3 * 24 * 3_600_000)
  await page.reload()
  await page.getByText('No backup yet:').waitFor()
  const coming = page.waitForEvent('download')
  await reminder.click()
  await coming
  await reminder.waitFor({ state: 'detached' })
  await selectWords(page, 6)
  await codePassage(page, 'Does not fit')
  await saved(page)
  await page.clock.setFixedTime(Date.now() + 9 * 24 * 3_600_000)
  await page.reload()
  await page.getByText('Last backup 6 days ago:').waitFor()
  await toSettings(page, 'Backups')
  expect(await problems(page)).toEqual([])
  expect(at.errors).toEqual([])
})

/** Codes one passage more; gives how many codings there are then. */
async function codeOnce(page: Page): Promise<number> {
  await openSource(page, firstInterview)
  await selectWords(page, 3)
  await codePassage(page, 'Does not fit')
  await saved(page)
  return codingsInSource(page)
}

async function chooseFile(page: Page, button: string, path: string, name: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await choosing).setFiles({ name, mimeType: 'application/zip', buffer: readFileSync(path) })
}

/** Gives the page a picker that chooses a folder of the browser's own private files. */
async function withFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })
    Object.defineProperty(window, 'showDirectoryPicker', {
      value: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Stick', { create: true }),
    })
  })
  await page.goto(page.url().replace('?pickers=off', ''))
  await page.getByRole('heading', { name: 'Loam' }).waitFor()
}

function filesIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Stick')
    const names: string[] = []
    for await (const entry of folder.values()) names.push(entry.name)
    return names
  })
}
