import { deepEqual, equal, match } from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'

/** What a person does in the real desktop; `folder` is the journey's own and is gone afterwards. */
export type Journey = (desktop: ElectronApplication, page: Page, folder: string) => Promise<void>

/** The journeys that only the real Electron can show: its window, its dialogs, its refusals. */
export const desktopJourneys: readonly (readonly [sentence: string, journey: Journey])[] = [
  ['the window opens at its own address with the bridge and nothing of Node', opensIsolated],
  ['nothing on the network can be reached from the window', reachesNothing],
  ['a file is saved where the person chooses, written again and read again', savesAndReads],
  ['what the window shows is printed to a PDF file', prints],
  ['the sample project opens and is saved', opensSample],
]

async function opensIsolated(_desktop: ElectronApplication, page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Loam' }).waitFor()
  equal(new URL(page.url()).href.split('#')[0], 'app://loam/')
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(window.loamDesktop ?? {}).toSorted(),
    node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in window),
    secure: window.isSecureContext,
  }))
  deepEqual(seen, {
    bridge: [
      'backupFolder',
      'chooseBackupFolder',
      'chooseRecording',
      'closeRecording',
      'deleteBackup',
      'keepsBackups',
      'kind',
      'listBackups',
      'listFiles',
      'onRequest',
      'openFiles',
      'openRecording',
      'printToPdf',
      'readAgain',
      'readBackup',
      'readListed',
      'saveAgain',
      'saveAs',
      'setTitle',
      'showBackupFolder',
      'writeBackup',
    ],
    node: [],
    secure: true,
  })
}

async function reachesNothing(_desktop: ElectronApplication, page: Page): Promise<void> {
  const reached = await page.evaluate(async () => {
    const refused = () => 'refused'
    const fetched = await fetch('http://127.0.0.1:9/').then(() => 'reached', refused)
    const opened = window.open('https://example.org/') === null ? 'refused' : 'reached'
    location.href = 'https://example.org/'
    return [fetched, opened]
  })
  deepEqual(reached, ['refused', 'refused'])
  match(page.url(), /^app:\/\/loam\//)
}

async function savesAndReads(desktop: ElectronApplication, page: Page, folder: string): Promise<void> {
  const path = join(folder, 'Ardal.qdpx')
  await choosing(desktop, path)
  const read = await page.evaluate(async () => {
    const side = window.loamDesktop
    const bytes = new TextEncoder().encode('first')
    const saved = await side?.saveAs({
      suggestedName: 'Ardal.qdpx',
      title: 'Save',
      bytes,
      mediaType: 'application/zip',
    })
    const handle = saved?.ok ? (saved.handle ?? '') : ''
    await side?.saveAgain(handle, new TextEncoder().encode('second'))
    return new TextDecoder().decode((await side?.readAgain(handle))?.bytes)
  })
  equal(read, 'second')
  equal(await readFile(path, 'utf8'), 'second')
  deepEqual(
    (await readdir(folder)).filter((name) => name.endsWith('.saving')),
    [],
  )
  await writeFile(join(folder, 'P01.txt'), 'Noor: hello')
  await choosing(desktop, join(folder, 'P01.txt'))
  const opened = await page.evaluate(async () => {
    const files = await window.loamDesktop?.openFiles({ title: 'Import', endings: ['txt'], several: true })
    return files?.map((file) => [file.name, new TextDecoder().decode(file.bytes), file.handle])
  })
  deepEqual(opened, [['P01.txt', 'Noor: hello', null]])
}

async function prints(desktop: ElectronApplication, page: Page, folder: string): Promise<void> {
  await choosing(desktop, join(folder, 'Report.pdf'))
  deepEqual(await page.evaluate(() => window.loamDesktop?.printToPdf('Report')), { ok: true })
  equal((await readFile(join(folder, 'Report.pdf'))).subarray(0, 5).toString(), '%PDF-')
}

async function opensSample(_desktop: ElectronApplication, page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await page.getByRole('status', { name: 'Save state' }).getByText('Saved', { exact: true }).waitFor()
}

/** Lets the system's dialogs answer with one path, as if the person had chosen it. */
function choosing(desktop: ElectronApplication, path: string): Promise<void> {
  return desktop.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
}
