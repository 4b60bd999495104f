import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { problems } from '../support/axe.ts'
import { type Desk, goTo, openSample, saved, sitDown } from '../support/journey.ts'
import { codebook, el, guid, passage, project, qdpx, text } from '../support/refi-fixture.ts'
import { savedFile } from '../support/saved-files.ts'

let at: Desk | undefined

afterEach(async () => {
  expect(at?.errors ?? []).toEqual([])
  await at?.leave()
  at = undefined
})

/** A project of another tool in which not everything has a place here. */
function foreign(): Buffer {
  const interview = el(
    'TextSource',
    { guid: guid('s'), name: 'Talk with Noor' },
    text('PlainTextContent', 'We had no money\nand nobody asked the elders'),
    passage(7, 15, ['Funding']),
    passage(9, 9, ['Funding']),
  )
  const picture = el('PictureSource', { guid: guid('pic'), name: 'The field', path: 'internal://f.png' })
  const links = el('Links', {}, el('Link', { guid: guid('l'), originGUID: guid('x'), targetGUID: guid('y') }))
  const users = el('Users', {}, el('User', { guid: guid('ann'), name: 'Ann Bee' }))
  return Buffer.from(
    qdpx(project('MAXQDA 24', [users, codebook('Funding'), el('Sources', {}, interview, picture), links])),
  )
}

async function openForeign(page: Page) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a file…' }).click(),
  ])
  await chooser.setFiles({ name: 'river.qdpx', mimeType: 'application/zip', buffer: foreign() })
  const receipt = page.getByRole('dialog', { name: 'What comes in from river.qdpx' })
  await receipt.waitFor()
  return receipt
}

async function databases(page: Page): Promise<readonly string[]> {
  const names: unknown = await page.evaluate(
    'indexedDB.databases().then((all) => all.map((each) => each.name).filter((name) => name.includes("project-")))',
  )
  return Array.isArray(names) ? names.map(String) : []
}

test('another tool’s file shows its receipt first; left it leaves nothing, brought in it keeps the receipt', async () => {
  at = await sitDown()
  const { page } = at
  const first = await openForeign(page)
  const row = (what: string) => first.getByRole('row').filter({ hasText: what })
  expect(await row('Coded segments').textContent()).toContain('21 of 21: they cover no text')
  expect(await row('Documents').textContent()).toContain('1 of 2')
  expect(await row('Links').textContent()).toContain('0 of 1')
  expect(await first.getByText('Written by MAXQDA 24').count()).toBe(1)
  expect(await problems(page)).toEqual([])
  const { name, bytes } = await savedFile(page, () =>
    first.getByRole('button', { name: 'Save as text…' }).click(),
  )
  expect(name).toBe('Receipt of river.txt')
  expect(new TextDecoder().decode(bytes)).toContain('Coded segments: 1 of 2 (1: they cover no text)')
  await first.getByRole('button', { name: 'Leave it' }).click()
  await first.waitFor({ state: 'detached' })
  expect(await databases(page)).toEqual([])

  const second = await openForeign(page)
  await second.getByRole('button', { name: 'Bring it in' }).focus()
  await page.keyboard.press('Enter')
  await saved(page)
  await page.getByRole('button', { name: 'Read the receipt' }).click()
  await page.getByText('Coded segments: 1 of 2').first().waitFor()
  await goTo(page, 'History')
  await page.getByText('Keep the receipt of river.qdpx').first().waitFor()

  await page.getByRole('link', { name: 'Loam', exact: true }).click()
  const third = await openForeign(page)
  await third.getByRole('button', { name: 'Bring it in' }).click()
  const known = page.getByRole('dialog', { name: 'This project is already here' })
  await known.getByRole('button', { name: 'Keep both' }).click()
  await page.getByRole('button', { name: 'Read the receipt' }).waitFor()
  expect(await databases(page)).toHaveLength(2)
})

test('what other tools do not get is listed before a file for them is written', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('menuitem', { name: 'Export for other tools…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export for other tools' })
  await dialog.getByText('Not in the file', { exact: true }).waitFor()
  await dialog.getByText(/Changes in the history: \d+/).waitFor()
  expect(await problems(page)).toEqual([])
  const { name, bytes } = await savedFile(page, () =>
    dialog.getByRole('button', { name: 'Export', exact: true }).click(),
  )
  expect(name).toMatch(/for other tools\.qdpx$/)
  const reading = readProjectFile(bytes)
  if (!reading.ok) throw new Error(reading.problem)
  expect(reading.archive.project.tables.report.size).toBe(0)
  expect(reading.archive.project.codings.size).toBeGreaterThan(0)
  await dialog.waitFor({ state: 'detached' })
})

test('a shared copy leaves out history and files unless they are asked for', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  const share = async () => {
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('menuitem', { name: 'Share a copy…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Share a copy' })
    await dialog.getByText(/It holds \d+ sources/).waitFor()
    return dialog
  }
  const write = async (dialog: Awaited<ReturnType<typeof share>>) => {
    const { bytes } = await savedFile(page, () =>
      dialog.getByRole('button', { name: 'Write the copy' }).click(),
    )
    await dialog.waitFor({ state: 'detached' })
    const reading = readProjectFile(bytes)
    if (!reading.ok) throw new Error(reading.problem)
    return reading.archive
  }
  const bare = await share()
  expect(await problems(page)).toEqual([])
  const copy = await write(bare)
  expect([copy.changes.length, copy.originals.size]).toEqual([1, 0])
  expect(copy.project.codings.size).toBeGreaterThan(0)
  const asked = await share()
  const history = asked.getByRole('checkbox', { name: /With the history/ })
  if (await history.isEnabled()) {
    await history.check({ force: true })
    expect((await write(asked)).changes.length).toBeGreaterThan(1)
  } else expect(await asked.getByText('holds the words of those who withdrew').count()).toBe(1)
})
