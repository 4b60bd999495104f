import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { problems } from '../support/axe.ts'
import { bringIn, choose, preview } from '../support/bring-in.ts'
import { type Desk, goTo, newProject, openSample, saved, sitDown } from '../support/journey.ts'
import { openSource, transcript } from '../support/reading.ts'
import { screens } from '../support/screens.ts'
import { toneWav } from '../support/tone-wav.ts'

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
    expect(await problems(page), room).toEqual([])
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

test('what is known about a source or a participant takes the keyboard, and Escape gives it back', async () => {
  at = await quiet()
  const { page } = at
  await openSample(page)
  await goTo(page, 'Sources')
  for (const [room, button, name] of [
    ['Sources', 'About Interview 02 - Bram', 'Interview 02 - Bram'],
    ['Participants', 'Ilse', 'Ilse'],
  ] as const) {
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(`^${room}`) })
      .click()
    const way = page.getByRole('button', { name: button, exact: true })
    await way.press('Enter')
    const panel = page.getByRole('complementary', { name })
    await panel.waitFor()
    expect(await panel.evaluate((element) => element.contains(document.activeElement)), name).toBe(true)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    expect(await way.evaluate((element) => element === document.activeElement), name).toBe(true)
  }
  expect(at.errors).toEqual([])
})

test('files to look at before they come in are all told, whatever they are', async () => {
  at = await quiet()
  const { page } = at
  await newProject(page, 'Listening')
  await choose(page, 'Import files…', [{ name: 'well.txt', bytes: conversation }])
  await bringIn(page)
  await choose(page, 'Import files…', [
    { name: 'better well.txt', bytes: conversation.replace('at the well', 'at the old well') },
    {
      name: 'answers.csv',
      bytes: 'Region,What helped you most of all?\nDelta,The long walks at night\nCoast,\n',
    },
    { name: 'well.wav', bytes: toneWav(2) },
    { name: 'nothing.txt', bytes: '' },
  ])
  const sheet = await preview(page)
  const files = sheet.getByRole('list', { name: 'Files' })
  await files.getByRole('button').first().focus()
  for (const file of ['better well.txt', 'answers.csv', 'well.wav', 'nothing.txt']) {
    await sheet.getByRole('region', { name: file }).waitFor()
    expect(await problems(page), file).toEqual([])
    const here = files.locator('[aria-current="true"]')
    expect(await here.evaluate((row) => row === document.activeElement), file).toBe(true)
    await page.keyboard.press('ArrowDown')
  }
  expect(at.errors).toEqual([])
})

test('original, recording and translation at once leave nothing without a name or too faint, in every theme', async () => {
  at = await quiet()
  const { page } = at
  await newProject(page, 'Listening')
  await choose(page, 'Import files…', [{ name: 'well.txt', bytes: conversation }])
  await bringIn(page)
  await openSource(page, 'well')
  await page.getByRole('button', { name: 'Passage', exact: true }).click()
  const menu = page.getByRole('menu', { name: 'Passage' })
  await menu.getByRole('group', { name: 'The source' }).waitFor()
  expect(await problems(page), 'Passage').toEqual([])
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    menu.getByRole('menuitem', { name: 'Link a recording…' }).click(),
  ])
  await chooser.setFiles({ name: 'well.wav', mimeType: '', buffer: Buffer.from(toneWav(30)) })
  await page.getByRole('region', { name: 'Recording' }).getByText('0:00 of 0:30').waitFor()
  await page.getByRole('button', { name: 'Passage', exact: true }).click()
  await menu.getByRole('menuitem', { name: 'Add a translation…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Add a translation to well' })
  await choose(page, 'Choose a file…', [{ name: 'well French.txt', bytes: conversation }])
  await sheet.getByText(/turns paired/).waitFor()
  expect(await problems(page), 'Add a translation').toEqual([])
  await sheet.getByRole('textbox', { name: 'Translator' }).fill('R. Okafor')
  await sheet.getByRole('button', { name: 'Add translation' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Translation', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Beside the text' }).click()
  await transcript(page).press('i')
  await page.getByRole('status', { name: 'Place in the original' }).waitFor()
  expect(await problems(page), 'all at once').toEqual([])
  for (const theme of ['Dark', 'Paper']) {
    await page.getByRole('button', { name: 'Theme' }).click()
    await page.getByRole('menuitemradio', { name: theme }).click()
    await page.locator(`html[data-theme="${theme.toLowerCase()}"]`).waitFor()
    expect(await problems(page, ['color-contrast']), theme).toEqual([])
  }
  await transcript(page).press('b')
  await seeSheet(page, 'Correct the words')
  expect(at.errors).toEqual([])
})

const conversation = `Interviewer: How did it begin?

Ana: We met at the well. Nobody wrote it down, and so it could grow in its own time and way.

Interviewer: And what happened then?

Bo: Then the water came. We dug the second well together, all of us, with the old tools.

Interviewer: What stood in the way?

Ana: Time, mostly. And a form that we could not fill in.
`

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
  await page.waitForFunction(
    (element) => element?.contains(document.activeElement),
    await sheet.elementHandle(),
  )
  expect(await problems(page), name).toEqual([])
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement !== document.body), `focus after ${name}`).toBe(
    true,
  )
}

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
