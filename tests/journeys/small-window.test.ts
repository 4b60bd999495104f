import type { Locator } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { bringIn, choose, preview } from '../support/bring-in.ts'
import { toTeam } from '../support/copies.ts'
import { type Desk, goTo, newProject, openSample, sitDown } from '../support/journey.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

const small = { width: 1024, height: 700 }

test('beside an open panel the names of sources stay whole, and the table does not scroll sideways', async () => {
  at = await sitDown(small)
  const { page } = at
  await openSample(page)
  await goTo(page, 'Sources')
  await page.getByRole('button', { name: 'About Interview 02 - Bram' }).click()
  await page.getByRole('complementary', { name: 'Interview 02 - Bram' }).waitFor()
  const grid = page.getByRole('grid', { name: 'Sources' })
  const cells = grid.getByRole('gridcell').filter({ has: page.getByRole('link') })
  expect(await cells.count()).toBe(9)
  expect(await cells.evaluateAll((all) => all.filter((cell) => cell.scrollWidth > cell.clientWidth))).toEqual(
    [],
  )
  expect(await grid.evaluate(({ parentElement: box }) => box && box.scrollWidth - box.clientWidth)).toBe(0)
})

test('a table of agreement scrolls in one place only, with its heads in sight, and so does a place to decide', async () => {
  at = await sitDown(small)
  const { page } = at
  await openSample(page)
  await toTeam(page, 'Agreement')
  await page.getByRole('button', { name: 'New round' }).click()
  await page.getByRole('button', { name: 'Start the round' }).click()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  const table = page.getByRole('table', { name: 'Agreement' })
  await table.getByRole('row').last().scrollIntoViewIfNeeded()
  expect(await scrollersAround(table)).toBe(1)
  expect(await isOnTop(table.getByRole('button', { name: 'Code', exact: true }))).toBe(true)
  await page.getByRole('tab', { name: /^Disagreements/ }).click()
  const next = page.getByRole('button', { name: 'Next' })
  await next.waitFor()
  await page
    .getByRole('region', { name: 'The place' })
    .evaluate((read) => read.scrollTo(0, read.scrollHeight))
  expect(await isOnTop(next)).toBe(true)
})

test('a long name of the inquiry gives way to the search, and speakers of a file keep theirs', async () => {
  at = await sitDown(small)
  const { page } = at
  await newProject(
    page,
    'Everything that a river, its banks and its people had to say about one another since '.repeat(2),
  )
  const search = page.getByRole('banner').getByRole('button', { name: /Search everything/ })
  expect(await search.evaluate((button) => button.scrollWidth <= button.clientWidth)).toBe(true)
  await choose(page, 'Import files…', [
    { name: 'well.txt', bytes: 'Interviewer: How?\n\nAna: So.\n'.repeat(3) },
  ])
  const sheet = await preview(page)
  expect(await linesOf(sheet.getByRole('columnheader', { name: 'Speaker', exact: true }))).toBe(1)
  expect(await linesOf(sheet.getByRole('rowheader', { name: 'Interviewer' }))).toBe(1)
})

test('buttons stand beside the filter of their room, and attributes keep their names whole', async () => {
  at = await sitDown(small)
  const { page } = at
  await openSample(page)
  await goTo(page, 'Sources')
  await page.getByRole('link', { name: /^Participants/ }).click()
  const grid = page.getByRole('grid', { name: 'Participants' })
  const heads = grid.getByRole('columnheader').getByRole('button')
  await heads.first().waitFor()
  expect(await heads.evaluateAll((all) => all.filter((head) => head.scrollWidth > head.clientWidth))).toEqual(
    [],
  )
  const filter = page.getByRole('textbox', { name: 'Filter participants' })
  expect(await middleOf(filter)).toBeCloseTo(
    await middleOf(page.getByRole('button', { name: 'Add attribute…' })),
    0,
  )
})

test('a message in the top bar leaves the search uncovered', async () => {
  at = await sitDown(small)
  const { page } = at
  await newProject(page, 'Water')
  await choose(page, 'Import files…', [{ name: 'well.txt', bytes: 'Interviewer: How?\n\nAna: So.\n' }])
  await bringIn(page)
  const message = await page.getByText(/came in\.$/).boundingBox()
  const search = await page.getByRole('button', { name: /Search everything/ }).boundingBox()
  expect((message?.x ?? 0) + (message?.width ?? Infinity)).toBeLessThan(search?.x ?? 0)
})

/** How many boxes around something have more in them than they show, from top to bottom. */
function scrollersAround(inside: Locator): Promise<number> {
  return inside.evaluate((element) => {
    let count = 0
    for (let box = element.parentElement; box; box = box.parentElement) {
      const scrolls = /auto|scroll/.test(getComputedStyle(box).overflowY)
      if (scrolls && box.scrollHeight > box.clientHeight) count++
    }
    return count
  })
}

/** Whether nothing covers or cuts off the edges of something. */
function isOnTop(what: Locator): Promise<boolean> {
  return what.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const middle = (left + right) / 2
    return [top + 3, bottom - 3].every((y) => element.contains(document.elementFromPoint(middle, y)))
  })
}

/** On how many lines the words of something stand. */
function linesOf(what: Locator): Promise<number> {
  return what.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
  })
}

/** How far down the middle of something is, in pixels. */
function middleOf(what: Locator): Promise<number> {
  return what.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return (top + bottom) / 2
  })
}
