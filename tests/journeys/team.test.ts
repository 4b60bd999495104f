import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { inquiryOf } from '../../shared/model/project.ts'
import { choose } from '../support/bring-in.ts'
import { type Desk, goTo, openSample, saved, sitDown } from '../support/journey.ts'
import { codePassage, openSource, selectWords, transcript } from '../support/reading.ts'
import { savedFile, savedProject, toldCodings } from '../support/saved-files.ts'

const desks: Desk[] = []

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.leave()
})

async function sit(): Promise<Desk> {
  const desk = await sitDown()
  desks.push(desk)
  return desk
}

test('sources are assigned and handed out blind, coded elsewhere, proposed, brought home and decided', async () => {
  const home = await sit()
  const { page } = home
  await openSample(page)
  await leadHere(page)
  await goTo(page, 'Team')
  await page.getByRole('button', { name: 'Add a coder…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Ruth Okafor')
  await page.getByRole('button', { name: 'Add coder', exact: true }).click()
  for (const name of ['Interview 01 - Nadia', 'Interview 02 - Bram'])
    await page.getByRole('checkbox', { name: `Choose ${name}` }).check()
  await page.getByRole('button', { name: 'Assign 2 sources…' }).click()
  const assign = page.getByRole('dialog', { name: 'Who codes these 2 sources?' })
  await assign.getByRole('checkbox', { name: 'Ruth Okafor' }).check({ force: true })
  await assign.getByRole('button', { name: 'Assign', exact: true }).click()
  await page
    .getByRole('row', { name: /Ruth Okafor/ })
    .getByText('0 of 2 done')
    .waitFor()
  await saved(page)
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await page.getByRole('button', { name: 'Hand out…' }).click()
  const save = page.getByRole('button', { name: 'Save 1 packet…' })
  const packet = await savedFile(page, () => save.click())
  expect(packet.name).toBe('Slow water for RO.qdpx')

  const away = await sit()
  const coded = await codeAway(away.page, packet)
  expect(toldCodings(coded)).toHaveLength(1)
  expect(coded.project.tables.coder.size).toBe(2)
  expect(inquiryOf(coded.project).packet?.blind).toBe(true)
  const back = await savedFile(away.page, () =>
    away.page.getByRole('button', { name: /Save as a file…|Save file|File up to date/ }).click(),
  )

  const before = await savedProject(page)
  await page.getByRole('link', { name: 'Merging' }).click()
  await choose(page, 'Choose a copy…', [back])
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await saved(page)
  await page.getByRole('link', { name: 'Overview' }).click()
  await page
    .getByRole('row', { name: /Ruth Okafor/ })
    .getByText('1 of 2 done')
    .waitFor()
  await page.getByRole('link', { name: 'Proposals' }).click()
  const proposal = page.getByRole('article', { name: 'Proposal of Late money' })
  await proposal.getByRole('button', { name: 'Accept' }).click()
  await page.getByRole('region', { name: 'Decided proposals' }).getByText('Accepted').waitFor()
  await saved(page)
  const after = await savedProject(page, () =>
    page.getByRole('button', { name: /Save as a file…|Save file|File up to date/ }).click(),
  )
  expect(toldCodings(after)).toEqual(expect.arrayContaining([...toldCodings(before), ...toldCodings(coded)]))
  expect(toldCodings(after)).toHaveLength(toldCodings(before).length + 2)
  expect(toldCodings(after)).toContainEqual(expect.objectContaining({ code: 'Late money', coder: 'RO' }))
  expect(inquiryOf(after.project).packet).toBeUndefined()
  expect([home.errors, away.errors]).toEqual([[], []])
})

test('blind mode hides others’ codings and every count, and can be left at home', async () => {
  const { page, errors } = await sit()
  await openSample(page)
  await goTo(page, 'Codebook')
  await page
    .getByText(/passages/)
    .first()
    .waitFor()
  await goTo(page, 'Team')
  await page.getByRole('checkbox', { name: 'Code blind in this window' }).check({ force: true })
  await page.getByText('Numbers of codings are hidden in blind mode.').waitFor()
  await page.getByRole('contentinfo').getByText('Blind').waitFor()
  await goTo(page, 'Codebook')
  await page.getByRole('treeitem').first().waitFor()
  expect(await page.getByText(/\d passages?/).count()).toBe(0)
  await goTo(page, 'Findings')
  await page.getByRole('heading', { name: 'Findings are hidden in blind mode' }).waitFor()
  await page.getByRole('button', { name: 'Leave blind mode' }).click()
  await page.getByRole('region', { name: 'Report' }).waitFor()
  expect(errors).toEqual([])
})

/** Whoever codes in this window decides about codes. */
async function leadHere(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name: 'Slow water' }).click()
  const coder = await page.getByRole('button', { name: /Who codes in this window/ }).textContent()
  await page.getByRole('button', { name: /Who decides about codes/ }).click()
  await page.getByRole('option', { name: (coder ?? '').replace('▾', '').trim() }).click()
  await saved(page)
}

/** Opens the packet as Ruth, sees no counts and nobody else's codings, codes once and proposes a code. */
async function codeAway(page: Page, packet: { readonly name: string; readonly bytes: Uint8Array }) {
  await choose(page, 'Open a file…', [packet])
  await saved(page)
  await page.getByRole('contentinfo').getByText('Coder: RO').waitFor()
  await page.getByRole('contentinfo').getByText('Blind').waitFor()
  await goTo(page, 'Codebook')
  await page.getByRole('treeitem').first().waitFor()
  expect(await page.getByText(/\d passages?/).count()).toBe(0)
  await openSource(page, 'Interview 01 - Nadia')
  expect(await page.getByRole('button', { name: /Whose codings/ }).count()).toBe(0)
  expect(await page.getByText(/\d codings?/).count()).toBe(0)
  await selectWords(page, 3)
  await codePassage(page, 'Does not fit')
  await saved(page)
  await selectWords(page, 9)
  await transcript(page).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Code' }).fill('Late money')
  await page.getByRole('option', { name: 'Propose code “Late money”…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Propose a code' })
  await dialog.getByRole('textbox', { name: 'Definition' }).fill('It comes after it was needed')
  await dialog.getByRole('button', { name: 'Propose' }).click()
  await page.getByText(/^Proposed\./).waitFor()
  await page.getByRole('checkbox', { name: 'Done coding this' }).check({ force: true })
  await saved(page)
  return savedProject(page)
}
