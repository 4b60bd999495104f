import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { isLocked } from '../../shared/lock/lock-facts.ts'
import { problems } from '../support/axe.ts'
import { type Desk, goTo, openSample, saved, sitDown } from '../support/journey.ts'
import { codePassage, codingsInSource, openSource, selectWords } from '../support/reading.ts'
import { savedFile } from '../support/saved-files.ts'

const passphrase = 'river lantern copper thistle'
let desks: Desk[] = []

afterEach(async () => {
  for (const desk of desks) await desk.leave()
  desks = []
})

async function sit(): Promise<Desk> {
  const desk = await sitDown()
  desks.push(desk)
  return desk
}

/** Locks the open project in its settings. */
async function lock(page: Page, { nameless = false } = {}): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Set a passphrase…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lock this project' })
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await dialog.getByLabel('The same once more').fill(passphrase)
  const boxes = dialog.getByRole('checkbox')
  await boxes.first().check({ force: true })
  if (nameless) await boxes.last().check({ force: true })
  await dialog.getByRole('button', { name: 'Lock the project' }).click()
  await page.getByRole('button', { name: 'Change the passphrase…' }).waitFor()
}

/** Answers the question for a passphrase. */
async function answer(page: Page, words: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /^Open / })
  await dialog.getByLabel('Passphrase').fill(words)
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
}

function recent(page: Page) {
  return page.getByRole('list', { name: 'Recent projects' }).getByRole('link')
}

test('a locked project is coded in, closed, and opens with its passphrase alone', async () => {
  let { page } = await sit()
  await openSample(page)
  await lock(page)
  await openSource(page, 'Interview 01 - Nadia')
  const before = await codingsInSource(page)
  await selectWords(page, 3)
  await codePassage(page, 'Does not fit')
  await saved(page)
  await page
    .getByRole('link', { name: /^(Loam|All projects)/ })
    .first()
    .click()
  await expect.poll(() => recent(page).first().textContent()).toContain('Locked')
  const again = await desks[0]?.reopen('closed')
  if (!again) throw new Error('Nobody sits there')
  desks = [again]
  page = again.page
  await recent(page).first().click()
  await answer(page, 'river lantern copper thistl')
  await page.getByText('This is not its passphrase.').waitFor()
  expect(await problems(page)).toEqual([])
  await answer(page, passphrase)
  await openSource(page, 'Interview 01 - Nadia')
  expect(await codingsInSource(page)).toBe(before + 1)
  expect(again.errors).toEqual([])
})

test('nothing the browser stores of a locked, nameless project holds a word of it', async () => {
  const { page } = await sit()
  await openSample(page)
  const words = ['Nadia', 'Interview 01', (await page.title()).replace(/^• | – Loam$/g, '')]
  const stored = () => page.evaluate(storedInBrowser)
  const readable = await stored()
  expect(words.filter((word) => readable.includes(word))).toEqual(words)
  await lock(page, { nameless: true })
  await openSource(page, 'Interview 01 - Nadia')
  await selectWords(page, 3)
  await codePassage(page, 'Does not fit')
  await saved(page)
  expect(await page.title()).toMatch(/^(• )?Locked project – Loam$/)
  const left = await stored()
  expect([...words, 'Does not fit'].filter((word) => left.includes(word))).toEqual([])
})

test('the file of a locked project is locked, and opens in another profile with the passphrase', async () => {
  const { page } = await sit()
  await openSample(page)
  await lock(page)
  const save = page.getByRole('button', { name: 'Save as a file…' })
  const file = await savedFile(page, () => save.click())
  expect(file.name).toMatch(/\.loam-locked$/)
  expect(isLocked(file.bytes)).toBe(true)
  const other = await sit()
  const [chooser] = await Promise.all([
    other.page.waitForEvent('filechooser'),
    other.page.getByRole('button', { name: 'Open a file…' }).click(),
  ])
  const buffer = Buffer.from(file.bytes)
  await chooser.setFiles({ name: file.name, mimeType: 'application/octet-stream', buffer })
  await answer(other.page, 'not this one')
  await other.page.getByText('This is not its passphrase.').waitFor()
  await answer(other.page, passphrase)
  await saved(other.page)
  await goTo(other.page, 'Settings')
  await other.page.getByRole('button', { name: 'Remove the passphrase…' }).waitFor()
  expect(other.errors).toEqual([])
})

test('the passphrase is changed and removed with the one of now', async () => {
  const { page, errors } = await sit()
  await openSample(page)
  await lock(page)
  await page.getByRole('button', { name: 'Change the passphrase…' }).click()
  const changing = page.getByRole('dialog', { name: 'Change the passphrase' })
  expect(await problems(page)).toEqual([])
  await changing.getByLabel('Passphrase of now').fill('somebody else’s guess')
  await changing.getByLabel('New passphrase').fill('quite another one of mine')
  await changing.getByLabel('The same once more').fill('quite another one of mine')
  await changing.getByRole('checkbox').check({ force: true })
  await changing.getByRole('button', { name: 'Change the passphrase' }).click()
  await changing.getByText('This is not its passphrase.').waitFor()
  await changing.getByLabel('Passphrase of now').fill(passphrase)
  await changing.getByRole('button', { name: 'Change the passphrase' }).click()
  await changing.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Remove the passphrase…' }).click()
  const removing = page.getByRole('dialog', { name: 'Remove the passphrase' })
  await removing.getByLabel('Passphrase of now').fill('quite another one of mine')
  await removing.getByRole('button', { name: 'Remove the passphrase' }).click()
  await page.getByRole('button', { name: 'Set a passphrase…' }).waitFor()
  await page.reload()
  await saved(page)
  expect(errors).toEqual([])
})

test('a passphrase that is too short, typed differently twice, or not confirmed as final is not taken', async () => {
  const { page } = await sit()
  await openSample(page)
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Set a passphrase…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lock this project' })
  const first = dialog.getByLabel('Passphrase', { exact: true })
  const second = dialog.getByLabel('The same once more')
  const act = dialog.getByRole('button', { name: 'Lock the project' })
  await first.fill('short')
  await act.click()
  await dialog.getByText('Take at least 8 characters').waitFor()
  await first.fill(passphrase)
  await dialog.getByText('Strong').waitFor()
  await second.fill('river lantern copper')
  await dialog.getByText('This is not the same as above.').waitFor()
  await second.fill(passphrase)
  await dialog.getByRole('alert').filter({ hasText: 'Confirm this first.' }).waitFor()
  expect(await problems(page)).toEqual([])
})

test('what was erased in a locked project stays out of its readable file, kept beside with the passphrase', async () => {
  const { page, errors } = await sit()
  await openSample(page)
  const save = page.getByRole('button', { name: 'Save as a file…' })
  const before = await savedFile(page, () => save.click())
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Erase for good…' }).click()
  const erasing = page.getByRole('dialog', { name: 'Erase for good' })
  await erasing.getByRole('button', { name: /A participant/ }).click()
  await page.getByRole('option', { name: 'Nadia' }).click()
  await expect.poll(() => erasing.getByRole('textbox', { name: /^Names/ }).inputValue()).toContain('Nadia')
  await erasing.getByRole('button', { name: 'See what goes' }).click()
  await erasing.getByRole('textbox', { name: /^To confirm/ }).fill('erase')
  await erasing.getByRole('button', { name: 'Erase for good' }).click()
  await page.getByText(/^Erased for good: 1 source/).waitFor()
  await saved(page)
  await lock(page)
  await page.getByRole('link', { name: 'Loam', exact: true }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a file…' }).click(),
  ])
  const buffer = Buffer.from(before.bytes)
  await chooser.setFiles({ name: 'before.qdpx', mimeType: 'application/octet-stream', buffer })
  const known = page.getByRole('dialog', { name: 'This project is already here' })
  await known.getByRole('button', { name: 'Keep both without it' }).waitFor()
  expect(await known.getByRole('button', { name: 'Replace the copy here' }).isDisabled()).toBe(true)
  expect(await problems(page)).toEqual([])
  await known.getByRole('button', { name: 'Keep both', exact: true }).click()
  await answer(page, passphrase)
  await saved(page)
  await page.getByRole('link', { name: /^Interview 02/ }).waitFor()
  expect(await page.getByRole('link', { name: /Nadia/ }).count()).toBe(0)
  expect(errors).toEqual([])
})

/** Every database, and what is kept beside them, as one text. */
async function storedInBrowser(): Promise<string> {
  const answered = <T>(request: IDBRequest<T>) =>
    new Promise<T>((settle, fail) => {
      request.onsuccess = () => settle(request.result)
      request.onerror = () => fail(request.error)
    })
  const pieces = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
  const collect = (value: unknown): void => {
    if (typeof value === 'string') pieces.push(value)
    else if (typeof value !== 'object' || value === null) return
    else if (ArrayBuffer.isView(value)) pieces.push(new TextDecoder().decode(value))
    else for (const [name, each] of Object.entries(value)) [name, each].forEach(collect)
  }
  for (const { name } of await indexedDB.databases()) {
    const db = await answered(indexedDB.open(name ?? ''))
    for (const table of db.objectStoreNames) {
      const store = db.transaction(table).objectStore(table)
      collect([name, await answered(store.getAllKeys()), await answered(store.getAll())])
    }
    db.close()
  }
  return pieces.join('\n')
}
