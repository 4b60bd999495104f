import { afterEach, expect, test } from 'vitest'
import { problems } from '../support/axe.ts'
import { bringIn, choose } from '../support/bring-in.ts'
import { type Desk, goTo, newProject, openSample, saved, sitDown } from '../support/journey.ts'
import { column, pdf } from '../support/pdf-fixture.ts'
import { codePassage, openSource, selectedWords, transcript } from '../support/reading.ts'

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
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('settings-erase')
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

const conversation = `Interviewer: How did it begin?

Ana: We met at the well, and my brother Zebulon hid the ledger under the mango tree. It was warm then.

Interviewer: And then?

Ana: Then the water came, and the whole village dug the second well.
`

/** Selects these words of the conversation as a person does who drags over them. */
async function selectText(page: Desk['page'], words: string): Promise<void> {
  await transcript(page).focus()
  await transcript(page).evaluate((text, wanted) => {
    const lines = [...text.querySelectorAll('.cm-line')]
    const line = lines.find((each) => each.textContent?.includes(wanted))
    if (!line) throw new Error(`“${wanted}” is not on the screen`)
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    const whole = line.textContent ?? ''
    const [from, to] = [whole.indexOf(wanted), whole.indexOf(wanted) + wanted.length]
    const range = document.createRange()
    let reached = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0
      if (from >= reached && from < reached + length) range.setStart(node, from - reached)
      if (to > reached && to <= reached + length) range.setEnd(node, to - reached)
      reached += length
    }
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  }, words)
  await expect.poll(() => selectedWords(page)).toBe(words)
}

test('one passage is erased from the reader: what goes is said, it goes everywhere, and reading goes on there', async () => {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'River')
  await goTo(page, 'Sources')
  await choose(page, 'Import files…', [{ name: 'well.txt', bytes: conversation }])
  await bringIn(page)
  await openSource(page, 'well')
  const secret = 'my brother Zebulon hid the ledger under the mango tree'
  await selectText(page, secret)
  await codePassage(page, 'Hiding')
  await saved(page)
  expect(await everything(page)).toContain(secret)
  await selectText(page, secret)
  await page.getByRole('button', { name: 'Passage', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Erase this passage for good…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Erase this passage for good' })
  expect(await sheet.textContent()).toContain(secret)
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  await expect
    .poll(() => transcript(page).evaluate((each) => each.contains(document.activeElement)))
    .toBe(true)
  expect(await selectedWords(page)).toBe(secret)

  await page.getByRole('button', { name: 'Passage', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Erase this passage for good…' }).click()
  await sheet.getByRole('button', { name: 'See what goes' }).click()
  const goes = sheet.getByRole('region', { name: 'What goes' })
  await goes.waitFor()
  expect(await goes.textContent()).toMatch(/1 of 1 coding.*Original files that go: well\.txt/)
  expect(await goes.textContent()).toMatch(/well: 1 place in its text/)
  expect(await problems(page)).toEqual([])
  const erase = sheet.getByRole('button', { name: 'Erase for good' })
  expect(await erase.isDisabled()).toBe(true)
  await sheet.getByRole('textbox', { name: 'To confirm, type “erase”' }).fill('erase')
  await erase.click()
  await page.getByText(/^Erased for good: 1 coding, 1 original file, 1 place in texts\./).waitFor()
  await transcript(page)
    .getByText(/We met at the well, and \[erased\]\. It was warm then\./)
    .waitFor()
  await expect
    .poll(() => transcript(page).evaluate((each) => each.contains(document.activeElement)))
    .toBe(true)
  await saved(page)
  const left = await everything(page)
  expect(['Zebulon', 'ledger', 'mango'].filter((each) => left.includes(each))).toEqual([])
  await goTo(page, 'History')
  await page.getByText('Erase for good: 1 passage').first().waitFor()
  expect(await page.getByRole('button', { name: /^Undo/ }).first().isEnabled()).toBe(false)
  expect(at.errors).toEqual([])
})

test('a name is erased: the kept PDF that cannot be looked into is said, and goes unless it is to stay', async () => {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'River')
  await goTo(page, 'Sources')
  const words = column(['The harbour was closed all winter, and nobody came to the door of the house.'])
  await choose(page, 'Import files…', [
    { name: 'well.txt', bytes: conversation },
    { name: 'harbour.pdf', bytes: pdf({ pages: [{ words }] }) },
  ])
  await bringIn(page)
  await page.evaluate(() => {
    location.hash = location.hash.replace(/(#\/p\/[^/]+).*/, '$1/settings')
  })
  await page.getByRole('button', { name: 'Erase for good…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Erase for good' })
  await sheet.getByRole('textbox', { name: /^Names/ }).fill('Zebulon')
  const goes = sheet.getByRole('region', { name: 'What goes' })
  await sheet.getByRole('button', { name: 'See what goes' }).click()
  await goes.waitFor()
  const files = goes.getByRole('listitem').filter({ hasText: /^Original files that go/ })
  expect(await files.textContent()).toContain('harbour.pdf')
  const tick = goes.getByRole('checkbox', { name: 'Remove this file too; the texts stay' })
  expect(await tick.isChecked()).toBe(true)
  expect(await problems(page)).toEqual([])
  await tick.focus()
  await page.keyboard.press('Space')
  await expect.poll(() => tick.isChecked()).toBe(false)
  await expect.poll(() => files.textContent()).not.toContain('harbour.pdf')
  // The keyboard is still on it.
  await page.keyboard.press('Space')
  await expect.poll(() => tick.isChecked()).toBe(true)
  await expect.poll(() => files.textContent()).toContain('harbour.pdf')
  await sheet.getByRole('textbox', { name: 'To confirm, type “erase”' }).fill('erase')
  await sheet.getByRole('button', { name: 'Erase for good' }).click()
  await page.getByText(/^Erased for good: 2 original files/).waitFor()
  await saved(page)
  expect(await everything(page)).not.toMatch(/Zebulon|%PDF/)
  expect(await everything(page)).toContain('The harbour was closed')
  expect(at.errors).toEqual([])
})
