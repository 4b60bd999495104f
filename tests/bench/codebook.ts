import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Code } from '../../shared/model/entities.ts'
import { inOrder, inquiryOf } from '../../shared/model/project.ts'
import { saved } from '../support/journey.ts'
import { transcript } from '../support/reading.ts'
import { bigArchive } from './big-archive.ts'
import { openBenchDesk } from './desk.ts'
import { type Figure, figureOf } from './measure.ts'
import type { Watch } from './watch-window.ts'

declare const watch: Watch

const runs = 7

/** What a person waits for with a codebook of 700 codes in three levels, used 4,000 times in 40 interviews. */
export async function codebookFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'loam-bench-'))
  const archive = inThreeLevels(bigArchive({ sources: 40, words: 2000, codings: 100, codes: 700 }))
  const file = join(folder, 'codes.qdpx')
  writeFileSync(file, writeProjectFile(archive, { at: 1_750_000_000_000 }))
  const desk = await openBenchDesk()
  const { page } = desk
  try {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Open a file…' }).click()
    await (await chooser).setFiles(file)
    await page.locator('main a[href*="/sources/"]').first().waitFor({ timeout: 120_000 })
    await saved(page)
    return [
      ...(await opening(page, archive)),
      ...(await renaming(page, archive)),
      ...(await folding(page)),
      ...(await finding(page)),
      ...(await reading(page, archive)),
    ]
  } finally {
    await desk.leave()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Ten codes at the top, nine below each, and the rest below those. */
function inThreeLevels(archive: Archive): Archive {
  const codes = inOrder(archive.project.tables.code)
  const placed = codes.map((code, i): Code => {
    const parent = i < 10 ? undefined : i < 100 ? codes[i % 10] : codes[10 + (i % 90)]
    return parent ? { ...code, parent: parent.id } : code
  })
  const tables = { ...archive.project.tables, code: new Map(placed.map((code) => [code.id, code])) }
  // The file's changes would tell of codes without parents.
  return { ...archive, project: { ...archive.project, tables }, changes: [] }
}

const row = '[role="tree"][aria-label="Codebook"] [role="treeitem"]'

async function opening(page: Page, { project }: Archive): Promise<Figure[]> {
  const id = inquiryOf(project).id
  const painted: number[] = []
  const longest: number[] = []
  for (let i = 0; i <= runs; i++) {
    await goToHash(page, `#/p/${id}/memos`)
    await page.locator(row).first().waitFor({ state: 'detached' })
    await settled(page)
    painted.push(
      await page.evaluate(([hash, selector]) => watch.until(() => (location.hash = hash), selector), [
        `#/p/${id}/codebook`,
        row,
      ] as const),
    )
    longest.push(await settled(page))
  }
  // The first one also loads the codebook's own code.
  return [
    figureOf('the codebook of 700 codes, painted', 200, painted.slice(1)),
    figureOf('  longest task', 50, longest.slice(1)),
  ]
}

/** Renames a code by its field, and takes that back and does it again by keyboard. */
async function renaming(page: Page, { project }: Archive): Promise<Figure[]> {
  const [code] = inOrder(project.tables.code)
  if (!code) throw new Error('There are no codes')
  await goToHash(page, `#/p/${inquiryOf(project).id}/codebook/${code.id}`)
  const tree = page.getByRole('tree', { name: 'Codebook' })
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await name.waitFor()
  const longest = { renamed: [] as number[], undone: [] as number[], redone: [] as number[] }
  const processor: number[] = []
  const workOf = await startWorkClock(page)
  for (let i = 0; i <= runs; i++) {
    await name.fill(`Other ${i}`)
    await settled(page)
    const before = await workOf()
    await name.press('Tab')
    await page.waitForTimeout(700)
    processor.push((await workOf()) - before)
    await tree.getByRole('treeitem', { name: `Other ${i}`, exact: true }).waitFor()
    longest.renamed.push(await settled(page))
    await tree.getByRole('treeitem', { name: `Other ${i}`, exact: true }).click()
    for (const [kind, keys, shown] of [
      ['undone', 'Control+z', code.name],
      ['redone', 'Control+Shift+z', `Other ${i}`],
    ] as const) {
      await settled(page)
      await page.keyboard.press(keys)
      await tree.getByRole('treeitem', { name: shown, exact: true }).waitFor()
      longest[kind].push(await settled(page))
    }
    await page.keyboard.press('Control+z')
    await tree.getByRole('treeitem', { name: code.name, exact: true }).waitFor()
    await settled(page)
  }
  return [
    figureOf('renaming one of 700 codes: longest task', 50, longest.renamed.slice(1)),
    figureOf('  the window’s processor time, saving and counting included', null, processor.slice(1)),
    figureOf('  taking it back: longest task', 50, longest.undone.slice(1)),
    figureOf('  and again: longest task', 50, longest.redone.slice(1)),
  ]
}

/** Tells the processor time of the window's tasks so far, in milliseconds: what others take of the machine is not in
    it. */
async function startWorkClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find((each) => each.name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
}

/** Closes and opens the first branch, and walks down the rows. */
async function folding(page: Page): Promise<Figure[]> {
  const first = page.locator(row).first()
  const folded: number[] = []
  const walked: number[] = []
  for (let i = 0; i < runs; i++) {
    for (const keys of ['ArrowLeft', 'ArrowRight']) {
      await first.focus()
      await settled(page)
      await page.keyboard.press(keys)
      folded.push(await settled(page))
    }
    for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowDown')
    walked.push(await settled(page))
    await page.keyboard.press('Home')
  }
  return [
    figureOf('closing or opening a branch of it: longest task', 50, folded),
    figureOf('walking down ten codes, each chosen: longest task', 50, walked),
  ]
}

async function finding(page: Page): Promise<Figure[]> {
  const field = page.getByRole('textbox', { name: 'Find a code' })
  const longest: number[] = []
  for (let i = 0; i < runs; i++) {
    await settled(page)
    await field.pressSequentially('code 7', { delay: 60 })
    await field.fill('')
    longest.push(await settled(page))
  }
  return [figureOf('finding a code by its name: longest task', 50, longest)]
}

/** Codes words by the palette and by keyboard with the codebook beside. */
async function reading(page: Page, { project }: Archive): Promise<Figure[]> {
  const source = inOrder(project.tables.source)[3]
  if (!source) throw new Error('There are no sources')
  const id = inquiryOf(project).id
  const opened: number[] = []
  for (let i = 0; i <= runs; i++) {
    await goToHash(page, `#/p/${id}/sources`)
    await page.locator('main a[href*="/sources/"]').first().waitFor()
    await settled(page)
    await goToHash(page, `#/p/${id}/sources/${source.id}`)
    await page.locator(row).first().waitFor()
    opened.push(await settled(page))
  }
  const typed: number[] = []
  const shown: number[] = []
  const applied: number[] = []
  for (let i = 0; i <= runs; i++) {
    await transcript(page).focus()
    for (let word = 0; word < 3; word++) await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Control+Shift+ArrowRight')
    await settled(page)
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Code' }).waitFor()
    shown.push(await settled(page))
    await page.keyboard.type('code 1', { delay: 60 })
    typed.push(await settled(page))
    await page.keyboard.press('Enter')
    await saved(page)
    applied.push(await settled(page))
  }
  return [
    figureOf('opening a transcript with that codebook beside it: longest task', 50, opened.slice(1)),
    figureOf('the palette over it: longest task', 50, shown.slice(1)),
    figureOf('  typing in it: longest task', 50, typed.slice(1)),
    figureOf('  applying a code, and counting again: longest task', 50, applied.slice(1)),
  ]
}

/** The longest task up to now, once the window has had time to come to rest. */
async function settled(page: Page): Promise<number> {
  await page.waitForTimeout(700)
  return page.evaluate(() => watch.longestTask())
}

async function goToHash(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}
