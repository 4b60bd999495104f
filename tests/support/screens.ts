import type { Page } from 'playwright-core'
import { goTo } from './journey.ts'
import { openSource } from './reading.ts'

/** One screen of the sample: what it is called, and how somebody gets there from anywhere on the desk. */
export interface Screen {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
}

/** Every screen of the workbench, each with something on it. */
export const screens: readonly Screen[] = [
  { name: 'Sources', open: toSources },
  {
    name: 'About a source',
    open: async (page) => {
      await toSources(page)
      await page.getByRole('button', { name: 'About Interview 02 - Bram' }).click()
      await page.getByRole('complementary', { name: 'Interview 02 - Bram' }).waitFor()
    },
  },
  {
    name: 'Participants',
    open: async (page) => {
      await toSources(page)
      await page.getByRole('link', { name: 'Participants' }).click()
      await page.getByRole('button', { name: 'Ilse', exact: true }).click()
      await page.getByRole('complementary', { name: 'Ilse' }).waitFor()
    },
  },
  {
    name: 'Interview guide',
    open: async (page) => {
      await toSources(page)
      await page.getByRole('link', { name: 'Interview guide' }).click()
      await page.getByRole('grid').first().waitFor()
    },
  },
  {
    name: 'Reader',
    open: async (page) => {
      await openSource(page, 'Interview 02 - Bram')
      await page.getByRole('tree', { name: 'Codebook' }).getByRole('treeitem').first().waitFor()
      await page.getByRole('textbox', { name: 'Transcript' }).press('Control+Home')
      for (let words = 0; words < 4; words++) await page.keyboard.press('PageDown')
    },
  },
  {
    name: 'Original',
    open: async (page) => {
      await openSource(page, 'Interview 02 - Bram')
      const text = page.getByRole('textbox', { name: 'Transcript' })
      await text.press('Control+Home')
      for (let turns = 0; turns < 3; turns++) await page.keyboard.press('n')
      await page.keyboard.press('i')
      await page
        .getByRole('status', { name: 'Place in the original' })
        .filter({ hasText: /Paragraph/ })
        .waitFor()
    },
  },
  {
    name: 'Codebook',
    open: async (page) => {
      await goTo(page, 'Codebook')
      await page.getByRole('treeitem').first().waitFor()
    },
  },
  {
    name: 'A code',
    open: async (page) => {
      await goTo(page, 'Codebook')
      await page.getByRole('treeitem', { name: 'Inner work', exact: true }).click()
      await page.getByRole('grid', { name: 'Excerpts' }).getByRole('article').first().waitFor()
    },
  },
  {
    name: 'Search',
    open: async (page) => {
      await goTo(page, 'Search')
      await page.getByRole('searchbox', { name: 'Search everything' }).fill('river')
      await page.locator('mark').first().waitFor()
    },
  },
  {
    name: 'Findings',
    open: async (page) => {
      await goTo(page, 'Findings')
      await page.getByRole('region', { name: 'Report' }).getByRole('blockquote').first().waitFor()
      await page.getByRole('complementary', { name: 'Evidence' }).waitFor()
    },
  },
  {
    name: 'Memos',
    open: async (page) => {
      await goTo(page, 'Memos')
      await page.getByRole('grid', { name: 'Memos' }).getByRole('row').first().click()
      await page.getByRole('textbox', { name: 'Title' }).waitFor()
    },
  },
  {
    name: 'Team',
    open: async (page) => {
      await goTo(page, 'Team')
      await page.getByRole('grid', { name: 'Sources and coders' }).waitFor()
    },
  },
  {
    name: 'Proposals',
    open: async (page) => {
      await goTo(page, 'Team')
      await page.getByRole('link', { name: 'Proposals' }).click()
      await page.getByRole('heading', { name: 'Everybody changes the codebook' }).waitFor()
    },
  },
  {
    name: 'History',
    open: async (page) => {
      await goTo(page, 'History')
      await page.getByRole('listbox', { name: 'Changes' }).getByRole('option').first().waitFor()
    },
  },
  {
    name: 'Settings',
    open: async (page) => {
      await page.getByRole('banner').getByRole('link', { name: 'Slow water' }).click()
      await page.getByRole('heading', { name: 'Project settings' }).waitFor()
    },
  },
]

async function toSources(page: Page): Promise<void> {
  await goTo(page, 'Sources')
  await page.getByRole('grid', { name: 'Sources' }).waitFor()
}
