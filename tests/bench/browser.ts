import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { inOrder, inquiryOf } from '../../shared/model/project.ts'
import { goTo, saved } from '../support/journey.ts'
import { codePassage, transcript } from '../support/reading.ts'
import { bigArchive, fullScale } from './big-archive.ts'
import { type BenchDesk, openBenchDesk } from './desk.ts'
import { type Figure, figureOf } from './measure.ts'
import type { KeyCost, Watch } from './watch-window.ts'

declare const watch: Watch

/** What a person waits for in a real browser with 1,000 interviews and 150,000 codings, and one interview of 20,000
    words with 600. */
export async function browserFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'loam-bench-'))
  const archive = bigArchive({ ...fullScale, long: { words: 20_000, codings: 600 } })
  const file = join(folder, 'big.qdpx')
  writeFileSync(file, writeProjectFile(archive, { at: 1_750_000_000_000 }))
  let desk = await openBenchDesk()
  try {
    const first = await opening(desk.page, file)
    const again: Opening[] = []
    for (let i = 0; i < 3; i++) {
      desk = await desk.reopen()
      again.push(await reopening(desk.page))
    }
    return [
      ...first,
      ...reopened(again),
      ...(await reading(desk, archive)),
      ...(await looking(desk.page, archive)),
    ]
  } finally {
    await desk.leave()
    rmSync(folder, { recursive: true, force: true })
  }
}

const openProject = 'main a[href*="/sources/"]'

/** From choosing the file until its project stands open. */
async function opening(page: Page, file: string): Promise<Figure[]> {
  await page.evaluate(() => watch.longestTask())
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file…' }).click()
  const start = performance.now()
  await (await chooser).setFiles(file)
  await page.locator(openProject).first().waitFor({ timeout: 240_000 })
  const seconds = (performance.now() - start) / 1000
  await saved(page)
  return [
    figureOf('a project file opened for the first time: read, stored, and shown', null, [seconds], 's'),
    figureOf('  longest task of the window meanwhile', 50, [await page.evaluate(() => watch.longestTask())]),
  ]
}

interface Opening {
  readonly usable: number
  readonly longest: number
}

/** From the click under Recent projects until the list of sources is painted, in a fresh browser. */
async function reopening(page: Page): Promise<Opening> {
  await page.getByRole('list', { name: 'Recent projects' }).getByRole('link').first().waitFor()
  await page.evaluate(() => watch.longestTask())
  const usable = await page.evaluate(
    (selector) =>
      watch.until(
        () => document.querySelector<HTMLElement>('[aria-labelledby="recent"] a')?.click(),
        selector,
      ),
    openProject,
  )
  await saved(page)
  return { usable, longest: await page.evaluate(() => watch.longestTask()) }
}

function reopened(openings: readonly Opening[]): Figure[] {
  return [
    figureOf(
      'click in Recent projects until the sources are painted (fresh browser)',
      1000,
      openings.map((each) => each.usable),
    ),
    figureOf(
      '  longest task meanwhile',
      50,
      openings.map((each) => each.longest),
    ),
  ]
}

/** Opens the long interview, codes in it, scrolls through it, and saves the project as a file. */
async function reading({ page }: BenchDesk, { project }: Archive): Promise<Figure[]> {
  const sources = inOrder(project.tables.source)
  const [long, other] = [sources.at(-1), sources[5]]
  const id = inquiryOf(project).id
  if (!long || !other) throw new Error('There are no sources')
  const opened: number[] = []
  const longest: number[] = []
  for (let i = 0; i < 4; i++) {
    await goToHash(page, `#/p/${id}/sources/${other.id}`)
    await transcript(page).waitFor()
    await goTo(page, 'Sources')
    await page.locator(openProject).first().waitFor()
    await page.evaluate(() => watch.longestTask())
    opened.push(await untilPainted(page, `#/p/${id}/sources/${long.id}`, '.cm-line .c'))
    await page.waitForTimeout(500)
    longest.push(await page.evaluate(() => watch.longestTask()))
  }
  // The first one also loads the reader's own code.
  const warm = opened.slice(1)
  return [
    figureOf('a transcript of 20,000 words with 600 codings, painted with its marks', 100, warm),
    figureOf('  the first time, with the reader’s own code to load', null, opened.slice(0, 1)),
    figureOf('  longest task', 50, longest.slice(1)),
    ...(await coding(page)),
    ...(await scrolling(page)),
    ...(await savingAsFile(page)),
  ]
}

/** The same code again and again by keyboard, each time on the next word but one. */
async function coding(page: Page): Promise<Figure[]> {
  await transcript(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await codePassage(page, 'Code 7')
  await saved(page)
  const costs: KeyCost[] = []
  await page.evaluate(() => watch.longestTask())
  for (let i = 0; i < 30; i++) {
    await transcript(page).focus()
    await page.keyboard.press('ArrowRight')
    for (let word = 0; word < 3; word++) await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Control+Shift+ArrowLeft')
    await page.waitForTimeout(40)
    await page.evaluate(() => watch.awaitKey())
    await page.keyboard.press('r')
    costs.push(await page.evaluate(() => watch.keyCost()))
  }
  const durable = costs.flatMap(({ durable }) => (durable === null ? [] : [durable]))
  if (durable.length < costs.length / 2) throw new Error('Pressing R did not code anything')
  return [
    figureOf(
      'one more coding: the window’s work and its frame, 95th percentile',
      16,
      costs.map((each) => each.work),
      'ms',
      0.95,
    ),
    figureOf(
      '  the same, median',
      null,
      costs.map((each) => each.work),
    ),
    figureOf(
      '  from the key until that frame was painted, waiting for the screen included',
      null,
      costs.map((each) => each.painted),
    ),
    figureOf('  durable: from the key until “Saved”', 25, durable),
    figureOf('  longest task meanwhile', 50, [await page.evaluate(() => watch.longestTask())]),
  ]
}

async function scrolling(page: Page): Promise<Figure[]> {
  await transcript(page).focus()
  await page.keyboard.press('Control+Home')
  const late: number[] = []
  const worst: number[] = []
  for (let i = 0; i < 3; i++) {
    const gaps = await page.evaluate(async () => {
      const scroller = document.querySelector('.cm-scroller')
      if (!scroller) throw new Error('There is no transcript')
      const box = [scroller, ...ancestors(scroller)].find(
        (each) => each.scrollHeight > each.clientHeight + 100,
      )
      if (!box) throw new Error('The transcript does not scroll')
      box.scrollTop = 0
      box.setAttribute('data-bench', 'scroller')
      return watch.scroll('[data-bench="scroller"]', 300, 120)

      function ancestors(element: Element): Element[] {
        return element.parentElement ? [element.parentElement, ...ancestors(element.parentElement)] : []
      }
    })
    late.push(gaps.filter((gap) => gap > 20).length)
    worst.push(Math.max(...gaps))
  }
  return [
    figureOf('scrolling it by 300 px a frame: frames later than 20 ms, of 120', 0, late, ''),
    figureOf('  the longest wait for a frame', null, worst),
    figureOf('  longest task meanwhile', 50, [await page.evaluate(() => watch.longestTask())]),
  ]
}

/** Saving runs in workers; here it ends as a download. */
async function savingAsFile(page: Page): Promise<Figure[]> {
  const button = page.getByRole('button', { name: /save.*file|save as/i }).first()
  if ((await button.count()) === 0) return []
  await page.evaluate(() => watch.longestTask())
  const download = page.waitForEvent('download', { timeout: 120_000 })
  const start = performance.now()
  await button.click()
  await download
  return [
    figureOf('the project saved as a file (a download here)', 5, [(performance.now() - start) / 1000], 's'),
    figureOf('  longest task of the window meanwhile', 50, [await page.evaluate(() => watch.longestTask())]),
  ]
}

/** The excerpts of a code with about 2,500 of them. */
async function looking(page: Page, { project }: Archive): Promise<Figure[]> {
  const id = inquiryOf(project).id
  const codes = inOrder(project.tables.code)
  const [some, other] = [codes[14], codes[40]]
  if (!some || !other) throw new Error('There are no codes')
  const count = [...project.codings.values()].flat().filter((coding) => coding.code === some.id).length
  const painted: number[] = []
  const longest: number[] = []
  const shown = (name: string) => `section[aria-label="Excerpts of ${name}"] [role="row"] article`
  for (let i = 0; i < 4; i++) {
    await untilPainted(page, `#/p/${id}/codebook/${other.id}`, shown(other.name))
    await page.waitForTimeout(800)
    await page.evaluate(() => watch.longestTask())
    painted.push(await untilPainted(page, `#/p/${id}/codebook/${some.id}`, shown(some.name)))
    await page.waitForTimeout(800)
    longest.push(await page.evaluate(() => watch.longestTask()))
  }
  return [
    figureOf(`one code’s excerpts painted (${count} of them)`, 100, painted.slice(1)),
    figureOf('  longest task until all are laid out', 50, longest.slice(1)),
  ]
}

async function goToHash(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}

function untilPainted(page: Page, hash: string, selector: string): Promise<number> {
  return page.evaluate(
    ({ to, until }) =>
      watch.until(() => {
        location.hash = to
      }, until),
    { to: hash, until: selector },
  )
}
