import type { Locator } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { closeProject } from '../support/copies.ts'
import { type Desk, goTo, newProject, openSample, saved, sitDown } from '../support/journey.ts'
import { openSource, transcript } from '../support/reading.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

test('who closes Loam the moment they stop scrolling comes back to that place', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  await openSource(page, 'Interview 02 - Bram')
  await transcript(page).focus()
  const reached = await page.evaluate(async () => {
    const scroller = document.querySelector('.cm-scroller')
    if (!scroller) throw new Error('There is no transcript')
    scroller.scrollTop = 900
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    const { scrollTop } = scroller
    location.reload()
    return scrollTop
  })
  expect(reached).toBeGreaterThan(400)
  await transcript(page).waitFor()
  // A paragraph is shown from its beginning, so the place is near, not the same to the pixel.
  await page.waitForFunction(
    (wanted) => Math.abs((document.querySelector('.cm-scroller')?.scrollTop ?? 0) - wanted) < 300,
    reached,
  )
  expect(at.errors).toEqual([])
})

test('everything is one press or one key away from being searched', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  await page.getByRole('banner').getByRole('button', { name: 'Search everything' }).click()
  const field = page.getByRole('searchbox', { name: 'Search everything' })
  await field.waitFor()
  expect(await page.getByRole('banner').getByRole('button', { name: 'Search everything' }).count()).toBe(0)
  await goTo(page, 'Sources')
  await page.keyboard.press('Control+Shift+F')
  await field.waitFor()
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(at.errors).toEqual([])
})

test('Escape closes a sheet also when nothing in it has the keyboard', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  await openSource(page, 'Interview 02 - Bram')
  await page.getByRole('button', { name: 'Keys' }).click()
  const sheet = page.getByRole('dialog', { name: 'Keys in the transcript' })
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'dialog')
  // In one task, before anything can give the keyboard back.
  await page.evaluate(() => {
    const held = document.activeElement
    if (held instanceof HTMLElement) held.blur()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  })
  await sheet.waitFor({ state: 'hidden' })
  expect(at.errors).toEqual([])
})

test('a new report has a name ready to type over', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  await goTo(page, 'Findings')
  await page.getByRole('region', { name: 'Report' }).waitFor()
  await page.getByRole('button', { name: 'New report' }).click()
  const name = page.getByRole('textbox', { name: 'Name of the report' })
  await name.waitFor()
  await page.keyboard.type('For the funders')
  await page.keyboard.press('Enter')
  await saved(page)
  await page
    .getByRole('region', { name: 'Report' })
    .getByRole('heading', { name: 'For the funders' })
    .waitFor()
  expect(await name.count()).toBe(0)
  expect(at.errors).toEqual([])
})

test('a codebook without codes says how to begin and how many there are, all of it legible', async () => {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'Nothing yet')
  await goTo(page, 'Codebook')
  const told = page.getByText(/^0 codes/)
  await told.waitFor()
  expect(await page.getByRole('tree', { name: 'Codebook' }).count()).toBe(0)
  expect(await told.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
  expect(at.errors).toEqual([])
})

test('a name is asked for once: choosing another code or memo afterwards leaves the keyboard in the list', async () => {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'Names')
  await goTo(page, 'Codebook')
  await page.getByRole('button', { name: 'Make the first code' }).click()
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await focusedOn(name)
  await page.keyboard.type('Water')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'New code', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Beside “Water”' }).click()
  await expect.poll(() => name.inputValue()).toBe('New code')
  await focusedOn(name)
  await page.keyboard.type('Trust')
  await page.keyboard.press('Enter')
  await saved(page)
  const [trust, water] = ['Trust', 'Water'].map((code) => page.getByRole('treeitem', { name: code }))
  if (!trust || !water) throw new Error('There are no codes')
  await trust.click()
  await page.keyboard.press('F2')
  await focusedOn(name)
  await page.keyboard.press('Escape')
  await water.click()
  await expect.poll(() => name.inputValue()).toBe('Water')
  await focusedOn(water)
  await trust.click()
  await expect.poll(() => name.inputValue()).toBe('Trust')
  await focusedOn(trust)

  await goTo(page, 'Memos')
  await page.getByRole('button', { name: 'New memo' }).click()
  const title = page.getByRole('textbox', { name: 'Title' })
  await focusedOn(title)
  await page.keyboard.type('First')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'New memo' }).click()
  await expect.poll(() => title.inputValue()).toBe('New memo')
  await focusedOn(title)
  await page.keyboard.press('Escape')
  const memo = page.getByRole('row', { name: 'First' })
  await memo.click()
  await expect.poll(() => title.inputValue()).toBe('First')
  await focusedOn(memo)
  expect(at.errors).toEqual([])
})

async function focusedOn(place: Locator): Promise<void> {
  await expect.poll(() => place.evaluate((element) => element === document.activeElement)).toBe(true)
}

test('after a project was removed, the keyboard is on the one that took its place', async () => {
  at = await sitDown()
  const { page } = at
  for (const name of ['Wells', 'Gardens']) {
    await newProject(page, name)
    await closeProject(page)
  }
  const recent = page.getByRole('list', { name: 'Recent projects' })
  await recent.getByRole('button', { name: 'Remove Gardens from this machine' }).press('Enter')
  await page.getByRole('button', { name: 'Remove it' }).press('Enter')
  await recent.getByText('Gardens').waitFor({ state: 'detached' })
  const left = recent.getByRole('link', { name: /^Wells/ })
  await page.waitForFunction((link) => link === document.activeElement, await left.elementHandle())
  expect(at.errors).toEqual([])
})
