import type { Page } from 'playwright-core'
import { toTeam } from '../tests/support/copies.ts'
import { openSample, sitDown } from '../tests/support/journey.ts'
import { openSource, transcript } from '../tests/support/reading.ts'

/** `npm run pictures`: takes the README's pictures of today from the built Loam and its sample inquiry. */
for (const theme of ['light', 'dark']) {
  const desk = await sitDown({ width: 1440, height: 900 })
  const { page } = desk
  await page.evaluate((chosen) => localStorage.setItem('loam-theme', chosen), theme)
  await page.reload()
  await openSample(page)
  await coding(page)
  await page.screenshot({ path: `docs/coding-${theme}.png` })
  await page.keyboard.press('Escape')
  await report(page)
  await page.screenshot({ path: `docs/report-${theme}.png` })
  await agreement(page)
  await page.screenshot({ path: `docs/agreement-${theme}.png` })
  await desk.leave()
}

/** A transcript in the middle of coding: a passage is selected and the palette asks for its code. */
async function coding(page: Page): Promise<void> {
  await openSource(page, 'Interview 02 - Bram')
  await transcript(page).focus()
  await page.keyboard.press('Control+Home')
  for (let i = 0; i < 16; i++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('s')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Code' }).fill('trus')
}

/** The report at its barriers, where numbers, quotes and what speaks against stand together. */
async function report(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Workbench' }).getByRole('link', { name: 'Findings' }).click()
  const region = page.getByRole('region', { name: 'Report' })
  await region.getByRole('heading', { name: 'Metrics' }).evaluate((heading) => heading.scrollIntoView())
  await page.getByRole('link', { name: 'Metrics', exact: true }).and(page.locator('[aria-current]')).waitFor()
}

/** A place that the sample's two coders coded differently, with both beside each other. */
async function agreement(page: Page): Promise<void> {
  await toTeam(page, 'Agreement')
  await page.getByRole('button', { name: 'New round' }).click()
  await page.getByRole('textbox', { name: 'Name of the round' }).fill('First round')
  await page.getByRole('button', { name: 'Start the round' }).click()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByRole('table', { name: 'Agreement' }).waitFor()
  await page.getByRole('tab', { name: /^Disagreements/ }).click()
  await page.getByRole('listbox', { name: 'Places' }).getByRole('option').first().click()
  await page.getByRole('button', { name: 'Next' }).click()
}
