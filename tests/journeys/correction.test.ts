import type { Locator, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { bringIn, choose, preview } from '../support/bring-in.ts'
import { type Desk, goTo, newProject, saved, sitDown } from '../support/journey.ts'
import { codeNextTurn, openSource, transcript } from '../support/reading.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

const first = `Interviewer: How did it begin?

Ana: We met at the well because the fundng was scarse and nobody wrote it down, so that it could grow in its own time.

Interviewer: And what happened then?

Bo: Then the water came and we dug the second well together, all of us, with the old tools that were left to us.

Interviewer: What stood in the way?

Ana: Time, mostly. And a form that we could not fill in, whoever we asked for help with its many pages.

Interviewer: Did it change?

Bo: It did change, once somebody from the village read the whole form aloud to the others in the evening.
`

const better = first
  .replace('the fundng was scarse', 'the funding was scarce')
  .replace(
    'Time, mostly. And a form that we could not fill in, whoever we asked for help with its many pages.',
    'Honestly I would rather speak about my sister here.',
  )

test('a corrected file keeps its codings; one whose words are gone is placed anew; undo takes all of it back', async () => {
  at = await sitDown()
  const { page } = at
  await codedWell(page)

  const sheet = await bringBetter(page)
  await sheet.getByText('This looks like another version of “well”').waitFor()
  expect(await sheet.getByRole('radio', { name: /^Correct “well”/ }).isChecked()).toBe(true)
  expect(await sheet.getByRole('radio', { name: 'Bring in as a new source' }).isChecked()).toBe(false)
  await sheet.getByText('1 coding with changed words, 1 whose words are gone').waitFor()
  const changes = sheet.getByRole('region', { name: 'What changes' })
  expect(await changes.locator('del').allTextContents()).toContain(' goes: scarse')
  expect(await changes.locator('ins').allTextContents()).toContain(' comes: scarce')
  await sheet.getByRole('button', { name: 'Correct 1 source' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await saved(page)
  await page.getByText('1 source corrected, with its codings; 1 coding needs a place.').waitFor()
  await page.getByText('1 without a place').waitFor({ state: 'attached' })

  await openSource(page, 'well')
  await transcript(page).getByText('the funding was scarce').first().waitFor()
  await transcript(page).getByText('funding was').first().click()
  await beside(page)
    .getByRole('button', { name: /^Funding/ })
    .waitFor()
  await page.getByText('1 coding needs a place', { exact: true }).click()
  const orphans = page.getByRole('list', { name: 'Without a place' })
  await orphans.getByText('Time, mostly. And a form').waitFor()
  await transcript(page).getByText('Honestly I would').click()
  await transcript(page).press('t')
  await orphans.getByRole('button', { name: 'Place Time at the selected words' }).click()
  await saved(page)
  await page.getByText('1 coding needs a place', { exact: true }).waitFor({ state: 'hidden' })
  await beside(page).getByRole('button', { name: /^Time/ }).waitFor()

  await transcript(page).press('Control+z')
  await page.getByText('1 coding needs a place', { exact: true }).waitFor()
  await transcript(page).press('Control+z')
  await transcript(page).getByText('the fundng was scarse').first().waitFor()
  await page.getByText('1 coding needs a place', { exact: true }).waitFor({ state: 'hidden' })
  await saved(page)

  await goTo(page, 'History')
  await page
    .getByRole('option', { name: /Correct well from better well.txt/ })
    .first()
    .waitFor()
  expect(at.errors).toEqual([])
})

test('a file that only looks like a version comes in as a new source when that is wished', async () => {
  at = await sitDown()
  const { page } = at
  await codedWell(page)
  const sheet = await bringBetter(page)
  await sheet.getByText('Bring in as a new source').click()
  await sheet.getByRole('button', { name: 'Import 1 source' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: 'better well' }).waitFor()
  expect(await page.getByText('without a place').count()).toBe(0)
  expect(at.errors).toEqual([])
})

test('words are corrected by hand with the keyboard alone, and undone to the letter', async () => {
  at = await sitDown()
  const { page } = at
  await codedWell(page)
  await openSource(page, 'well')
  const before = await transcript(page).textContent()
  await transcript(page).press('Control+Home')
  await transcript(page).getByText('fundng').first().click()
  await transcript(page).press('b')
  const dialog = page.getByRole('dialog', { name: 'Correct the words' })
  const words = dialog.getByRole('textbox', { name: 'Words of this turn' })
  await words.fill((await words.inputValue()).replace('fundng was scarse', 'funding was scarce'))
  await dialog.getByText('1 coding with changed words').waitFor()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await saved(page)
  await transcript(page).getByText('the funding was scarce').first().waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Transcript')
  await transcript(page).press('Control+z')
  await transcript(page).getByText('the fundng was scarse').first().waitFor()
  await saved(page)
  expect(await transcript(page).textContent()).toBe(before)
  expect(at.errors).toEqual([])
})

/** A project with one transcript: what stood in the way is coded Time, how it began Funding. */
async function codedWell(page: Page): Promise<void> {
  await newProject(page, 'Listening')
  await choose(page, 'Import files…', [{ name: 'well.txt', bytes: first }])
  await bringIn(page)
  await openSource(page, 'well')
  await transcript(page).press('Control+Home')
  await codeNextTurn(page, 'Funding')
  await transcript(page).getByText('Time, mostly').click()
  await transcript(page).press('t')
  await codeHere(page, 'Time')
  await goTo(page, 'Sources')
}

async function codeHere(page: Page, code: string): Promise<void> {
  await transcript(page).press('Enter')
  const palette = page.getByRole('dialog', { name: 'Code this passage' })
  await palette.getByRole('combobox', { name: 'Code' }).fill(code)
  await page.keyboard.press('Enter')
  await palette.waitFor({ state: 'hidden' })
  await saved(page)
}

async function bringBetter(page: Page): Promise<Locator> {
  await choose(page, 'Import files…', [{ name: 'better well.txt', bytes: better }])
  return preview(page)
}

/** What is said beside the text. */
function beside(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Codes on this passage' })
}
