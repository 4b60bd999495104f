import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { problems } from '../support/axe.ts'
import { bringIn, choose } from '../support/bring-in.ts'
import { type Copy, saveCopy, toTeam } from '../support/copies.ts'
import { type Desk, goTo, newProject, saved, sitDown } from '../support/journey.ts'
import { codeNextTurn, codingsInSource, openSource } from '../support/reading.ts'

const desks: Desk[] = []

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.leave()
})

async function sit(): Promise<Desk> {
  const desk = await sitDown()
  desks.push(desk)
  return desk
}

test('a copy given to a colleague comes back and is merged, once, and can be taken back', async () => {
  const [ada, ben] = [await sit(), await sit()]
  await beginTogether(ada.page, ben.page)
  await define(ada.page, 'Funding', 'Money that comes from outside and ends')
  await openSource(ada.page, 'well')
  await codeNextTurn(ada.page, 'Funding')
  await define(ben.page, 'Funding', 'Money that comes from a grant and ends')
  await openSource(ben.page, 'well')
  await codeNextTurn(ben.page, 'Trust')
  await codeNextTurn(ben.page, 'Funding')
  const copy = await saveCopy(ben.page, 'from ben.qdpx')

  await toTeam(ada.page, 'Merging')
  await ada.page.getByRole('heading', { name: 'Bring copies together' }).waitFor()
  await giveCopy(ada.page, 'Choose a copy…', copy)
  const numbers = ada.page.getByRole('table', { name: 'What comes in' })
  await numbers.waitFor()
  expect(await cellsOf(ada.page, 'Codings')).toEqual(['2', '–', '–', '3', '4', '5'])
  const conflict = ada.page.getByRole('article', { name: /Code “Funding”/ })
  await conflict.getByText('Money that comes from outside and ends').waitFor()
  const decided = ada.page.getByRole('status').filter({ hasText: 'decided' })
  expect(await decided.textContent()).toBe('0 of 1 decided')
  const merge = ada.page.getByRole('button', { name: 'Merge', exact: true })
  expect(await merge.isDisabled()).toBe(true)
  expect(await problems(ada.page)).toEqual([])
  await conflict.getByRole('radio', { name: 'Theirs' }).check({ force: true })
  expect(await decided.textContent()).toBe('1 of 1 decided')
  await merge.click()
  await ada.page.getByRole('heading', { name: /^Merged .*ben\.qdpx into Water$/ }).waitFor()
  await saved(ada.page)
  expect(await problems(ada.page)).toEqual([])
  expect(await definitionOf(ada.page, 'Funding')).toBe('Money that comes from a grant and ends')
  await openSource(ada.page, 'well')
  expect(await codingsInSource(ada.page)).toBe(5)

  await toTeam(ada.page, 'Merging')
  await giveCopy(ada.page, 'Choose another copy…', copy)
  await ada.page.getByRole('heading', { name: 'Nothing new in it' }).waitFor()
  expect(await ada.page.getByRole('button', { name: 'Merge', exact: true }).count()).toBe(0)
  await ada.page.getByRole('button', { name: 'Close', exact: true }).click()

  await ada.page.keyboard.press('Control+z')
  await saved(ada.page)
  await openSource(ada.page, 'well')
  expect(await codingsInSource(ada.page)).toBe(3)
  expect(await definitionOf(ada.page, 'Funding')).toBe('Money that comes from outside and ends')
  for (const { errors } of desks) expect(errors).toEqual([])
})

test('opening a file whose project is here offers to merge it, and goes there with the file', async () => {
  const [ada, ben] = [await sit(), await sit()]
  await beginTogether(ada.page, ben.page)
  await openSource(ben.page, 'well')
  await codeNextTurn(ben.page, 'Trust')
  const copy = await saveCopy(ben.page, 'from ben.qdpx')
  await ada.page.goto(`${ada.page.url().split('#')[0]}#/`)
  await giveCopy(ada.page, 'Open a file…', copy)
  const dialog = ada.page.getByRole('dialog', { name: 'This project is already here' })
  expect(await problems(ada.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter')
  await ada.page.getByRole('table', { name: 'What comes in' }).waitFor()
  await ada.page.getByRole('button', { name: 'Merge', exact: true }).press('Enter')
  await ada.page.getByRole('heading', { name: /^Merged / }).waitFor()
  await ada.page.getByRole('button', { name: 'Undo', exact: true }).last().press('Enter')
  await ada.page.getByRole('heading', { name: /^Undone: / }).waitFor()
  for (const { errors } of desks) expect(errors).toEqual([])
})

test('files that are no copies are refused in a sentence that says what to do', async () => {
  const { page, errors } = await sit()
  await newProject(page, 'Water')
  await toTeam(page, 'Merging')
  await giveCopy(page, 'Choose a copy…', { name: 'broken.qdpx', bytes: Buffer.from('not a project') })
  await page.getByRole('alert').filter({ hasText: '“broken.qdpx” cannot be merged. This is not' }).waitFor()
  const sample = { name: 'sample.qdpx', bytes: readFileSync('sample-data/sample.qdpx') }
  await giveCopy(page, 'Choose a copy…', sample)
  await page.getByRole('alert').filter({ hasText: 'a copy of another project, “Slow water' }).waitFor()
  expect(errors).toEqual([])
})

/** Ada begins a project with one source and two codes, and Ben opens a copy of it. */
async function beginTogether(ada: Page, ben: Page): Promise<void> {
  await newProject(ada, 'Water')
  await choose(ada, 'Import files…', [{ name: 'well.txt', bytes: conversation }])
  await bringIn(ada)
  await openSource(ada, 'well')
  for (const code of ['Funding', 'Trust']) await codeNextTurn(ada, code)
  const copy = await saveCopy(ada, 'from ben.qdpx')
  await giveCopy(ben, 'Open a file…', copy)
  await saved(ben)
}

async function define(page: Page, code: string, definition: string): Promise<void> {
  const field = await definitionField(page, code)
  await field.fill(definition)
  await field.press('Tab')
  await saved(page)
}

async function definitionOf(page: Page, code: string): Promise<string> {
  return (await definitionField(page, code)).inputValue()
}

async function definitionField(page: Page, code: string) {
  await goTo(page, 'Codebook')
  await page.getByRole('treeitem', { name: code, exact: true }).click()
  return page.getByRole('textbox', { name: 'Definition' })
}

async function giveCopy(page: Page, button: string, copy: Copy): Promise<void> {
  await choose(page, button, [copy])
}

async function cellsOf(page: Page, row: string): Promise<readonly string[]> {
  const cells = page.getByRole('table', { name: 'What comes in' }).getByRole('row', { name: row }).first()
  return cells.getByRole('cell').allTextContents()
}

const conversation = `Interviewer: How did it begin?

Ana: We met at the well. Nobody wrote it down, and so it could grow in its own time and way.

Interviewer: And what happened then?

Bo: Then the water came. We dug the second well together, all of us, with the old tools.

Interviewer: What stood in the way?

Ana: Time, mostly. And a form that we could not fill in.

Bo: The pump broke twice, and nobody had kept the spare parts that came with it.

Ana: So we asked the neighbours, and they brought what they had at home.
`
