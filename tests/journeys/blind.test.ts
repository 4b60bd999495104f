import type { Locator, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { bringIn, choose, type GivenFile, preview } from '../support/bring-in.ts'
import { codeAs, copyOf, downloadBackup, toSettings } from '../support/copies.ts'
import { type Desk, goTo, newProject, saved, sitDown } from '../support/journey.ts'
import { codePassage, openSource, transcript } from '../support/reading.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

const first = `Interviewer: How did it begin?

Ana: We met at the well because nobody wrote it down, so that it could grow in its own time.

Interviewer: What stood in the way?

Ana: Time, mostly. And a form that we could not fill in, whoever we asked for help.
`
const better = first.replace(
  'Time, mostly. And a form that we could not fill in, whoever we asked for help.',
  'Honestly I would rather speak about my sister here.',
)

/** The code that only the other one works with, or a number of codings other than none. */
const theirWork = /Zephyr|[1-9]\d* (?:of \d+ )?(?:coding|change|excerpt)/

test('whoever codes blind at home is told nowhere what others coded; once blind mode is left, everything is told', async () => {
  at = await sitDown()
  const { page } = at
  const backup = await codedByTeo(page)
  await blind(page, true)
  for (const [what, text] of await sheets(page, backup)) expect(`${what}: ${text}`).not.toMatch(theirWork)
  await goTo(page, 'Sources')
  await page.getByRole('columnheader', { name: 'Words' }).waitFor()
  expect(await page.getByRole('columnheader', { name: 'Status' }).count()).toBe(0)
  await openSource(page, 'well')
  expect(await textOf(page.getByRole('contentinfo'))).toContain('Undo: what was done before')
  await transcript(page).press('Control+z')
  await page.getByText('Undone: what was done before').waitFor()
  await page.getByRole('button', { name: 'Redo: what was done before' }).waitFor()
  await transcript(page).press('Control+Shift+z')
  await page.getByText('Done again: what was done before').waitFor()
  await saved(page)
  await goTo(page, 'History')
  expect(await listed(page)).not.toMatch(/Zephyr|done/)

  await blind(page, false)
  const told = await sheets(page, backup)
  for (const [what, text, tells] of told) expect(`${what}: ${text}`).toMatch(tells)
  expect(told.length).toBeGreaterThan(10)
  await goTo(page, 'History')
  expect(await listed(page)).toContain('Code passage with Zephyr')
  expect(at.errors).toEqual([])
})

test('a corrected text moves what others coded without a word about it to whoever codes blind', async () => {
  at = await sitDown()
  const { page } = at
  await codedByTeo(page)
  await blind(page, true)
  await goTo(page, 'Sources')
  await choose(page, 'Import files…', [{ name: 'well.txt', bytes: better }])
  const sheet = await preview(page)
  await sheet.getByRole('button', { name: 'Correct 1 source' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await saved(page)
  expect(await textOf(page.getByRole('main'))).not.toMatch(/Zephyr|\d codings?|without a place/)
  await goTo(page, 'History')
  await page.getByRole('listbox', { name: 'Changes' }).getByText('Correct well').first().waitFor()
  expect(await textOf(page.getByRole('region', { name: 'What this change did' }))).not.toMatch(/[Cc]oding/)
  await blind(page, false)
  await goTo(page, 'Sources')
  await page.getByText('1 without a place').waitFor({ state: 'attached' })
  await goTo(page, 'History')
  await page
    .getByRole('region', { name: 'What this change did' })
    .getByText(/[Cc]oding/)
    .first()
    .waitFor()
  expect(at.errors).toEqual([])
})

/** A project of Ada's in which Teo coded a source and is done with it; gives a backup of it. Ada is at the desk. */
async function codedByTeo(page: Page): Promise<GivenFile> {
  await newProject(page, 'River')
  await goTo(page, 'Sources')
  await choose(page, 'Import files…', [{ name: 'well.txt', bytes: first }])
  await bringIn(page)
  await codeAs(page, 'Teo Moss')
  await openSource(page, 'well')
  await page.getByRole('button', { name: /Status/ }).click()
  await page.getByRole('option', { name: 'Done', exact: true }).click()
  await saved(page)
  for (const words of ['We met at the well', 'Time, mostly']) {
    await transcript(page).getByText(words).click()
    await transcript(page).press('t')
    await codePassage(page, 'Zephyr')
    await saved(page)
  }
  await toSettings(page, 'Coders')
  await page.getByRole('button', { name: /Who codes in this window/ }).click()
  await page.getByRole('option', { name: 'Ada Lind' }).click()
  const backup = await copyOf(await downloadBackup(page))
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Close message' }).click()
  return backup
}

async function blind(page: Page, on: boolean): Promise<void> {
  await toSettings(page, 'Coders')
  await page.getByRole('checkbox', { name: 'Code blind in this window' }).setChecked(on, { force: true })
  await page
    .getByRole('contentinfo')
    .getByText('Blind')
    .waitFor({ state: on ? 'visible' : 'hidden' })
}

/** What every sheet and place says that counts or names what a project holds, and what each tells who is not blind. */
async function sheets(
  page: Page,
  backup: GivenFile,
): Promise<readonly (readonly [string, string, RegExp])[]> {
  const read: [string, string, RegExp][] = []
  const note = async (what: string, place: Locator, tells: RegExp) => {
    read.push([what, await textOf(place), tells])
  }
  const sheet = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  const noteSheet = async (what: string, tells: RegExp) => {
    await note(what, sheet, tells)
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
  }
  for (const [way, tells] of goingOut) {
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).click()
    await page.getByRole('menuitem', { name: way }).click()
    await sheet.getByText('Looking through the project…').waitFor({ state: 'hidden' })
    await sheet
      .getByText(/hidden in blind mode|Nothing is left out|changes/i)
      .first()
      .waitFor()
    await noteSheet(way, tells)
  }

  await toSettings(page, 'Backups')
  await note('Settings', page.getByRole('main'), /2 codings/)
  const remove = page.getByRole('button', { name: 'Remove coder Teo Moss' })
  expect(await remove.isDisabled()).toBe(true)
  await choose(page, 'Restore from a file…', [backup])
  await sheet.getByText(/hidden in blind mode|In the backup/).waitFor()
  await noteSheet('Restore', /Codings22/)
  await page.getByRole('button', { name: 'Erase for good…' }).click()
  await sheet.getByRole('button', { name: 'Add a source' }).click()
  await page.getByRole('option', { name: 'well' }).click()
  await sheet.getByRole('button', { name: 'See what goes' }).click()
  await sheet
    .getByText(/hidden in blind mode|What goes/)
    .first()
    .waitFor()
  await noteSheet('Erase', /2 of 2 codings/)

  await goTo(page, 'Sources')
  await note('Sources', page.getByRole('main'), /TM ?2\s*Done/)
  await page.getByRole('checkbox', { name: /well/ }).check({ force: true })
  await pressed(page, page.getByRole('button', { name: 'Delete…' }), () =>
    noteSheet('Delete source', /2 codings/),
  )
  await choose(page, 'Import files…', [{ name: 'well.txt', bytes: better }])
  await note(
    'Replace a file',
    await preview(page),
    /Keeps its 2 codings[\s\S]*1 coding unchanged, 1 whose words are gone/,
  )
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })

  await goTo(page, 'Codebook')
  await page.getByRole('treeitem', { name: /Zephyr/ }).click()
  await page.getByRole('complementary', { name: 'About this code' }).waitFor()
  const pane = page.getByRole('region', { name: /^Excerpts/ })
  read.push(['Excerpts', (await textOf(pane)).replaceAll('Zephyr', ''), /2 excerpts/])
  await pressed(page, page.getByRole('button', { name: 'Delete…' }), async () => {
    read.push(['Delete code', (await textOf(sheet)).replaceAll('Zephyr', ''), /2 codings in 1 source/])
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
  })

  await openSource(page, 'well')
  await note('Head of the reader', page.locator('main header').first(), /2 codings[\s\S]*Done/)
  await note(
    'Margin',
    transcript(page).locator('xpath=ancestor::*[contains(@class,"cm-scroller")]'),
    /Zephyr/,
  )
  await transcript(page).getByText('We met').click()
  await transcript(page).press('b')
  const words = sheet.getByRole('textbox').first()
  await words.fill((await words.inputValue()).replace('nobody', 'no one'))
  await sheet.getByText(/^No codings|^1 coding/).waitFor()
  await noteSheet('Correct words', /1 coding/)
  await goTo(page, 'Team')
  await page
    .getByRole('row', { name: /Teo Moss/ })
    .first()
    .waitFor()
  await note('Team', page.getByRole('main'), /2 codings in 1 of 1 source/)
  return read
}

const goingOut: readonly (readonly [string, RegExp])[] = [
  ['Share a copy…', /2 codings/],
  ['Export for other tools…', /Changes in the history: \d/],
]

/** Presses what is there for whoever is not blind. */
async function pressed(page: Page, button: Locator, then: () => Promise<void>): Promise<void> {
  const isBlind = (await page.getByRole('contentinfo').getByText('Blind').count()) > 0
  expect(await button.first().isDisabled()).toBe(isBlind)
  if (isBlind) return
  await button.first().click()
  await then()
}

/** The history as it is listed, and what its latest change did. */
async function listed(page: Page): Promise<string> {
  await page.getByRole('listbox', { name: 'Changes' }).waitFor()
  return textOf(page.getByRole('main'))
}

/** Everything that stands somewhere, whether or not it is scrolled to. */
async function textOf(place: Locator): Promise<string> {
  return (await place.textContent()) ?? ''
}
