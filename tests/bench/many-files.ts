import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { choose } from '../support/bring-in.ts'
import { goTo, newProject, saved, saveState } from '../support/journey.ts'
import { openBenchDesk } from './desk.ts'
import { type Figure, figureOf } from './measure.ts'
import { traceTasks } from './trace-tasks.ts'
import type { Watch } from './watch-window.ts'

declare const watch: Watch

/** A thousand interviews of 8,000 words chosen at once: looked at, brought in as one change, taken back, done again. */
export async function manyFilesFigures(files = 1000, words = 8000): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'loam-bench-files-'))
  const paths = Array.from({ length: files }, (_, i) =>
    join(folder, `Interview ${String(i + 1).padStart(4, '0')}.txt`),
  )
  for (const [i, path] of paths.entries()) writeFileSync(path, interview(i, words))
  const desk = await openBenchDesk()
  const { page } = desk
  page.setDefaultTimeout(600_000)
  try {
    await newProject(page, 'Many interviews')
    await goTo(page, 'Sources')
    const empty = await peakMemory(page)
    const figures: Figure[] = []
    const phase = async (name: string, act: () => Promise<void>) => {
      await page.evaluate(() => watch.longestTask())
      const stop = await traceTasks(page)
      const start = performance.now()
      await act()
      const seconds = (performance.now() - start) / 1000
      const longest = await page.evaluate(() => watch.longestTask())
      figures.push(
        figureOf(name, null, [seconds], 's'),
        figureOf('  longest task meanwhile', 50, [longest]),
        figureOf('  the most processor time of one task, whatever else the machine did', 50, [await stop()]),
        figureOf('  most memory of the window so far', null, [await peakMemory(page)], 'MB'),
      )
    }
    const sheet = page.getByRole('dialog', { name: 'Look before you import' })
    await phase(`${files} interviews of ${words} words chosen, until the first is read`, async () => {
      await choose(page, 'Import files…', paths)
      await sheet.getByRole('list', { name: 'Files' }).getByRole('listitem').first().waitFor()
    })
    await phase('  read, all of them', () =>
      sheet
        .getByRole('status')
        .filter({ hasText: / ticked/ })
        .waitFor(),
    )
    await phase('brought in as one change, durable', async () => {
      await sheet.getByRole('button', { name: /^Import [\d,]+ source/ }).click()
      await sheet.waitFor({ state: 'hidden' })
      await saved(page)
    })
    await phase('undone, durable', () => step(page, 'Control+z'))
    await phase('done again, durable', () => step(page, 'Control+Shift+z'))
    return [...figures, figureOf('memory of the window before all this', null, [empty], 'MB')]
  } finally {
    await desk.leave()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Presses the keys, and waits until the save state has left “Saved” and come back to it. */
async function step(page: Page, keys: string): Promise<void> {
  const changed = page.locator('main a[href*="/sources/"]').first()
  const there = (await changed.count()) > 0
  await page.keyboard.press(keys)
  await changed.waitFor({ state: there ? 'detached' : 'attached' })
  await saveState(page)
    .filter({ hasText: /^Saved$/ })
    .waitFor()
}

/** The most memory that the window's process ever held, in megabytes; NaN where the system does not tell. */
async function peakMemory(page: Page): Promise<number> {
  const browser = page.context().browser()
  const session = await browser?.newBrowserCDPSession()
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
  await session?.detach()
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id))
  return peaks.length > 0 ? Math.max(...peaks) : Number.NaN
}

function peakOf(process: number): number {
  const file = `/proc/${process}/status`
  if (!existsSync(file)) return Number.NaN
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024
}

const vocabulary = (
  'the and of to a in that it was we they not what for on with had but when who grant river money plan visit ' +
  'meeting village teacher council winter answer question together without because before somebody nothing trust ' +
  'numbers report budget listen office journey'
).split(' ')

/** Two voices in turn, forty words each; other words and another name in each file. */
function interview(number: number, words: number): string {
  const random = randomFrom(number + 1)
  const name = `Person ${String(number + 1).padStart(4, '0')}`
  const lines = Array.from({ length: Math.ceil(words / 40) }, (_, i) => {
    const said = Array.from(
      { length: 40 },
      () => vocabulary[Math.floor(random() * vocabulary.length)] ?? 'and',
    )
    return `${i % 2 === 0 ? 'Interviewer' : name}: ${said.join(' ')}${i % 2 === 0 ? '?' : '.'}`
  })
  return `Date: 2025-03-${String((number % 28) + 1).padStart(2, '0')}\n\n${lines.join('\n\n')}\n`
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
