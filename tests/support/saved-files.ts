import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { codingsOf, type Project } from '../../shared/model/project.ts'

/** What a press saves as a file: its name and its bytes. */
export async function savedFile(
  page: Page,
  press: () => Promise<void>,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

/** The project as its file holds it, saved by a press on "Save as a file…". */
export async function savedProject(page: Page, press?: () => Promise<void>): Promise<Archive> {
  const save = page.getByRole('button', { name: 'Save as a file…' })
  const { bytes } = await savedFile(page, press ?? (() => save.click()))
  const reading = readProjectFile(bytes)
  if (!reading.ok) throw new Error(reading.problem)
  return reading.archive
}

/** One coding in words: whose text, what it is on and with which code, by whom, and what was said about it. */
export interface ToldCoding {
  readonly source: string
  readonly quote: string
  readonly code: string
  readonly coder: string
  readonly said: string
}

/** Every coding of a saved project in words, in one order. */
export function toldCodings({ project, contents }: Archive): readonly ToldCoding[] {
  const { source: sources, code: codes, coder: coders } = project.tables
  return [...sources.values()]
    .flatMap((source) => codingsOf(project, source.id).map((coding) => ({ source, coding })))
    .map(({ source, coding }) => ({
      source: source.name,
      quote: contents.get(coding.content)?.text.slice(coding.start, coding.end) ?? '',
      code: codes.get(coding.code)?.name ?? '',
      coder: coders.get(coding.coder)?.initials ?? '',
      said: [coding.layer, coding.stance, coding.origin, coding.star ? 'star' : '', coding.note].join(' '),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** Memos of a saved project: title, text and kind, in one order. */
export function toldMemos(project: Project): readonly string[] {
  return [...project.tables.memo.values()].map(({ title, text, kind }) => `${kind} ${title}: ${text}`).sort()
}
