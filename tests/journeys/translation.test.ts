import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { bringIn, choose, pick } from '../support/bring-in.ts'
import { type Desk, goTo, newProject, saved, sitDown } from '../support/journey.ts'
import { codeNextTurn, openSource, transcript } from '../support/reading.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

const said = `Entrevistadora: ¿Qué los frena?

Noor: El primer año nadie lo paga. Todo lo que viene después depende de ese año, y nadie lo dice en voz alta.

Entrevistadora: ¿Y luego?

Noor: Luego esperamos a que alguien vuelva a preguntar.
`

const translated = `Interviewer: What stops you?

Noor: Nobody pays for the first year. Everything that follows rests on that year, and nobody says so aloud.

Interviewer: And then?

Noor: Then we wait until somebody asks again.
`

test('a translation is added, read under and beside the text, corrected, reported with its translator, and undone', async () => {
  at = await sitDown({ width: 1440, height: 900 })
  const { page } = at
  await newProject(page, 'Dos lenguas', 'Scaling Deep')
  await choose(page, 'Import files…', [{ name: 'Entrevista 3.txt', bytes: said }])
  await bringIn(page)
  await openSource(page, 'Entrevista 3')
  const shown = await transcript(page).textContent()

  await page.getByRole('button', { name: 'Passage', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Add a translation…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Add a translation to Entrevista 3' })
  const add = sheet.getByRole('button', { name: 'Add translation' })
  await choose(page, 'Choose a file…', [{ name: 'Interview 3 English.txt', bytes: translated }])
  await sheet.getByRole('status').filter({ hasText: '4 of 4 turns paired' }).waitFor()
  expect(await sheet.getByRole('textbox', { name: 'Language' }).inputValue()).toBe('English')
  expect(await add.isDisabled()).toBe(true)
  await sheet.getByRole('textbox', { name: 'Translator' }).fill('R. Okafor')
  await sheet.getByRole('row', { name: /Luego esperamos.*Then we wait/s }).waitFor()
  await add.click()
  await sheet.waitFor({ state: 'hidden' })
  await saved(page)

  const stretch = page.getByRole('group', { name: 'English, translated by R. Okafor' })
  await stretch.first().waitFor()
  expect(await stretch.count()).toBe(4)
  expect(await stretch.nth(1).locator('p').getAttribute('lang')).toBe('en')
  await page
    .getByText(/2[0-9] words|3[0-9] words/)
    .first()
    .waitFor()

  await codeNextTurn(page, 'Funding constraints')
  await page.keyboard.press('Control+a')
  const copied = await transcript(page).evaluate(() => {
    const event = new ClipboardEvent('copy', {
      clipboardData: new DataTransfer(),
      bubbles: true,
      cancelable: true,
    })
    document.activeElement?.dispatchEvent(event)
    return event.clipboardData?.getData('text/plain') ?? ''
  })
  expect(copied).toContain('El primer año')
  expect(copied).not.toContain('Nobody pays')

  await page.getByRole('button', { name: 'Translation', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Under each turn', checked: true }).waitFor()
  await page.getByRole('menuitemradio', { name: 'Beside the text' }).click()
  await page.getByRole('menu', { name: 'Translation' }).waitFor({ state: 'hidden' })
  expect(await stretch.count()).toBe(4)
  const left = await page.getByText('El primer año').first().boundingBox()
  const right = await stretch.nth(1).boundingBox()
  expect(right && left && right.x > left.x + 100 && Math.abs(right.y - left.y) < 24).toBe(true)

  await stretch.nth(1).hover()
  await stretch.nth(1).getByRole('button', { name: 'Correct…' }).click()
  const correcting = page.getByRole('dialog', { name: 'Correct this translation' })
  await correcting.getByRole('textbox').fill('Nobody funds the first year, and nobody says so aloud.')
  await correcting.getByRole('button', { name: 'Keep these words' }).click()
  await stretch.filter({ hasText: 'Nobody funds the first year' }).waitFor()
  await saved(page)

  await goTo(page, 'Findings')
  await page.getByRole('button', { name: /^Start/ }).click()
  await saved(page)
  await page.getByRole('button', { name: 'Report settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Report settings' })
  await pick(page, settings, /Quotes of translated sources/, 'With the translation under them')
  await settings.getByRole('button', { name: 'Keep' }).click()
  await saved(page)
  const report = page.getByRole('region', { name: 'Report' })
  const quote = report.locator('figure').filter({ hasText: 'El primer año nadie lo paga' }).first()
  await quote.getByRole('group', { name: 'English, translated by R. Okafor' }).waitFor()
  expect(await quote.locator('blockquote').textContent()).not.toContain('Nobody funds')

  await openSource(page, 'Entrevista 3')
  await stretch.filter({ hasText: 'Nobody funds the first year' }).waitFor()
  await undoThrough(page, /Correct the translation/)
  await stretch.filter({ hasText: 'Nobody pays for the first year' }).waitFor()
  await undoThrough(page, /Add a translation/)
  await stretch.first().waitFor({ state: 'hidden' })
  expect(await page.getByRole('button', { name: /^Translation/ }).count()).toBe(0)
  expect(await transcript(page).textContent()).toBe(shown)
  expect(at.errors).toEqual([])
})

/** Undoes one change after another, the last of them the one that is called so. */
async function undoThrough(page: Page, name: RegExp): Promise<void> {
  for (let isLast = false; !isLast; ) {
    const next = await page.getByText(/^Undo: /).textContent()
    isLast = name.test(next ?? '')
    await page.keyboard.press('Control+z')
    await page.getByText(next ?? '', { exact: true }).waitFor({ state: 'hidden' })
    await saved(page)
  }
}
