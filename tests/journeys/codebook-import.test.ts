import type { Locator, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { problems } from '../support/axe.ts'
import { choose, pick } from '../support/bring-in.ts'
import { type Desk, goTo, newProject, openSample, saved, sitDown } from '../support/journey.ts'
import { savedFile } from '../support/saved-files.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

test('a colleague’s table becomes the codebook of a new project, after a look at it', async () => {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'Listening')
  await goTo(page, 'Codebook')
  await page.getByRole('button', { name: 'Import a codebook…' }).click()
  await choose(page, 'Choose a file…', [{ name: 'people.csv', bytes: 'Pseudonym,Region\nNoor,Delta\n' }])
  await page.getByRole('alert').filter({ hasText: 'names codes' }).waitFor()
  await choose(page, 'Choose a file…', [
    {
      name: 'team.csv',
      bytes:
        'tag,description,number of highlights\nbarriers.funding,"=No money, at first",3\nbarriers.time,Hours,1\ntrust,,0\n',
    },
  ])
  const sheet = page.getByRole('dialog', { name: 'Look before you import team.csv' })
  await sheet.getByRole('status', { name: 'Comparison' }).filter({ hasText: '4 codes: 4 new' }).waitFor()
  expect(await sheet.getByText(/Read from Taguette/).count()).toBe(1)
  expect(await problems(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Add 4 codes' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await saved(page)
  const tree = page.getByRole('tree', { name: 'Codebook' })
  await expect.poll(() => tree.evaluate((each) => each.contains(document.activeElement))).toBe(true)
  await tree.getByRole('treeitem', { name: 'funding', exact: true }).click()
  await page.getByRole('textbox', { name: 'Definition' }).filter({ hasText: '=No money, at first' }).waitFor()
  expect(at.errors).toEqual([])
})

test('what a colleague changed in an exported codebook is laid beside what was changed here, and taken as one change', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  await goTo(page, 'Codebook')
  const { bytes } = await exported(page, 'JSON')
  const book: Book = JSON.parse(new TextDecoder().decode(bytes))
  const [first, second] = book.codes.filter(({ codable }) => codable !== false)
  if (!first || !second) throw new Error('The sample has too few codes')
  const theirs = {
    ...book,
    codes: [
      ...book.codes.map((code) =>
        code.id === first.id
          ? { ...code, definition: 'What they say it means' }
          : code.id === second.id
            ? { ...code, name: 'Their name', definition: 'Their words' }
            : code,
      ),
      { name: 'Brought along', definition: 'From next door' },
    ],
  }
  await page.getByRole('treeitem', { name: second.name, exact: true }).click()
  await page.getByRole('textbox', { name: 'Definition' }).fill('My words')
  await page.getByRole('textbox', { name: 'Not when' }).focus()
  await saved(page)
  await more(page, 'Import a codebook…')
  await choose(page, 'Choose a file…', [{ name: 'theirs.json', bytes: JSON.stringify(theirs) }])
  const sheet = page.getByRole('dialog', { name: 'Compare with theirs.json' })
  const said = sheet.getByRole('status', { name: 'Comparison' })
  await said.filter({ hasText: '1 changed on both sides, 1 new, 1 changed,' }).waitFor()
  expect(await sheet.getByRole('button', { name: /What both began from/ }).textContent()).toContain(
    'exported',
  )
  const list = sheet.getByRole('list', { name: 'Codes compared' })
  await list.getByRole('button', { name: second.name }).click()
  const detail = sheet.getByRole('region', { name: `Differences in ${second.name}` })
  await detail.locator('del').filter({ hasText: 'My' }).waitFor()
  await detail.locator('ins').filter({ hasText: 'Their' }).first().waitFor()
  expect(await detail.getByRole('checkbox', { name: /Take the definition/ }).isChecked()).toBe(false)
  expect(await detail.getByRole('checkbox', { name: /Take the name/ }).isChecked()).toBe(true)
  expect(await problems(page)).toEqual([])
  await list.getByRole('button', { name: second.name }).focus()
  await page.keyboard.press('ArrowDown')
  expect(await list.locator('[aria-current="true"]').evaluate((row) => row === document.activeElement)).toBe(
    true,
  )
  await sheet.getByRole('button', { name: 'Apply 3 changes' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await saved(page)
  const tree = page.getByRole('tree', { name: 'Codebook' })
  await tree.getByRole('treeitem', { name: 'Brought along', exact: true }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  await tree.getByRole('treeitem', { name: 'Their name', exact: true }).click()
  await page.getByRole('textbox', { name: 'Definition' }).filter({ hasText: 'My words' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await tree.getByRole('treeitem', { name: 'Brought along', exact: true }).waitFor({ state: 'detached' })
  await saved(page)
  const redo = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Redo' })
  await redo.waitFor()
  await page.getByRole('link', { name: 'Loam', exact: true }).click()
  await page.getByRole('button', { name: 'New project' }).waitFor()
  expect(await redo.count()).toBe(0)
  expect(at.errors).toEqual([])
})

test('a version of the codebook is kept, compared with what came after, brought back from, and exported', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  await goTo(page, 'Codebook')
  await more(page, 'Versions…')
  const versions = page.getByRole('dialog', { name: 'Versions of the codebook' })
  await versions.getByText('No version has been kept yet.').waitFor()
  await versions.getByRole('textbox', { name: 'Name of the version' }).fill('First pass')
  await versions.getByRole('textbox', { name: 'Note' }).fill('Before the team met')
  await versions.getByRole('button', { name: 'Keep this version' }).click()
  const list = versions.getByRole('list', { name: 'Versions' })
  await list.getByText(/Before the team met/).waitFor()
  expect(await problems(page)).toEqual([])
  await versions.getByRole('button', { name: 'Close' }).click()
  const item = page
    .getByRole('tree', { name: 'Codebook' })
    .getByRole('treeitem', { name: 'Inner work', exact: true })
  await item.click()
  await page.getByRole('textbox', { name: 'Definition' }).fill('Other words')
  await page.getByRole('textbox', { name: 'Not when' }).focus()
  await saved(page)
  await more(page, 'Versions…')
  await page.getByRole('button', { name: 'Compare First pass with now' }).click()
  const beside = page.getByRole('dialog', { name: 'First pass beside the codebook now' })
  await beside.getByRole('status', { name: 'Comparison' }).filter({ hasText: '1 changed since' }).waitFor()
  expect(await problems(page)).toEqual([])
  await beside.getByRole('checkbox', { name: /Bring back the definition/ }).check({ force: true })
  await beside.getByRole('button', { name: 'Bring back 1 change' }).click()
  await beside.waitFor({ state: 'hidden' })
  await saved(page)
  const definition = page.getByRole('textbox', { name: 'Definition' })
  await expect.poll(() => definition.inputValue()).not.toBe('Other words')
  await more(page, 'Versions…')
  await page.getByRole('button', { name: 'Export First pass…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Export First pass' })
  const { name, bytes } = await savedFile(page, () =>
    sheet.getByRole('button', { name: 'Export codebook' }).click(),
  )
  expect(name).toMatch(/codebook First pass\.docx$/)
  expect(bytes.length).toBeGreaterThan(5000)
  expect(at.errors).toEqual([])
})

interface Book {
  readonly codes: readonly {
    readonly id: string
    readonly name: string
    readonly codable?: boolean
    readonly definition?: string
  }[]
}

async function more(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'More for the codebook' }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

async function exported(page: Page, kind: string) {
  await more(page, 'Export codebook…')
  const sheet: Locator = page.getByRole('dialog', { name: 'Export codebook' })
  await pick(page, sheet, /As/, kind)
  return savedFile(page, () => sheet.getByRole('button', { name: 'Export codebook' }).click())
}
