import { afterEach, expect, test } from 'vitest'
import { type Desk, newProject, openSample, saved, saveState, sitDown } from '../support/journey.ts'
import { codePassage, codingsInSource, openSource, selectWords } from '../support/reading.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

test('every transaction that writes asks the browser for strict durability', async () => {
  at = await sitDown()
  const { page } = at
  await page.addInitScript(() => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    const original = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      if (mode === 'readwrite' && this.name.startsWith('loam-project'))
        asked.push(options?.durability ?? 'none')
      return original.call(this, names, mode, options)
    }
  })
  await page.reload()
  await openSample(page)
  await openSource(page, 'Interview 01 - Nadia')
  await codePassage(page, 'Does not fit')
  await saved(page)
  const asked: string[] = await page.evaluate('globalThis.asked')
  expect(asked.length).toBeGreaterThan(0)
  expect(new Set(asked)).toEqual(new Set(['strict']))
})

test('a browser killed in the middle of coding reopens with everything that was shown as saved', async () => {
  at = await sitDown()
  await openSample(at.page)
  await openSource(at.page, 'Interview 01 - Nadia')
  const before = await codingsInSource(at.page)
  for (const words of [3, 6, 9]) {
    await selectWords(at.page, words)
    await codePassage(at.page, 'Does not fit')
    await saved(at.page)
  }
  const kept = await codingsInSource(at.page)
  expect(kept).toBe(before + 3)
  await selectWords(at.page, 12)
  at = await at.reopen('killed')
  await at.page.getByRole('list', { name: 'Recent projects' }).getByRole('link').first().click()
  await openSource(at.page, 'Interview 01 - Nadia')
  expect(await codingsInSource(at.page)).toBe(kept)
})

test('a refused quota takes the coding back, says so, and loses nothing that was saved', async () => {
  at = await sitDown()
  await openSample(at.page)
  await openSource(at.page, 'Interview 01 - Nadia')
  await codePassage(at.page, 'Does not fit')
  await saved(at.page)
  const kept = await codingsInSource(at.page)
  // The browser decides once per start how much room there is, so the limit stands before Loam asks.
  at = await at.reopen('closed', async (context, page, origin) => {
    const protocol = await context.newCDPSession(page)
    await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 })
  })
  const { page } = at
  await page.getByRole('list', { name: 'Recent projects' }).getByRole('link').first().click()
  await openSource(page, 'Interview 01 - Nadia')
  await selectWords(page, 5)
  await codePassage(page, 'Does not fit')
  await page.getByRole('alert').filter({ hasText: 'has been taken back' }).first().waitFor()
  expect(await saveState(page).textContent()).toBe('Not saved')
  expect(await codingsInSource(page)).toBe(kept)
  at = await at.reopen('closed')
  await at.page.getByRole('list', { name: 'Recent projects' }).getByRole('link').first().click()
  await openSource(at.page, 'Interview 01 - Nadia')
  expect(await codingsInSource(at.page)).toBe(kept)
  await selectWords(at.page, 5)
  await codePassage(at.page, 'Does not fit')
  await saved(at.page)
  expect(await codingsInSource(at.page)).toBe(kept + 1)
})

test('a new project is there after a restart, under recent projects', async () => {
  at = await sitDown()
  await newProject(at.page, 'River delta inquiry')
  at = await at.reopen('closed')
  await at.page
    .getByRole('list', { name: 'Recent projects' })
    .getByRole('link', { name: /River delta inquiry/ })
    .click()
  await at.page.getByRole('navigation', { name: 'Workbench' }).waitFor()
  await saved(at.page)
})
