import type { Locator, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { bringIn, choose, pick } from '../support/bring-in.ts'
import { type Desk, newProject, openSample, saved, sitDown } from '../support/journey.ts'
import { codeNextTurn, codePassage, openSource, selectedWords, transcript } from '../support/reading.ts'
import { savedProject, toldCodings } from '../support/saved-files.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

const conversation = `Interviewer: How did it begin?

Ana: We met at the well. Nobody wrote it down, and so it could grow.

Interviewer: And what happened then?

Bo: Then the water came. We dug the second well together.

Interviewer: What stood in the way?

Ana: Time, mostly. And a form that we could not fill in.

Interviewer: Did it change?

Bo: It did, once somebody read the form aloud.
`

test('the reader says by name what is there, and codes on the spot are found again beside the words', async () => {
  at = await sitDown()
  const { page } = at
  await openConversation(page)
  await page.getByRole('heading', { name: 'well', level: 1 }).waitFor()
  expect(await page.getByRole('status', { name: 'Save state' }).textContent()).toBe('Saved')
  expect(await transcript(page).getAttribute('aria-readonly')).toBe('true')
  const shown = await transcript(page).textContent()
  await transcript(page).focus()
  await page.keyboard.type('jklq')
  expect(await transcript(page).textContent()).toBe(shown)

  await page.keyboard.press('Control+Home')
  await page.keyboard.press('n')
  await page.keyboard.press('Enter')
  const palette = page.getByRole('dialog', { name: 'Code this passage' })
  await palette.getByRole('combobox', { name: 'Code' }).fill('Trust')
  await palette.getByRole('option', { name: 'Create code “Trust”' }).waitFor()
  await page.keyboard.press('Enter')
  await saved(page)
  await beside(page)
    .getByRole('button', { name: /^Trust/ })
    .waitFor()
  const tree = page.getByRole('tree', { name: 'Codebook' })
  await tree.getByRole('treeitem', { name: 'Trust' }).getByText('1 of 2 participants, 1 passage').waitFor()
  await page.keyboard.press('Enter')
  await palette.getByRole('combobox', { name: 'Code' }).fill('trust')
  await palette.getByRole('option', { name: 'Trust' }).waitFor()
  expect(await palette.getByRole('option', { name: /Create code .trust/ }).count()).toBe(0)
  await page.keyboard.press('Escape')
  expect(await transcript(page).evaluate((element) => element === document.activeElement)).toBe(true)
  expect(at.errors).toEqual([])
})

test('codings that overlap are both shown, and both named where they overlap', async () => {
  at = await sitDown()
  const { page } = at
  await openConversation(page)
  await codeNextTurn(page, 'Trust')
  await page.keyboard.press('ArrowLeft')
  for (let words = 0; words < 3; words++) await page.keyboard.press('Control+Shift+ArrowRight')
  await codePassage(page, 'Meeting')
  await saved(page)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await beside(page).getByRole('heading', { name: 'Codes on this passage 2' }).waitFor()
  await beside(page)
    .getByRole('button', { name: /^Meeting/ })
    .waitFor()
  await beside(page)
    .getByRole('button', { name: /^Trust/ })
    .waitFor()
  expect(await transcript(page).locator('.c .c').first().textContent()).toMatch(/^We met at\s*$/)
  await page.keyboard.press('End')
  await beside(page).getByRole('heading', { name: 'Codes on this passage 1' }).waitFor()
  expect(
    await beside(page)
      .getByRole('button', { name: /^Meeting/ })
      .count(),
  ).toBe(0)
  expect(at.errors).toEqual([])
})

test('keys say what somebody thinks of it, star it, note it, move it and take it away, each with one undo', async () => {
  at = await sitDown()
  const { page } = at
  await openConversation(page)
  await codeNextTurn(page, 'Trust')
  const card = beside(page).getByRole('button', { name: /^Trust/ })
  for (const [key, told] of [
    ['d', 'denies'],
    ['v', 'volunteered'],
    ['*', 'key quote'],
    ['f', 'for the lead'],
  ] as const) {
    await page.keyboard.press(key)
    await card.filter({ hasText: told }).waitFor()
    await undo(page)
    await card.filter({ hasNotText: told }).waitFor()
    await page.keyboard.press(key)
    await card.filter({ hasText: told }).waitFor()
  }
  await page.keyboard.press('w')
  const note = page.getByRole('dialog', { name: 'Note on this coding' })
  await note.getByRole('textbox', { name: 'Note' }).fill('Look at the form again.')
  await note.getByRole('button', { name: 'Keep note' }).click()
  await card.filter({ hasText: 'Look at the form again.' }).waitFor()
  await page.keyboard.press('{')
  await page.keyboard.press('{')
  await saved(page)
  const [coding] = toldCodings(await savedProject(page))
  expect(coding?.quote).toBe('We met at the well. Nobody wrote it down, and so it could')
  expect(coding?.said).toBe('own denies volunteered star Look at the form again.')
  await transcript(page).press('Delete')
  await beside(page).getByText('No code here yet.').or(beside(page).getByText('Put the caret')).waitFor()
  await undo(page)
  await card.filter({ hasText: 'Look at the form again.' }).waitFor()
  expect(at.errors).toEqual([])
})

test('a turn gets another speaker, is split at the caret and joined again; counts follow, with one undo each', async () => {
  at = await sitDown()
  const { page } = at
  await openConversation(page)
  await codeNextTurn(page, 'Trust')
  const trust = page.getByRole('treeitem', { name: 'Trust' })
  await trust.getByText('1 of 2 participants, 1 passage').waitFor()

  await page.keyboard.press('ArrowLeft')
  for (let words = 0; words < 5; words++) await page.keyboard.press('Control+ArrowRight')
  await useTool(page, 'Split at the caret')
  await turnsOf(page, 9)
  await transcript(page).press('Control+ArrowRight')
  await useTool(page, 'Change the speaker…')
  const dialog = page.getByRole('dialog', { name: 'Who speaks this turn?' })
  await pick(page, dialog, /Speaker$/, 'Bo')
  await dialog.getByRole('button', { name: 'Change speaker' }).click()
  await trust.getByText('2 of 2 participants, 1 passage').waitFor()
  await undo(page)
  await trust.getByText('1 of 2 participants, 1 passage').waitFor()
  await page.getByRole('button', { name: /^Redo: / }).click()
  await trust.getByText('2 of 2 participants, 1 passage').waitFor()

  await transcript(page).press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await useTool(page, 'Join with the next')
  await trust.getByText('1 of 2 participants, 1 passage').waitFor()
  await turnsOf(page, 8)
  await undo(page)
  await trust.getByText('2 of 2 participants, 1 passage').waitFor()
  await undo(page)
  await trust.getByText('1 of 2 participants, 1 passage').waitFor()
  await undo(page)
  await turnsOf(page, 8)
  expect((await savedProject(page)).project.turns.values().next().value?.length).toBe(8)
  expect(at.errors).toEqual([])
})

test('N goes from one turn without a code to the next, and reading goes on where it stopped', async () => {
  at = await sitDown()
  await openSample(at.page)
  await openSource(at.page, 'Interview 02 - Bram')
  const first = await nextUncoded(at.page)
  await codePassage(at.page, 'Does not fit')
  await saved(at.page)
  const second = await nextUncoded(at.page)
  expect(second).not.toBe(first)
  await at.page.getByRole('button', { name: 'Next uncoded turn' }).click()
  expect(await selectedWords(at.page)).not.toBe(second)
  await transcript(at.page).press('Control+Home')
  for (let pages = 0; pages < 4; pages++) await at.page.keyboard.press('PageDown')
  await keptPlace(at.page, () => at?.page.keyboard.press('PageDown'))
  const top = await topWords(at.page)
  at = await at.reopen('closed')
  await at.page.getByRole('list', { name: 'Recent projects' }).getByRole('link').click()
  const { page } = at
  await openSource(page, 'Interview 02 - Bram')
  await expect.poll(() => topWords(page)).toBe(top)
  expect(at.errors).toEqual([])
})

async function openConversation(page: Page): Promise<void> {
  await newProject(page, 'Listening')
  await choose(page, 'Import files…', [{ name: 'well.txt', bytes: conversation }])
  await bringIn(page)
  await openSource(page, 'well')
  await transcript(page).press('Control+Home')
}

function beside(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Codes on this passage' })
}

async function undo(page: Page): Promise<void> {
  await transcript(page).press('Control+z')
  await page
    .getByRole('region', { name: 'Messages' })
    .getByText(/^Undone: /)
    .first()
    .waitFor()
  await saved(page)
}

async function useTool(page: Page, tool: string): Promise<void> {
  await page.getByRole('button', { name: 'Passage', exact: true }).click()
  await page.getByRole('menuitem', { name: tool }).click()
}

/** The transcript is set in so many turns: each begins with its speaker's name. */
async function turnsOf(page: Page, count: number): Promise<void> {
  const names = transcript(page).getByText(/^(?:Interviewer|Ana|Bo)$/)
  await names.nth(count - 1).waitFor()
  expect(await names.count()).toBe(count)
}

async function nextUncoded(page: Page): Promise<string> {
  await transcript(page).press('n')
  await beside(page).getByText('No code here yet.').waitFor()
  return selectedWords(page)
}

/** Scrolls once more and waits until the place is kept for the next visit. */
async function keptPlace(page: Page, scroll: () => Promise<void> | undefined): Promise<void> {
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('loam-read-')) localStorage.removeItem(key)
  })
  await scroll()
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('loam-read-')))
}

/** The words at the top of the transcript. */
function topWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const {
      top = 0,
      left = 0,
      width = 0,
    } = document.querySelector('.cm-scroller')?.getBoundingClientRect() ?? {}
    const line = document.elementFromPoint(left + width / 2, top + 40)?.closest('.cm-line')
    return line?.textContent?.slice(0, 60) ?? ''
  })
}
