import type { Page } from 'playwright-core'
import { goTo, saved } from './journey.ts'

/** Opens a source in the reader, from wherever one is. */
export async function openSource(page: Page, name: string): Promise<void> {
  await goTo(page, 'Sources')
  await page.getByRole('link', { name }).first().click()
  await transcript(page).waitFor()
}

/** The transcript, as assistive technology finds it. */
export function transcript(page: Page) {
  return page.getByRole('textbox', { name: 'Transcript' })
}

/** Selects words by keyboard in the next uncoded turn: three words, after the given number of words. */
export async function selectWords(page: Page, after: number): Promise<void> {
  await transcript(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('n')
  for (let i = 0; i < after; i++) await page.keyboard.press('Control+ArrowRight')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+Shift+ArrowRight')
}

/** Codes what is selected, or the turn at the caret, through the palette. */
export async function codePassage(page: Page, code: string): Promise<void> {
  await transcript(page).focus()
  await page.keyboard.press('Enter')
  const palette = page.getByRole('dialog', { name: 'Code this passage' })
  await palette.getByRole('combobox', { name: 'Code' }).fill(code)
  await page.keyboard.press('Enter')
  await palette.waitFor({ state: 'hidden' })
}

/** How many codings the open source has, as its head says. */
export async function codingsInSource(page: Page): Promise<number> {
  const head = page.getByText(/\d[\d,]* codings?\b/).first()
  await head.waitFor()
  const found = /([\d,]+) codings?/.exec((await head.textContent()) ?? '')
  if (!found) throw new Error('The head of the reader does not say how many codings there are')
  return Number((found[1] ?? '').replace(',', ''))
}

/** Codes the whole of the next turn without a code that says something, in so many letters at least, through the
    palette, and waits until that is durable. */
export async function codeNextTurn(page: Page, code: string, letters = 1): Promise<void> {
  await transcript(page).focus()
  for (let passed = 0; passed < 40; passed++) {
    await page.keyboard.press('n')
    if ((await selectedWords(page)).length >= letters) {
      await codePassage(page, code)
      await saved(page)
      return
    }
  }
  throw new Error(`No turn without a code has ${letters} letters`)
}

/** The words that are selected. */
export function selectedWords(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString() ?? '')
}
