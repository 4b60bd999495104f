import { afterEach, expect, test } from 'vitest'
import { problems } from '../support/axe.ts'
import { choose } from '../support/bring-in.ts'
import { saveCopy, toSettings, toTeam } from '../support/copies.ts'
import { type Desk, goTo, openSample, saved, sitDown } from '../support/journey.ts'

const desks: Desk[] = []

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.leave()
})

test('a copy in which somebody was erased is merged once they are erased here too', async () => {
  const [ada, ben] = [await sitDown(), await sitDown()]
  desks.push(ada, ben)
  await openSample(ada.page)
  await choose(ben.page, 'Open a file…', [await saveCopy(ada.page, 'Slow water.qdpx')])
  await saved(ben.page)
  await toSettings(ada.page, 'Erase for good')
  await ada.page.getByRole('button', { name: 'Erase for good…' }).click()
  const dialog = ada.page.getByRole('dialog', { name: 'Erase for good' })
  await dialog.getByRole('button', { name: /A participant/ }).click()
  await ada.page.getByRole('option', { name: 'Nadia' }).click()
  await expect
    .poll(() => dialog.getByRole('textbox', { name: /^Names/ }).inputValue(), { timeout: 20_000 })
    .toContain('Nadia')
  await dialog.getByRole('button', { name: 'See what goes' }).click()
  await dialog.getByRole('textbox', { name: 'To confirm, type “erase”' }).fill('erase')
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await ada.page.getByText(/^Erased for good: 1 source/).waitFor()
  await saved(ada.page)

  const { page } = ben
  await toTeam(page, 'Merging')
  await choose(page, 'Choose a copy…', [await saveCopy(ada.page, 'From Ada.qdpx')])
  await page.getByRole('heading', { name: 'Something was erased for good in From Ada.qdpx' }).waitFor()
  expect(await page.getByRole('region', { name: 'What was erased there' }).textContent()).toMatch(
    /1 participant/,
  )
  expect(await page.getByRole('region', { name: 'What goes here' }).textContent()).toMatch(/1 of 9 sources/)
  expect(await problems(page)).toEqual([])
  const erase = page.getByRole('button', { name: 'Erase here too, then merge…' })
  expect(await erase.isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'To confirm, type “erase”' }).fill('erase')
  await erase.click()
  await page.getByRole('heading', { name: 'From Ada.qdpx', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await page.getByRole('heading', { name: /^Merged From Ada\.qdpx into/ }).waitFor()
  await saved(page)
  await goTo(page, 'Sources')
  await page.getByRole('link', { name: /^Interview 02/ }).waitFor()
  expect(await page.getByRole('link', { name: /Nadia/ }).count()).toBe(0)
  for (const { errors } of desks) expect(errors).toEqual([])
})
