import { afterEach, expect, test } from 'vitest'
import { problems } from '../support/axe.ts'
import { type Desk, goTo, openSample, saved, sitDown } from '../support/journey.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

/** Everything that the browser has of Loam's projects, as text. */
async function everything(page: Desk['page']): Promise<string> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((settle, fail) => {
        request.onsuccess = () => settle(request.result)
        request.onerror = () => fail(request.error)
      })
    const parts: string[] = [JSON.stringify({ ...localStorage })]
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('loam')) continue
      const db = await asked(indexedDB.open(name))
      for (const store of db.objectStoreNames) {
        const rows: unknown = await asked(db.transaction(store).objectStore(store).getAll())
        parts.push(
          JSON.stringify(rows, (_, value: unknown) =>
            ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value,
          ),
        )
      }
      db.close()
    }
    return parts.join('\n')
  })
}

test('a participant is erased for good from the settings: seen beforehand, confirmed, gone from the machine', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  expect(await everything(page)).toContain('Nadia')
  await page.evaluate(() => {
    location.hash = location.hash.replace(/(#\/p\/[^/]+).*/, '$1/settings')
  })
  await page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('button', { name: 'Erase for good' })
    .click()
  await page.getByRole('button', { name: 'Erase for good…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase for good' })
  await dialog.getByRole('button', { name: /A participant/ }).click()
  await page.getByRole('option', { name: 'Nadia' }).click()
  const names = dialog.getByRole('textbox', { name: /^Names/ })
  await expect.poll(() => names.inputValue()).toContain('Nadia')
  await dialog.getByRole('button', { name: 'See what goes' }).click()
  const goes = dialog.getByRole('region', { name: 'What goes' })
  await goes.waitFor()
  expect(await goes.textContent()).toMatch(/1 of 9 sources, whole/)
  expect(await problems(page)).toEqual([])
  const erase = dialog.getByRole('button', { name: 'Erase for good' })
  expect(await erase.isDisabled()).toBe(true)
  await dialog.getByRole('textbox', { name: 'To confirm, type “erase”' }).fill('erase')
  await erase.click()
  await page.getByText(/^Erased for good: 1 source/).waitFor()
  await page.getByRole('list', { name: 'What was erased' }).waitFor()
  await saved(page)
  expect(await everything(page)).not.toMatch(/Nadia/i)
  await goTo(page, 'Sources')
  await page.getByRole('link', { name: /^Interview 02/ }).waitFor()
  expect(await page.getByRole('link', { name: /Nadia/ }).count()).toBe(0)
  await goTo(page, 'History')
  await page.getByText('Erase for good: 1 participant').first().waitFor()
  expect(await page.getByRole('button', { name: /^Undo/ }).first().isEnabled()).toBe(false)
  expect(at.errors).toEqual([])
})
