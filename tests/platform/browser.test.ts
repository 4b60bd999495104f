import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { STYLE_NONCE } from '../../electron/content-policy.ts'
import { type ServedLoam, serveLoam } from '../../electron/static-server.ts'
import type { Desktop, FileHandle, OpenedFile, Outcome, SavedFile } from '../../shared/bridge.ts'
import { chromiumPath, launch } from '../support/chromium.ts'

declare global {
  interface Window {
    platform: {
      readonly desktop: () => Desktop
      readonly styleNonce: () => string
      readonly newId: () => string
      readonly sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>
      readonly askForPersistentStorage: () => Promise<object>
      readonly droppedFiles: (
        dropped: DataTransfer,
        endings: readonly string[],
      ) => Promise<readonly { readonly name: string; readonly read: () => Promise<OpenedFile> }[]>
    }
    result: unknown
  }
}

const root = resolve(import.meta.dirname, '../..')
let browser: Browser
let served: ServedLoam

// The files of the browser's side, built alone and served as Loam is: the real policy, a real browser.
beforeAll(async () => {
  if (chromiumPath() === null) return
  const folder = join(root, 'node_modules/.cache/loam/platform')
  await mkdir(folder, { recursive: true })
  const names = ['desktop', 'style-nonce', 'making', 'persistent-storage', 'dropped-files']
  const exports = names.map(
    (name) => `export * from ${JSON.stringify(join(root, `renderer/platform/${name}.ts`))}`,
  )
  await writeFile(join(folder, 'all.ts'), exports.join('\n'))
  const start = "import * as platform from './all.ts'\nwindow.platform = platform"
  await writeFile(join(folder, 'start.ts'), start)
  const meta = `<meta property="csp-nonce" nonce="${STYLE_NONCE}">`
  const script = '<script type="module" src="./start.ts"></script>'
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><title>Loam</title>${meta}${script}<input id="drop" type="file">`,
  )
  await build({
    root: folder,
    logLevel: 'silent',
    configFile: false,
    build: { outDir: join(folder, 'built'), emptyOutDir: true },
  })
  const serving = await serveLoam(join(folder, 'built'), 0)
  if (!serving.ok) throw new Error(serving.problem)
  served = serving
  browser = await launch()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const inBrowser = test.skipIf(chromiumPath() === null)

/** A page with the browser's side. `pickers` gives it a picker of the test's own, which writes to the
    browser's private files, and hides that a program drives it. */
async function open(pickers = false): Promise<Page> {
  const context = await browser.newContext({ acceptDownloads: true })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  if (pickers) await page.addInitScript(givePicker)
  await page.goto(served.address)
  await page.waitForFunction(() => window.platform !== undefined)
  return page
}

function givePicker(): void {
  Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })
  Object.defineProperty(window, 'showSaveFilePicker', {
    value: async ({ suggestedName }: { suggestedName: string }) => {
      if (suggestedName.startsWith('cancel')) throw new DOMException('', 'AbortError')
      if (suggestedName.startsWith('late')) throw new DOMException('', 'SecurityError')
      const folder = await navigator.storage.getDirectory()
      return folder.getFileHandle(suggestedName, { create: true })
    },
  })
}

function save(page: Page, suggestedName: string, text: string): Promise<SavedFile | null | { ok: false }> {
  return page.evaluate(
    ([name, words]) =>
      window.platform.desktop().saveAs({
        suggestedName: name,
        title: 'Save',
        bytes: new TextEncoder().encode(words),
        mediaType: 'application/zip',
      }),
    [suggestedName, text] as const,
  )
}

async function chosenWith(page: Page, wanted: object, choose: (input: Page) => Promise<void>) {
  const chosen = page.evaluate(async (given) => {
    const files = await window.platform
      .desktop()
      .openFiles({ title: 'Import', endings: [], several: true, ...given })
    return files.map((file) => [file.name, new TextDecoder().decode(file.bytes), file.handle])
  }, wanted)
  await choose(page)
  return chosen
}

inBrowser(
  'the browser’s side is chosen where there is no Electron, and Electron’s where there is',
  async () => {
    const page = await open()
    expect(await page.evaluate(() => window.platform.desktop().kind)).toBe('browser')
    await page.evaluate(() => Object.defineProperty(window, 'loamDesktop', { value: { kind: 'electron' } }))
    expect(await page.evaluate(() => window.platform.desktop().kind)).toBe('electron')
  },
)

inBrowser('files are chosen through a file input that leaves nothing behind', async () => {
  const page = await open()
  const choosing = page.waitForEvent('filechooser')
  const chosen = await chosenWith(page, { endings: ['txt', 'docx'] }, async () => {
    const chooser = await choosing
    expect(chooser.isMultiple()).toBe(true)
    expect(await chooser.element().getAttribute('accept')).toBe('.txt,.docx')
    await chooser.setFiles([
      { name: 'P01.txt', mimeType: 'text/plain', buffer: Buffer.from('Noor: hello') },
      { name: 'P02.txt', mimeType: 'text/plain', buffer: Buffer.from('Ilse: hello') },
    ])
  })
  expect(chosen).toEqual([
    ['P01.txt', 'Noor: hello', null],
    ['P02.txt', 'Ilse: hello', null],
  ])
  expect(await page.locator('input:not(#drop)').count()).toBe(0)
})

inBrowser('cancelling the file input opens nothing', async () => {
  const page = await open()
  const choosing = page.waitForEvent('filechooser')
  const chosen = await chosenWith(page, {}, async () => {
    await (await choosing).element().evaluate((input) => input.dispatchEvent(new Event('cancel')))
  })
  expect(chosen).toEqual([])
})

inBrowser('a chosen folder gives the files with a wanted ending, without hidden ones', async () => {
  const page = await open()
  const folder = join(root, 'node_modules/.cache/loam/platform/folder')
  await mkdir(join(folder, 'group'), { recursive: true })
  for (const name of ['a.txt', 'b.png', '.c.txt', 'group/d.TXT']) await writeFile(join(folder, name), name)
  const choosing = page.waitForEvent('filechooser')
  const chosen = await chosenWith(page, { endings: ['txt'], folder: true }, async () =>
    (await choosing).setFiles(folder),
  )
  expect(chosen.map(([name]) => name).toSorted()).toEqual(['a.txt', 'd.TXT'])
})

inBrowser('without a picker a file is downloaded and has no handle', async () => {
  const page = await open()
  const downloading = page.waitForEvent('download')
  const saved = await save(page, 'Ardal.qdpx', 'project')
  expect(saved).toEqual({ ok: true, name: 'Ardal.qdpx', handle: null })
  const download = await downloading
  expect(download.suggestedFilename()).toBe('Ardal.qdpx')
  const stream = await download.createReadStream()
  expect(Buffer.concat(await stream.toArray()).toString()).toBe('project')
})

inBrowser('a file saved through the picker is written and read again after the page loads anew', async () => {
  const page = await open(true)
  const saved = await save(page, 'Ardal.qdpx', 'first and longer')
  expect(saved).toMatchObject({
    ok: true,
    name: 'Ardal.qdpx',
    handle: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  const handle: FileHandle | null = saved?.ok ? saved.handle : null
  await page.reload()
  await page.waitForFunction(() => window.platform !== undefined)
  const again = await page.evaluate(async (kept) => {
    const side = window.platform.desktop()
    const written: Outcome = await side.saveAgain(kept ?? '', new TextEncoder().encode('second'))
    const file = await side.readAgain(kept ?? '')
    return { written, name: file?.name, handle: file?.handle, text: new TextDecoder().decode(file?.bytes) }
  }, handle)
  expect(again).toEqual({ written: { ok: true }, name: 'Ardal.qdpx', handle, text: 'second' })
})

inBrowser('cancelling the picker saves nothing; a picker that may not open becomes a download', async () => {
  const page = await open(true)
  expect(await save(page, 'cancel.qdpx', 'x')).toBeNull()
  const downloading = page.waitForEvent('download')
  expect(await save(page, 'late.qdpx', 'x')).toMatchObject({ ok: true, handle: null })
  expect((await downloading).suggestedFilename()).toBe('late.qdpx')
})

inBrowser('a handle this browser does not know says what to do, and reads as none', async () => {
  const page = await open()
  const answers = await page.evaluate(async () => {
    const side = window.platform.desktop()
    return [await side.saveAgain('unknown', new Uint8Array()), await side.readAgain('unknown')]
  })
  expect(answers).toEqual([{ ok: false, problem: expect.stringContaining('save it as a new file') }, null])
})

inBrowser('a place gone since is said, with the file’s name', async () => {
  const page = await open(true)
  const saved = await save(page, 'Ardal.qdpx', 'x')
  const outcome = await page.evaluate(
    async (kept) => {
      FileSystemFileHandle.prototype.createWritable = () =>
        Promise.reject(new DOMException('', 'QuotaExceededError'))
      return window.platform.desktop().saveAgain(kept ?? '', new Uint8Array(1))
    },
    saved?.ok ? saved.handle : null,
  )
  expect(outcome).toEqual({
    ok: false,
    problem: expect.stringMatching(/^“Ardal.qdpx” was not saved: the disk is full/),
  })
})

inBrowser('dropped files are read, those with a wanted ending', async () => {
  const page = await open()
  const names = await page.evaluate(async () => {
    const dropped = new DataTransfer()
    for (const name of ['a.txt', 'b.png', 'c.TXT']) dropped.items.add(new File([name], name))
    const files = await window.platform.droppedFiles(dropped, ['txt'])
    const read = await Promise.all(files.map((file) => file.read()))
    return read.map((file) => [file.name, new TextDecoder().decode(file.bytes)])
  })
  expect(names).toEqual([
    ['a.txt', 'a.txt'],
    ['c.TXT', 'c.TXT'],
  ])
})

inBrowser('a dropped folder gives the files in it and in its folders', async () => {
  const page = await open()
  const folder = join(root, 'node_modules/.cache/loam/platform/dropped')
  await mkdir(join(folder, 'group'), { recursive: true })
  for (const name of ['b.txt', 'a.txt', '.hidden.txt', 'group/c.txt'])
    await writeFile(join(folder, name), name)
  await page.evaluate(() => {
    document.addEventListener('dragover', (event) => event.preventDefault())
    document.addEventListener('drop', (event) => {
      event.preventDefault()
      if (event.dataTransfer === null) return
      void window.platform.droppedFiles(event.dataTransfer, []).then((files) => {
        window.result = files.map((file) => file.name)
      })
    })
  })
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [folder], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data })
  }
  await page.waitForFunction(() => window.result !== undefined)
  expect(await page.evaluate(() => window.result)).toEqual(['a.txt', 'b.txt', 'c.txt'])
})

inBrowser('leaving the page asks to write what is not yet written, until nobody listens', async () => {
  const page = await open()
  const heard = await page.evaluate(() => {
    const kinds: string[] = []
    const end = window.platform.desktop().onRequest((request) => void kinds.push(request.kind))
    window.dispatchEvent(new Event('pagehide'))
    end()
    window.dispatchEvent(new Event('pagehide'))
    return kinds
  })
  expect(heard).toEqual(['flush'])
})

inBrowser('printing suggests the report’s name and gives the page its title back', async () => {
  const page = await open()
  const titles = await page.evaluate(async () => {
    const seen: string[] = []
    window.print = () => void seen.push(document.title)
    window.platform.desktop().setTitle('Ardal inquiry', true)
    seen.push(document.title)
    await window.platform.desktop().printToPdf('Findings.pdf')
    return [...seen, document.title]
  })
  expect(titles).toEqual(['• Ardal inquiry – Loam', 'Findings', '• Ardal inquiry – Loam'])
})

inBrowser('hashes, identities and the style nonce are what the model and the policy expect', async () => {
  const page = await open()
  const [hash, id, other, nonce] = await page.evaluate(async () => [
    await window.platform.sha256(new TextEncoder().encode('abc')),
    window.platform.newId(),
    window.platform.newId(),
    window.platform.styleNonce(),
  ])
  expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(other).not.toBe(id)
  expect(nonce).toBe(STYLE_NONCE)
})
