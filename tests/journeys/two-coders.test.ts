import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { bringIn, choose } from '../support/bring-in.ts'
import {
  closeProject,
  codeAs,
  copyOf,
  deleteDatabase,
  downloadBackup,
  saveCopy,
  toTeam,
} from '../support/copies.ts'
import { type Desk, goTo, newProject, saved, sitDown } from '../support/journey.ts'
import { codeNextTurn, codingsInSource, openSource } from '../support/reading.ts'

const desks: Desk[] = []

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.leave()
})

test('two coders change one codebook, are merged and compared, and a backup outlives the database', async () => {
  const [ada, ben] = [await sitDown(), await sitDown()]
  desks.push(ada, ben)
  await newProject(ada.page, 'Water')
  await choose(ada.page, 'Import files…', [{ name: 'well.txt', bytes: conversation }])
  await bringIn(ada.page)
  await openSource(ada.page, 'well')
  for (const code of ['Funding', 'Trust']) await codeNextTurn(ada.page, code)
  await choose(ben.page, 'Open a file…', [await saveCopy(ada.page, 'Water.qdpx')])
  await saved(ben.page)
  await codeAs(ben.page, 'Ben Sand')

  await write(ada.page, 'Funding', 'Definition', 'Money that comes from outside')
  await write(ada.page, 'Trust', 'Definition', 'Being sure of one another')
  await write(ben.page, 'Funding', 'Definition', 'Money that comes from a grant')
  await write(ben.page, 'Trust', 'Use when', 'They say that somebody can be relied on')
  await openSource(ben.page, 'well')
  for (const code of ['Funding', 'Tools']) await codeNextTurn(ben.page, code)

  await toTeam(ada.page, 'Merging')
  await choose(ada.page, 'Choose a copy…', [await saveCopy(ben.page, 'Water from Ben.qdpx')])
  const conflict = ada.page.getByRole('article', { name: /Code “Funding”/ })
  await conflict.getByRole('radio', { name: 'Theirs' }).check({ force: true })
  await ada.page.getByRole('button', { name: 'Merge', exact: true }).click()
  await ada.page.getByRole('heading', { name: /^Merged .*Ben\.qdpx into Water$/ }).waitFor()
  await saved(ada.page)
  expect(await read(ada.page, 'Funding', 'Definition')).toBe('Money that comes from a grant')
  expect(await read(ada.page, 'Trust', 'Definition')).toBe('Being sure of one another')
  expect(await read(ada.page, 'Trust', 'Use when')).toBe('They say that somebody can be relied on')

  await toTeam(ada.page, 'Agreement')
  await ada.page.getByRole('button', { name: 'New round' }).click()
  await ada.page.getByRole('textbox', { name: 'Name of the round' }).fill('First look')
  await ada.page.getByRole('button', { name: 'Start the round' }).click()
  await ada.page.getByRole('button', { name: 'Compare', exact: true }).click()
  const told = ada.page.getByText(/^Krippendorff’s α .+ \(Krippendorff 2004\)$/)
  const agreement = await told.textContent()
  await saved(ada.page)

  const backup = await copyOf(await downloadBackup(ada.page))
  await openSource(ada.page, 'well')
  const codings = await codingsInSource(ada.page)
  const project = await closeProject(ada.page)
  await deleteDatabase(ada.page, project)
  await ada.page.reload()
  await ada.page.getByRole('button', { name: 'Restore a backup…' }).click()
  await choose(ada.page, 'Choose a file…', [backup])
  await ada.page.getByRole('button', { name: 'Restore the project' }).click()
  await saved(ada.page)
  await openSource(ada.page, 'well')
  expect(await codingsInSource(ada.page)).toBe(codings)
  expect(await read(ada.page, 'Funding', 'Definition')).toBe('Money that comes from a grant')
  await toTeam(ada.page, 'Agreement')
  await ada.page.getByRole('link', { name: 'First look' }).click()
  expect(await told.textContent()).toBe(agreement)
  for (const { errors } of desks) expect(errors).toEqual([])
})

async function write(page: Page, code: string, field: string, words: string): Promise<void> {
  const box = await fieldOf(page, code, field)
  await box.fill(words)
  await box.press('Tab')
  await saved(page)
}

async function read(page: Page, code: string, field: string): Promise<string> {
  return (await fieldOf(page, code, field)).inputValue()
}

async function fieldOf(page: Page, code: string, field: string) {
  await goTo(page, 'Codebook')
  await page.getByRole('treeitem', { name: code, exact: true }).click()
  return page.getByRole('textbox', { name: field })
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
