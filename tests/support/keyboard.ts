import type { Locator, Page } from 'playwright-core'
import { saved } from './journey.ts'

/** Presses Tab (or Shift+Tab) until the keyboard is on what is named. Throws, naming where it was last, when
    so many presses do not reach it: then a person without a mouse would not either. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.first().waitFor()
  for (let presses = 0; presses < 120; presses++) {
    if (await hasFocus(target.first())) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not reach ${target}: the keyboard is on ${await focused(page)}`)
}

/** Goes to a button or link by keyboard and presses Enter on it. */
export async function pressByKey(page: Page, target: Locator, key?: 'Shift+Tab'): Promise<void> {
  await tabTo(page, target, key)
  await page.keyboard.press('Enter')
}

/** Presses an arrow key until the keyboard is on what is named, as in a tree or a list. */
export async function arrowTo(page: Page, target: Locator, key = 'ArrowDown'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await hasFocus(target.first())) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not reach ${target}: the keyboard is on ${await focused(page)}`)
}

/** Goes to a room of the workbench by keyboard. */
export async function goByKey(page: Page, room: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Workbench' }).getByRole('link', { name: room })
  await pressByKey(page, link)
}

/** True when the keyboard is on the element itself. */
function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement)
}

/** Takes changes back by Ctrl+Z until Undo offers the given one; gives what each was called, the last first. */
export async function undoUntil(page: Page, offered: string): Promise<readonly string[]> {
  const taken: string[] = []
  const undo = page.getByRole('button', { name: /^Undo/ }).first()
  while ((await undo.getAttribute('aria-label')) !== offered) {
    if (taken.length === 60) throw new Error(`Sixty undos do not lead back to “${offered}”`)
    taken.push(await pressAndHear(page, 'Control+z', 'Undone: '))
  }
  return taken
}

/** Does again by Ctrl+Shift+Z what was undone, so many times; gives what each was called. */
export async function redo(page: Page, times: number): Promise<readonly string[]> {
  const done: string[] = []
  while (done.length < times) done.push(await pressAndHear(page, 'Control+Shift+z', 'Done again: '))
  return done
}

/** Presses keys, waits for the sentence that they bring and for everything to be durable; gives what follows its
    beginning. */
async function pressAndHear(page: Page, keys: string, beginning: string): Promise<string> {
  const messages = page.getByRole('region', { name: 'Messages' })
  await messages.evaluate((region) => {
    for (const message of region.children) message.setAttribute('data-heard', '')
  })
  await page.keyboard.press(keys)
  const words = messages.locator(':scope > :not([data-heard])').locator('span').first()
  await words.waitFor()
  const said = (await words.textContent()) ?? ''
  if (!said.startsWith(beginning)) throw new Error(`“${said}” was said where “${beginning}…” was expected`)
  await saved(page)
  return said.slice(beginning.length)
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160) ?? 'nothing')
}
