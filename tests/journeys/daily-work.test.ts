import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { type Desk, saved, sitDown } from '../support/journey.ts'
import { arrowTo, goByKey, pressByKey, redo, tabTo, undoUntil } from '../support/keyboard.ts'
import { codingsInSource, transcript } from '../support/reading.ts'
import { savedProject, toldCodings, toldMemos } from '../support/saved-files.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

test('a day of coding, rereading, recoding, merging and memos is done and undone by keyboard alone', async () => {
  at = await sitDown()
  let { page } = at
  await countPointers(page)
  await pressByKey(page, page.getByRole('button', { name: 'Open the sample project' }))
  await saved(page)
  const atFirst = await savedByKey(page)
  const lastOfOthers = await nextUndo(page)

  await codePassage(page)
  await rereadAndRecode(page)
  await mergeCodes(page)
  await writeMemo(page)

  const inTheEnd = await savedByKey(page)
  expect(toldCodings(inTheEnd)).not.toEqual(toldCodings(atFirst))
  expect(toldMemos(inTheEnd.project)).toContain('analytic Tired hands: They speak of rest as work.')
  expect([...inTheEnd.project.tables.code.values()].map((code) => code.name)).not.toContain(
    'Changed mindsets',
  )

  const taken = await undoUntil(page, lastOfOthers)
  expect(taken).toEqual(
    expect.arrayContaining([
      'Merge Changed mindsets into Changed relationships',
      'Recode 5 passages with Does not fit',
      'Code passage with Does not fit',
    ]),
  )
  const takenBack = await savedByKey(page)
  expect(toldCodings(takenBack)).toEqual(toldCodings(atFirst))
  expect(takenBack.project).toEqual(atFirst.project)
  await chooseCode(page, 'Changed mindsets')
  await seeExcerpts(page)

  expect(await redo(page, taken.length)).toEqual(taken.toReversed())
  const broughtBack = await savedByKey(page)
  expect(broughtBack.project).toEqual(inTheEnd.project)
  expect(at.errors).toEqual([])

  at = await at.reopen('closed')
  page = at.page
  await countPointers(page)
  await pressByKey(page, page.getByRole('list', { name: 'Recent projects' }).getByRole('link'))
  await saved(page)
  expect((await savedByKey(page)).project).toEqual(inTheEnd.project)
  expect(await undoUntil(page, lastOfOthers)).toEqual(taken)
  expect((await savedByKey(page)).project).toEqual(atFirst.project)
  expect(await pointers(page)).toBe(0)
  expect(at.errors).toEqual([])
})

test('the codes of a passage, their stance and what is beside the transcript are reached by Tab', async () => {
  at = await sitDown()
  const { page } = at
  await pressByKey(page, page.getByRole('button', { name: 'Open the sample project' }))
  await openByKey(page, 2)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('n')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Code this passage' }).waitFor()
  await page.keyboard.type('Does not fit')
  await page.keyboard.press('Enter')
  await saved(page)
  const beside = page.getByRole('complementary', { name: 'Codes on this passage' })
  await tabTo(page, beside.getByRole('button', { name: /Does not fit/ }))
  await tabTo(page, beside.getByRole('button', { name: /Stance/ }))
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: /^Denies/ }).waitFor()
  await page.keyboard.type('Den')
  await page.keyboard.press('Enter')
  await beside.getByRole('button', { name: /Does not fit.*denies/ }).waitFor()
  await tabTo(page, beside.getByRole('button', { name: 'Recode…' }))
  await tabTo(page, page.getByRole('searchbox', { name: 'Find a code' }))
  await page.keyboard.type('Acting together')
  const code = page.getByRole('tree', { name: 'Codebook' }).getByRole('treeitem', { name: 'Acting together' })
  await code.waitFor()
  await page.keyboard.press('Tab')
  await arrowTo(page, code)
  await page.keyboard.press('Enter')
  await beside.getByRole('button', { name: /Acting together/ }).waitFor()
  await saved(page)
  expect(at.errors).toEqual([])
})

/** Codes a few words of the next turn without a code in the second interview. */
async function codePassage(page: Page): Promise<void> {
  await openByKey(page, 2)
  const before = await codingsInSource(page)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('n')
  await page.keyboard.press('ArrowLeft')
  for (let words = 0; words < 4; words++) await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Code this passage' }).waitFor()
  await page.keyboard.type('Does not fit')
  await page.keyboard.press('Enter')
  await saved(page)
  await page.getByText(`${before + 1} codings`).waitFor()
}

/** Rereads a code's excerpts, the first with more around it, and gives five of them another code. */
async function rereadAndRecode(page: Page): Promise<void> {
  await chooseCode(page, 'Inner work')
  const excerpts = page.getByRole('grid', { name: 'Excerpts' })
  await tabTo(page, excerpts.getByRole('row').filter({ hasText: '¶' }))
  await page.keyboard.press('e')
  await excerpts.getByRole('button', { name: 'Show less around' }).waitFor()
  await page.keyboard.press('x')
  for (let more = 1; more < 5; more++) {
    await page.keyboard.press('j')
    await page.keyboard.press('x')
  }
  await page
    .getByRole('status')
    .filter({ hasText: /^5 of \d+ selected$/ })
    .waitFor()
  await page.keyboard.press('r')
  await page.getByRole('dialog', { name: 'Recode with' }).waitFor()
  await page.keyboard.type('Does not fit')
  await page.keyboard.press('Enter')
  await page.getByText('Recode 5 passages with Does not fit').first().waitFor()
  await saved(page)
}

async function mergeCodes(page: Page): Promise<void> {
  await chooseCode(page, 'Changed mindsets')
  await seeExcerpts(page)
  const about = page.getByRole('complementary', { name: 'About this code' })
  await pressByKey(page, about.getByRole('button', { name: 'Merge into…' }))
  const dialog = page.getByRole('dialog', { name: 'Merge “Changed mindsets” into…' })
  await dialog.waitFor()
  await page.keyboard.type('Changed relationships')
  await dialog.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByText('go over to “Changed relationships”').waitFor()
  await pressByKey(page, dialog.getByRole('button', { name: 'Merge' }))
  await page.getByRole('heading', { name: 'Changed relationships' }).waitFor()
  await saved(page)
}

async function writeMemo(page: Page): Promise<void> {
  await goByKey(page, 'Memos')
  await pressByKey(page, page.getByRole('button', { name: 'New memo' }))
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.waitFor()
  await tabTo(page, title)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Tired hands')
  const text = page.getByRole('textbox', { name: 'Text' })
  await tabTo(page, text)
  await page.keyboard.type('They speak of rest as work.')
  await page.keyboard.press('Tab')
  await page.getByRole('row', { name: 'Tired hands' }).getByText('They speak of rest as work.').waitFor()
  await saved(page)
}

/** The code that is merged away, and comes back, has these excerpts. */
async function seeExcerpts(page: Page): Promise<void> {
  const summary = page
    .getByRole('region', { name: 'Excerpts of Changed mindsets' })
    .getByRole('status')
    .first()
  await summary.filter({ hasText: '4 excerpts · 2 participants · 2 sources' }).waitFor()
}

/** Opens the source in the given row of the list, counted from 1. */
async function openByKey(page: Page, row: number): Promise<void> {
  await goByKey(page, 'Sources')
  await tabTo(page, page.getByRole('grid', { name: 'Sources' }).getByRole('row').nth(1))
  for (let down = 1; down < row; down++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await transcript(page).waitFor()
  await tabTo(page, transcript(page))
}

async function chooseCode(page: Page, name: string): Promise<void> {
  await goByKey(page, 'Codebook')
  const find = page.getByRole('textbox', { name: 'Find a code' })
  await tabTo(page, find)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(name)
  const code = page.getByRole('tree', { name: 'Codebook' }).getByRole('treeitem', { name, exact: true })
  await code.waitFor()
  await tabTo(page, page.getByRole('tree', { name: 'Codebook' }).getByRole('treeitem'))
  await arrowTo(page, code)
  await page.getByRole('region', { name: `Excerpts of ${name}` }).waitFor()
}

function savedByKey(page: Page) {
  return savedProject(page, () => pressByKey(page, page.getByRole('button', { name: 'Save as a file…' })))
}

async function nextUndo(page: Page): Promise<string> {
  return (await page.getByRole('button', { name: /^Undo/ }).first().getAttribute('aria-label')) ?? ''
}

/** Counts presses of a mouse or finger from now on, so that “by keyboard alone” is seen, not promised. */
async function countPointers(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.dataset.pointers = '0'
    const count = () => {
      document.body.dataset.pointers = String(Number(document.body.dataset.pointers) + 1)
    }
    addEventListener('pointerdown', count, true)
  })
}

async function pointers(page: Page): Promise<number> {
  return Number(await page.locator('body').getAttribute('data-pointers'))
}
