import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { choose, preview } from '../support/bring-in.ts'
import { type Desk, goTo, newProject, openSample, saved, sitDown } from '../support/journey.ts'
import { openSource, transcript } from '../support/reading.ts'
import { screens } from '../support/screens.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

test('every screen of the sample has one main landmark, one first heading, and a name for everything in it', async () => {
  at = await quiet()
  const { page } = at
  const outside = requestsOutside(page)
  await page.reload()
  await page.getByRole('heading', { name: 'Loam', level: 1 }).waitFor()
  expect(await problems(page)).toEqual([])
  await openSample(page)
  for (const { name, open } of screens) {
    await open(page)
    await saved(page)
    expect(await page.getByRole('main').count(), name).toBe(1)
    expect(await page.getByRole('heading', { level: 1 }).count(), `first headings of ${name}`).toBe(1)
    expect(await problems(page), name).toEqual([])
  }
  expect(outside()).toEqual([])
  expect(at.errors).toEqual([])
})

test('a project with nothing in it says on every screen what belongs there and what to do', async () => {
  at = await quiet()
  const { page } = at
  await newProject(page, 'Nothing yet')
  const main = page.getByRole('main')
  for (const [room, title] of emptyRooms) {
    await goTo(page, room)
    await main.getByRole('heading', { name: title }).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).count(), room).toBe(1)
  }
  expect(at.errors).toEqual([])
})

for (const theme of ['Dark', 'Paper']) {
  test(`words stand out enough from what is behind them on every screen of the theme ${theme}`, async () => {
    at = await quiet()
    const { page } = at
    await openSample(page)
    await page.getByRole('button', { name: 'Theme' }).click()
    await page.getByRole('menuitemradio', { name: theme }).click()
    await page.locator(`html[data-theme="${theme.toLowerCase()}"]`).waitFor()
    for (const { name, open } of screens) {
      await open(page)
      expect(await problems(page, ['color-contrast']), name).toEqual([])
    }
    await page.reload()
    await page.locator(`html[data-theme="${theme.toLowerCase()}"]`).waitFor()
    expect(at.errors).toEqual([])
  })
}

test('the sheets that open above the desk are named, take the keyboard and give it back', async () => {
  at = await quiet()
  const { page } = at
  await page.getByRole('button', { name: 'New project' }).click()
  await seeSheet(page, 'New project')
  await openSample(page)
  await choose(page, 'Import files…', [
    { name: 'well.txt', bytes: 'A: One.\n\nB: Two?\n\nA: Three.\n\nB: Four?\n\nA: Five.\n' },
  ])
  await preview(page)
  await seeSheet(page, 'Look before you import')
  await openSource(page, 'Interview 02 - Bram')
  await page.getByRole('button', { name: 'Keys' }).click()
  await seeSheet(page, 'Keys in the transcript')
  await transcript(page).focus()
  await page.keyboard.press('Enter')
  await seeSheet(page, 'Code this passage')
  await goTo(page, 'Findings')
  await page.getByRole('button', { name: 'Export report' }).click()
  await seeSheet(page, 'Export report')
  await page.getByRole('button', { name: 'Report settings' }).click()
  await seeSheet(page, 'Report settings')
  expect(at.errors).toEqual([])
})

const emptyRooms = [
  ['Sources', 'Bring in your first transcripts'],
  ['Codebook', 'No codes yet'],
  ['Search', 'Find what people say'],
  ['Findings', 'No findings yet'],
  ['Memos', 'No memos yet'],
  ['History', 'History'],
] as const

/** A desk where nothing moves, so that colours are looked at when they have arrived. */
async function quiet(): Promise<Desk> {
  const desk = await sitDown()
  await desk.page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  return desk
}

/** The sheet is named and holds the keyboard, nothing in it is wanting, and Escape gives the keyboard back. */
async function seeSheet(page: Page, name: string): Promise<void> {
  const sheet = page.getByRole('dialog', { name })
  await sheet.waitFor()
  expect(await sheet.evaluate((element) => element.contains(document.activeElement)), name).toBe(true)
  expect(await problems(page), name).toEqual([])
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement !== document.body), `focus after ${name}`).toBe(
    true,
  )
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong on the page, each as rule and element. */
async function problems(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const options = {
    runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: standards },
    resultTypes: ['violations'],
    rules: rules ? {} : asideFromRules,
  }
  // The page's policy forbids scripts of others; what a test evaluates is not under it.
  await page.evaluate(axe.source)
  return page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes
      .filter(({ html }) => !(id === 'scrollable-region-focusable' && html.includes('cm-scroller')))
      .map(({ html }) => id + ': ' + html.slice(0, 200))))`)
}

/** In the codebook a row's name is the code's alone; the counts beside it are further facts, not a label to say.
    (The transcript inside `cm-scroller` takes the keyboard, which axe does not see of an editable text.) */
const asideFromRules = { 'label-content-name-mismatch': { enabled: false } }

/** What the page asks for anywhere but at its own address; nothing, ever. */
function requestsOutside(page: Page): () => readonly string[] {
  const home = new URL(page.url()).origin
  const asked: string[] = []
  page.context().on('request', (request) => {
    const own = request.url().startsWith(`${home}/`) || /^(?:blob|data):/.test(request.url())
    if (!own) asked.push(request.url())
  })
  return () => asked
}
