import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { problems } from '../support/axe.ts'
import { type Desk, goTo, openSample, saved, sitDown } from '../support/journey.ts'
import { transcript } from '../support/reading.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

test('two coders are compared, a disagreement is decided with a reason, and all of it can be taken back', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  await toAgreement(page)
  await page.getByText('Hanneke Roos and Teo Marchetti: 9 of 9 sources').waitFor()
  await page.getByRole('button', { name: 'New round' }).click()
  const sheet = page.getByRole('dialog', { name: 'New round' })
  await sheet.getByRole('textbox', { name: 'Name of the round' }).fill('Pilot')
  expect(await problems(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Start the round' }).click()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  const table = page.getByRole('table', { name: 'Agreement' })
  await table.waitFor()
  await page.getByText(/^Krippendorff’s α \.\d+: .+ \(Krippendorff 2004\)$/).waitFor()
  await page.getByText(/9 sources are too few for an interval/).waitFor()
  expect(await table.getByRole('row').count()).toBeGreaterThan(60)
  await page.getByRole('checkbox', { name: 'Gwet’s AC1' }).check({ force: true })
  await table.getByRole('columnheader', { name: 'AC1' }).waitFor()
  expect(await problems(page)).toEqual([])

  await table.getByRole('button', { name: 'α' }).click()
  await table
    .getByRole('columnheader', { name: 'α', exact: false })
    .and(page.locator('[aria-sort="ascending"]'))
    .waitFor()
  await table
    .getByRole('button', { name: /places anybody gave it/ })
    .first()
    .click()
  const places = page.getByRole('dialog')
  await places.getByRole('listitem').first().getByText(/\w{3}/).first().waitFor()
  expect(await problems(page)).toEqual([])
  await page.keyboard.press('Escape')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  expect(csv).toMatch(/^\uFEFFCode,HR used it,TM used it,All used it/)

  await page.getByRole('tab', { name: /^Disagreements/ }).click()
  const list = page.getByRole('listbox', { name: 'Places' })
  await list.getByRole('option').first().click()
  const total = /^0 of (\d+) decided$/
  const decided = page.getByRole('status').filter({ hasText: /decided$/ })
  const of = total.exec((await decided.textContent()) ?? '')?.[1]
  const applies = page.getByRole('radio', { name: /^The code applies/ })
  expect(await applies.evaluate((radio) => (radio instanceof HTMLElement ? radio.tabIndex : null))).toBe(0)
  await page.keyboard.press('a')
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Why?' }).waitFor({ state: 'detached' })
  await page.keyboard.press('a')
  await page.getByRole('textbox', { name: 'Why?' }).fill('It fits the definition')
  expect(await problems(page)).toEqual([])
  await page.keyboard.press('Enter')
  await decided.filter({ hasText: `1 of ${of} decided` }).waitFor()
  await list.getByRole('option').first().click()
  await page
    .getByRole('region', { name: 'Decision' })
    .getByText(/stands in the agreed coding/)
    .waitFor()
  expect(await problems(page)).toEqual([])

  await page.getByRole('link', { name: /^Open in/ }).click()
  await transcript(page).waitFor()
  await page.goBack()
  await page.getByRole('region', { name: 'Decision' }).waitFor()
  await page.keyboard.press('Control+z')
  await decided.filter({ hasText: `0 of ${of} decided` }).waitFor()

  await page.getByRole('button', { name: /^Accept what everyone agreed on/ }).click()
  const accept = page.getByRole('button', { name: /^Accept \d+ passages$/ })
  await accept.click()
  await page.getByRole('button', { name: /^Accept what everyone agreed on/ }).click()
  await page.getByRole('button', { name: 'Accept 0 passages' }).waitFor()
  await page.keyboard.press('Escape')
  await saved(page)

  await goTo(page, 'History')
  await page.getByRole('option', { name: /^Accept \d+ passages everyone agreed on/ }).waitFor()
  await page.getByRole('option', { name: /^Keep the result of Pilot/ }).click()
  await page.getByText(/Result of round “Pilot” set to α/).waitFor()
  await toAgreement(page)
  await page.getByRole('table', { name: 'Rounds' }).getByRole('row', { name: /Pilot/ }).waitFor()
  expect(await problems(page)).toEqual([])
  expect(at.errors).toEqual([])
})

test('a reflexive inquiry is told what a coefficient is not before it sees any, and can talk about differences without', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  await page.getByRole('banner').getByRole('link', { name: 'Slow water' }).click()
  await page.getByRole('radio', { name: /^Reflexive/ }).click({ force: true })
  await page.getByRole('textbox', { name: 'Why?' }).fill('We read, we do not measure')
  await page.getByRole('button', { name: 'Change the approach' }).click()
  await saved(page)
  await toAgreement(page)
  await page.getByText(/a coefficient is not a measure of quality/).waitFor()
  await page.getByRole('button', { name: 'New round' }).click()
  await page.getByRole('button', { name: 'Start the round' }).click()
  const show = page.getByRole('button', { name: 'Show them all the same' })
  await show.waitFor()
  expect(await page.getByRole('button', { name: 'Compare', exact: true }).count()).toBe(0)
  await page.getByRole('tab', { name: 'Differences' }).click()
  await page
    .getByRole('article')
    .getByRole('radio', { name: /The code applies/ })
    .waitFor()
  expect(await page.getByText(/\d+ of \d+ decided/).count()).toBe(0)
  expect(await problems(page)).toEqual([])
  await page.getByRole('tab', { name: 'Result' }).click()
  await show.click()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByRole('table', { name: 'Agreement' }).waitFor()
  expect(at.errors).toEqual([])
})

async function toAgreement(page: Page): Promise<void> {
  await goTo(page, 'Team')
  await page
    .getByRole('navigation', { name: 'Parts of the team' })
    .getByRole('link', { name: 'Agreement' })
    .click()
  await page.getByRole('heading', { name: 'Agreement', level: 2 }).waitFor()
}
