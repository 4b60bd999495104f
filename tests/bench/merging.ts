import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { update } from '../../shared/change/edit.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { makingAt } from '../change/merge/begun-inquiry.ts'
import { choose } from '../support/bring-in.ts'
import { toTeam } from '../support/copies.ts'
import { saved } from '../support/journey.ts'
import { bigArchive } from './big-archive.ts'
import { openBenchDesk } from './desk.ts'
import { type Figure, figureOf } from './measure.ts'
import { traceTasks } from './trace-tasks.ts'
import type { Watch } from './watch-window.ts'

declare const watch: Watch

const contested = 600

/** What a person waits for who decides 600 notes that two copies wrote differently. */
export async function mergingFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'loam-bench-'))
  const base = bigArchive({ sources: 40, words: 2000, codings: 100, codes: 60 })
  const [mine, theirs] = ['mine', 'theirs'].map((desk) => {
    const file = join(folder, `${desk}.qdpx`)
    writeFileSync(file, writeProjectFile(noted(base, desk), { at: 1_750_000_000_000 }))
    return file
  })
  const desk = await openBenchDesk()
  const { page } = desk
  try {
    await choose(page, 'Open a file…', [mine ?? ''])
    await page.locator('main a[href*="/sources/"]').first().waitFor({ timeout: 120_000 })
    await saved(page)
    await toTeam(page, 'Merging')
    return await deciding(page, theirs ?? '')
  } finally {
    await desk.leave()
    rmSync(folder, { recursive: true, force: true })
  }
}

function noted(base: Archive, desk: string): Archive {
  const all = [...base.project.codings.values()].flat().slice(0, contested)
  const edits = all.flatMap((coding, i) =>
    update('coding', coding, { note: `What ${desk} said of it: ${'the river rose again, '.repeat(6)} ${i}` }),
  )
  return { ...base, ...recordGesture({ label: 'Note', edits }, base, makingAt(desk)) }
}

async function deciding(page: Page, theirs: string): Promise<Figure[]> {
  const figures: Figure[] = []
  const phase = async (name: string, act: () => Promise<unknown>) => {
    await page.evaluate(() => watch.longestTask())
    const stop = await traceTasks(page)
    await act()
    await page.waitForTimeout(1000)
    const longest = await page.evaluate(() => watch.longestTask())
    figures.push(
      figureOf(`${name}: longest task`, 50, [longest]),
      figureOf('  the most processor time of one task, whatever else the machine did', 50, [await stop()]),
    )
  }
  const conflicts = page.locator('article:has([role="radiogroup"])')
  await phase(`a copy with ${contested} things to decide compared`, async () => {
    await choose(page, 'Choose a copy…', [theirs])
    await conflicts.first().waitFor({ timeout: 60_000 })
  })
  await phase('scrolled until all are up', async () => {
    await conflicts.first().hover()
    while ((await conflicts.count()) < contested) {
      await page.mouse.wheel(0, 2000)
      await page.waitForTimeout(30)
    }
  })
  await phase('one decided at the end', () =>
    conflicts.last().getByRole('radio', { name: 'Theirs' }).press('Space'),
  )
  await phase('theirs taken for all others', () =>
    page.getByRole('button', { name: /^Take theirs for the other/ }).click(),
  )
  await phase('only undecided, and all again', async () => {
    const only = page.getByRole('checkbox', { name: /Only undecided/ })
    await only.check({ force: true })
    await page.waitForTimeout(1000)
    await only.uncheck({ force: true })
  })
  await phase('mine taken for all', () => page.getByRole('button', { name: 'Take mine for all' }).click())
  return figures
}
