import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { bringIn, preview } from '../support/bring-in.ts'
import { type Desk, goTo, newProject, saved, saveState, sitDown } from '../support/journey.ts'

let at: Desk | undefined
let folder = ''

/** 120 interviews in a folder and a folder in it, and among them one that is empty and one that is a picture. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loam-many-'))
  mkdirSync(join(folder, 'second round'))
  for (let i = 0; i < 120; i++) {
    const place = i < 80 ? folder : join(folder, 'second round')
    writeFileSync(join(place, `Interview ${String(i + 1).padStart(3, '0')}.txt`), interview(i))
  }
  writeFileSync(join(folder, 'Interview 040b.txt'), '')
  writeFileSync(
    join(folder, 'Interview 060b.txt'),
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
  )
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

afterEach(async () => {
  await at?.leave()
  at = undefined
})

function interview(number: number): string {
  const name = `Person ${number + 1}`
  const turn = (i: number) =>
    `Asker: What came after that, the ${i}th time?\n${name}: We met again by the river, and ${i} of us stayed until night.\n`
  return Array.from({ length: 60 }, (_, i) => turn(i)).join('')
}

async function chooseFolder(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import a folder…' }).click()
  await (await chooser).setFiles(folder)
}

function sheetOf(page: Page) {
  return page.getByRole('dialog', { name: 'Look before you import' })
}

/** How many sources, texts and originals the project's database holds. */
function stored(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
    const own = names.find((name) => name.startsWith('loam-project-'))
    if (!own) throw new Error('There is no project')
    const database = await new Promise<IDBDatabase>((settle, fail) => {
      const opening = indexedDB.open(own)
      opening.onsuccess = () => settle(opening.result)
      opening.onerror = () => fail(opening.error)
    })
    const tables = ['turns', 'contents', 'originals', 'incoming', 'changes']
    const counts = await Promise.all(
      tables.map(
        (table) =>
          new Promise<number>((settle, fail) => {
            const asking = database.transaction(table).objectStore(table).count()
            asking.onsuccess = () => settle(asking.result)
            asking.onerror = () => fail(asking.error)
          }),
      ),
    )
    database.close()
    return counts
  })
}

test('a folder of 120 interviews comes in as one change, and one undo takes all of it back', async () => {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'River delta')
  await goTo(page, 'Sources')
  await chooseFolder(page)
  const sheet = await preview(page)
  expect(await sheet.getByRole('status').textContent()).toBe(
    '120 of 122 files ticked; 2 files could not be read',
  )

  // Only what is in sight is drawn, and what needs a look can be had first.
  const files = sheet.getByRole('list', { name: 'Files' })
  expect(await files.locator('button').count()).toBeLessThan(60)
  await sheet.getByRole('button', { name: /Files shown/ }).click()
  await page.getByRole('option', { name: /^Only the 2/ }).click()
  await expect.poll(() => files.locator('button').count()).toBe(2)
  await files.locator('button').first().click()
  await sheet.getByText('This file is empty').last().waitFor()
  await sheet.getByRole('button', { name: /Files shown/ }).click()
  await page.getByRole('option', { name: 'In their order' }).click()

  // One decision for the label that is in all of them.
  await files.locator('button').first().click()
  const asker = sheet.getByRole('button', { name: /Role of Asker/ })
  await asker.click()
  await page.getByRole('option', { name: 'Unknown voice' }).click()
  await sheet.getByRole('button', { name: 'Set “Asker” to “Unknown voice” in 119 other files too' }).click()
  await sheet.getByRole('button', { name: /in 119 other files too/ }).waitFor({ state: 'detached' })

  await bringIn(page)
  await expect.poll(() => stored(page)).toEqual([120, 120, 120, 0, 2])
  const undone = page.getByText('Bring in your first transcripts')
  await page.keyboard.press('Control+z')
  await undone.waitFor()
  await saved(page)
  expect((await stored(page))[0]).toBe(0)
  await page.keyboard.press('Control+Shift+z')
  await undone.waitFor({ state: 'detached' })
  await saved(page)
  expect((await stored(page))[0]).toBe(120)
  expect(at.errors).toEqual([])
})

test('an import cancelled half-way, while reading or while it is put together, leaves nothing', async () => {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'River delta')
  await goTo(page, 'Sources')
  await chooseFolder(page)
  const sheet = sheetOf(page)
  await sheet
    .getByRole('status')
    .filter({ hasText: /^[1-9]\d* of 122 read/ })
    .waitFor()
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await expect.poll(() => stored(page)).toEqual([0, 0, 0, 0, 1])

  await chooseFolder(page)
  await preview(page)
  // Slow enough for a person, or a program, to press Cancel in time.
  const protocol = await at.context.newCDPSession(page)
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: 8 })
  await sheet.getByRole('button', { name: /^Import 120 sources/ }).click()
  await sheet
    .getByRole('status')
    .filter({ hasText: /^[1-9]\d* of 120 files put together/ })
    .waitFor()
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('The import was cancelled. Nothing came in.').first().waitFor()
  await sheet.waitFor({ state: 'hidden' })
  await saved(page)
  await expect.poll(() => stored(page)).toEqual([0, 0, 0, 0, 1])
  await page.getByText('Bring in your first transcripts').waitFor()
  expect(at.errors).toEqual([])
})

test('a browser killed while it reads leaves nothing behind once the project is open again', async () => {
  at = await sitDown()
  await newProject(at.page, 'River delta')
  await goTo(at.page, 'Sources')
  await chooseFolder(at.page)
  await sheetOf(at.page)
    .getByRole('status')
    .filter({ hasText: /^[1-9]\d* of 122 read/ })
    .waitFor()
  at = await at.reopen('killed')
  await at.page.getByRole('list', { name: 'Recent projects' }).getByRole('link').first().click()
  await saveState(at.page)
    .filter({ hasText: /^Saved$/ })
    .waitFor()
  await expect.poll(() => stored(at?.page ?? never())).toEqual([0, 0, 0, 0, 1])
})

function never(): never {
  throw new Error('Nobody is at the desk')
}
