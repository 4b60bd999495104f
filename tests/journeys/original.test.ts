import type { Locator, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { bringIn, choose, type GivenFile, pick, preview } from '../support/bring-in.ts'
import { type Desk, goTo, newProject, saved, sitDown } from '../support/journey.ts'
import { column, pdf } from '../support/pdf-fixture.ts'
import { openSource, transcript } from '../support/reading.ts'
import { savedFile, savedProject } from '../support/saved-files.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

const turns = Array.from({ length: 2000 }, (_, i) =>
  i % 2 === 0
    ? `Interviewer: What came after step ${i + 1}?`
    : `Ana: Step ${i + 1} came, and nobody wrote it down.`,
)
const conversation = `${turns.join('\r\n\r\n')}\r\n`

test('a passage is shown at its line of the file, follows the caret, and lets go of it when told to', async () => {
  const page = await projectWith([{ name: 'well.txt', bytes: conversation }])
  await openSource(page, 'well')
  await goToWords(page, 3)
  await page.keyboard.press('i')
  const line = await whereOf(page)
  expect(line).toBe(7)
  await here(page)
    .getByText(/^Ana: Step 4 came/)
    .waitFor()
  expect(await transcript(page).evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await original(page).locator('.cm-line').count()).toBeLessThan(300)

  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowUp')
  await place(page).filter({ hasText: 'Line 3,999' }).waitFor()
  await here(page)
    .getByText(/^Ana: Step 2000 came/)
    .waitFor()

  await original(page).getByRole('checkbox', { name: 'Follow the text' }).press('Space')
  await transcript(page).press('Control+Home')
  await transcript(page).press('ArrowDown')
  await page.getByText(/^Word \d of /).waitFor()
  expect(await place(page).textContent()).toBe('Line 3,999')
  await original(page).getByRole('checkbox', { name: 'Follow the text' }).press('Space')
  await place(page)
    .filter({ hasText: /^Line [135]$/ })
    .waitFor()
  expect(at?.errors).toEqual([])
})

test('keys lead into the original and out of it; it can be made wider', async () => {
  const page = await projectWith([{ name: 'well.txt', bytes: conversation }])
  await openSource(page, 'well')
  await transcript(page).press('i')
  await place(page).waitFor()
  await page.keyboard.press('i')
  const tab = page.getByRole('tab', { name: 'In the file' })
  expect(await tab.evaluate((element) => element === document.activeElement)).toBe(true)
  for (let steps = 0; steps < 3; steps++) await page.keyboard.press('Shift+Tab')
  const edge = page.getByRole('separator', { name: 'Width of the original' })
  expect(await edge.evaluate((element) => element === document.activeElement)).toBe(true)
  const before = await widthOf(original(page))
  await page.keyboard.press('ArrowLeft')
  expect(await widthOf(original(page))).toBeGreaterThan(before)
  await page.keyboard.press('Escape')
  await original(page).waitFor({ state: 'hidden' })
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Transcript')

  await page.getByRole('button', { name: 'Passage', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Show in the original' }).click()
  await original(page).getByRole('button', { name: 'Close the original' }).click()
  await original(page).waitFor({ state: 'hidden' })

  await page.setViewportSize({ width: 900, height: 700 })
  await transcript(page).press('i')
  await place(page).waitFor()
  expect(await transcript(page).isVisible()).toBe(false)
  await page.keyboard.press('Escape')
  await transcript(page).waitFor()
  expect(at?.errors).toEqual([])
})

test('of a PDF the page is drawn, with the passage marked on it and its words as text', async () => {
  const page = await projectWith([{ name: 'form.pdf', bytes: threePages }])
  await openSource(page, 'form')
  await goToText(page, 'Then the water came')
  await page.keyboard.press('i')
  await original(page).getByText('page 2 of 3').waitFor()
  expect(await place(page).textContent()).toBe('On page 2')
  const drawn = await paintedOf(page, 'Page 2 of 3')
  expect(drawn.dark).toBeGreaterThan(200)
  expect(drawn.inBox).toBeGreaterThan(20)
  expect(drawn.sharpness).toBeGreaterThanOrEqual(1)
  await original(page).getByText('Text of page 2').click()
  await original(page).getByText('Then the water came').waitFor()

  await original(page).getByRole('button', { name: 'Next page' }).press('Enter')
  await original(page).getByText('page 3 of 3').waitFor()
  const japanese = await paintedOf(page, 'Page 3 of 3')
  expect(japanese.dark).toBeGreaterThan(50)
  expect(japanese.inBox).toBe(0)
  expect(await original(page).getByRole('button', { name: 'Next page' }).isDisabled()).toBe(true)

  await goToText(page, 'How did it begin')
  await original(page).getByText('page 1 of 3').waitFor()
  await original(page).getByRole('button', { name: 'Larger' }).click()
  const scrolls = await original(page)
    .getByRole('region', { name: 'Page of the original' })
    .evaluate((element) => element.scrollWidth > element.clientWidth)
  expect(scrolls).toBe(true)
  expect(at?.errors).toEqual([])
})

test('of a table the row is shown under its headings, between its neighbours', async () => {
  const rows = [
    'Speaker,Text',
    'Interviewer,How did it begin?',
    'Ana,"We met, at the well."',
    'Bo,Then it grew.',
  ]
  const page = await projectWith([{ name: 'turns.csv', bytes: rows.join('\n') }])
  await openSource(page, 'turns')
  await goToText(page, 'We met, at the well')
  await page.keyboard.press('i')
  await place(page).filter({ hasText: 'Cell B3' }).waitFor()
  const table = original(page).getByRole('table')
  await table.getByRole('columnheader', { name: 'B Text' }).waitFor()
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '3' }) })
  expect(await row.getByRole('cell').allTextContents()).toEqual(['Ana', 'We met, at the well.'])
  expect(await table.locator('[data-here]').allTextContents()).toEqual(['We met, at the well.'])
  await table.getByRole('cell', { name: 'Then it grew.' }).waitFor()
  expect(at?.errors).toEqual([])
})

test('what was left out can be looked at later, and the file saved as it came', async () => {
  const notes = Array.from({ length: 60 }, (_, i) => `NOTE remark ${i + 1}\n\n`).join('')
  const captions = `WEBVTT\n\n${notes}00:01.000 --> 00:04.000\n<v Ana>We met at the well.</v>\n`
  const page = await projectWith([{ name: 'well.vtt', bytes: captions }])
  await goTo(page, 'Sources')
  await page.getByRole('button', { name: 'About well' }).click()
  const details = page.getByRole('complementary', { name: 'well' })
  const copy = await savedFile(page, () => details.getByRole('button', { name: 'Save a copy…' }).click())
  expect(copy.name).toBe('well.vtt')
  expect(new TextDecoder().decode(copy.bytes)).toBe(captions)

  await details.getByRole('link', { name: 'Open the original' }).click()
  await original(page).getByRole('tab', { name: 'What was left out' }).click()
  const loss = original(page).getByRole('region', { name: 'Left out, repaired or doubtful' })
  await loss.getByText('60 lines of notes (NOTE)').click()
  await loss.getByText('remark 60').waitFor()
  expect(at?.errors).toEqual([])
})

test('letters chosen by hand are kept: the original is read in them again', async () => {
  at = await sitDown()
  const { page } = at
  const bytes = Uint8Array.from(
    'Ana: Gr\u0081\u00e1e aus K\u0094ln, sagte sie, und dann ging sie.\n',
    (sign) => sign.charCodeAt(0),
  )
  await newProject(page, 'Letters')
  await choose(page, 'Import files…', [{ name: 'koeln.txt', bytes }])
  const sheet = await preview(page)
  await sheet.getByRole('button', { name: 'Do some look wrong?' }).click()
  const other = sheet.getByRole('button', { name: /^Read as / }).first()
  const encoding = ((await other.textContent()) ?? '').replace('Read as ', '')
  await other.click()
  await sheet.getByText(`Letters read as ${encoding}`).waitFor()
  await bringIn(page)
  const { project, contents } = await savedProject(page)
  const [source] = project.tables.source.values()
  expect(source?.original?.encoding).toBe(encoding)
  const text = (source && contents.get(source.content)?.text) ?? ''
  await openSource(page, 'koeln')
  await transcript(page).press('i')
  await here(page)
    .getByText(text.trim().split('\n').at(0) ?? 'nothing')
    .waitFor()
  expect(at.errors).toEqual([])
})

test('where words were withdrawn, the original is shown only when somebody asks for it', async () => {
  const page = await projectWith([{ name: 'well.txt', bytes: conversation }])
  await openSource(page, 'well')
  await goToWords(page, 3)
  await page.getByRole('button', { name: 'Passage', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Restrict use…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Restrict the use of this passage' })
  await pick(page, sheet, /This passage$/, 'Withdrawn')
  await sheet.getByRole('button', { name: 'Restrict', exact: true }).click()
  await saved(page)
  await transcript(page).press('i')
  await original(page)
    .getByText(/A passage of this source was withdrawn/)
    .waitFor()
  expect(await original(page).getByText('nobody wrote it down').count()).toBe(0)
  await original(page).getByRole('button', { name: 'Show it all the same' }).click()
  await here(page)
    .getByText(/Step 4 came/)
    .waitFor()
  expect(at?.errors).toEqual([])
})

const threePages = pdf({
  pages: [
    { words: column(['Interviewer: How did it begin?', '', 'Ana: We met at the well.']) },
    { words: column(['Bo: Then the water came. We dug the', 'second well together.'], { y: 300 }) },
    { words: [{ at: [72, 90], text: '水は来た。', font: 'japanese', size: 24 }] },
  ],
})

async function projectWith(files: readonly GivenFile[]): Promise<Page> {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'Originals')
  await choose(page, 'Import files…', files)
  await bringIn(page)
  return page
}

function original(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Original' })
}

function place(page: Page): Locator {
  return original(page).getByRole('status', { name: 'Place in the original' })
}

/** The lines of the file that are marked. */
function here(page: Page): Locator {
  return original(page).locator('.cm-line.here')
}

/** The line the panel says the passage stands in. */
async function whereOf(page: Page): Promise<number> {
  await place(page).filter({ hasText: /Line/ }).waitFor()
  return Number(/^Line ([\d,]+)$/.exec((await place(page).textContent()) ?? '')?.[1]?.replaceAll(',', ''))
}

/** Puts the caret into the nth turn with words, counted from 0. */
async function goToWords(page: Page, turn: number): Promise<void> {
  await transcript(page).press('Control+Home')
  const lines = transcript(page)
    .locator('.cm-line')
    .filter({ hasText: /Step|step/ })
  await lines.nth(turn).click()
}

async function goToText(page: Page, words: string): Promise<void> {
  await transcript(page).locator('.cm-line').filter({ hasText: words }).first().click()
}

function widthOf(element: Locator): Promise<number> {
  return element.evaluate((node) => node.getBoundingClientRect().width)
}

interface Painted {
  /** Dark pixels on the page, and those inside the marked box. */
  readonly dark: number
  readonly inBox: number
  /** Pixels of the drawing for each pixel of the screen. */
  readonly sharpness: number
}

/** What is drawn of a page, once it is. */
async function paintedOf(page: Page, name: string): Promise<Painted> {
  const sheet = original(page).getByRole('img', { name, exact: true })
  await sheet.locator('canvas').waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  return sheet.evaluate((element) => {
    const canvas = element.querySelector('canvas')
    const { data, width, height } =
      canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? new ImageData(1, 1)
    const sheetBox = element.parentElement?.getBoundingClientRect() ?? new DOMRect()
    const boxes = [...(element.parentElement?.children ?? [])]
      .filter((each) => each !== element)
      .map((each) => each.getBoundingClientRect())
    const scale = width / sheetBox.width
    let [dark, inBox] = [0, 0]
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if ((data[(y * width + x) * 4] ?? 255) > 120) continue
        dark++
        const [left, top] = [x / scale + sheetBox.left, y / scale + sheetBox.top]
        if (boxes.some((b) => left > b.left && left < b.right && top > b.top && top < b.bottom)) inBox++
      }
    }
    return { dark, inBox, sharpness: scale / devicePixelRatio }
  })
}
