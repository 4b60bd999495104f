import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import type { AnsweringWindow } from './answer-windows.ts'
import { APP_ADDRESS } from './app-protocol.ts'
import type { BackupPlaces } from './backups.ts'
import { bridgeHandlers, type WindowSide } from './bridge-handlers.ts'
import { TELL } from './channels.ts'
import { closeGently } from './close-gently.ts'
import type { RecentFiles } from './recent-files.ts'
import { windowOptions } from './window-options.ts'
import { windowRequests } from './window-requests.ts'
import { keepWindowPlace, placeOnScreens, readWindowPlace } from './window-state.ts'

/** One open window of Loam. */
export interface LoamWindow extends AnsweringWindow {
  /** The id of its web contents. */
  readonly id: number
  /** Loads the page; it is shown once it has something to show. */
  load(): Promise<void>
  /** Brings it to the front. */
  show(): void
}

/** What is to happen around a window's end. */
export interface WindowEnds {
  /** It is gone. */
  readonly closed: (id: number) => void
  /** It has written everything and is closing. */
  readonly written: () => void
}

/** How long closing waits for a window of which nothing is heard, in milliseconds. */
const LONGEST_SILENCE = 5_000

/** How long it waits at most: a folder that answers no more must not keep Loam open. */
const LONGEST_FLUSH = 10 * 60_000

/** Opens a window where the last one stood. */
export async function openWindow(
  recent: RecentFiles,
  recordings: RecentFiles,
  backups: BackupPlaces,
  ends: WindowEnds,
): Promise<LoamWindow> {
  const window = await makeWindow()
  const contents = window.webContents
  const { id } = contents
  const requests = windowRequests((message) => {
    if (!contents.isDestroyed()) contents.send(TELL.request, message)
  })
  const flush = async () => {
    await Promise.all([requests.flush(LONGEST_SILENCE, LONGEST_FLUSH), keepPlace(window)])
  }
  closeGently(window, flush, ends.written)
  window.once('closed', () => ends.closed(id))
  window.once('ready-to-show', () => window.show())
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) requests.reloading()
  })
  contents.on('render-process-gone', (_event, { reason }) => {
    requests.reloading()
    if (reason !== 'clean-exit') void offerAgain(window)
  })
  // The window's title is told by the page through the bridge, not by its title element.
  window.on('page-title-updated', (event) => event.preventDefault())
  return {
    id,
    requests,
    handlers: bridgeHandlers(systemSide(window), recent, recordings, backups),
    load: () => window.loadURL(APP_ADDRESS),
    show: () => raise(window),
    setTitle: (title, unsaved) => setTitle(window, title, unsaved),
  }
}

async function makeWindow(): Promise<BrowserWindow> {
  const kept = await readWindowPlace(placeFile())
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id)
  const root = app.getAppPath()
  const window = new BrowserWindow(
    windowOptions({
      preload: join(root, 'out', 'preload', 'preload.cjs'),
      dark: nativeTheme.shouldUseDarkColors,
      developing: !app.isPackaged,
      place: placeOnScreens(
        kept,
        [main, ...others].map((display) => display.workArea),
      ),
      ...(process.platform === 'linux' ? { icon: join(root, 'build', 'icon.png') } : {}),
    }),
  )
  if (kept?.maximised) window.maximize()
  return window
}

function placeFile(): string {
  return join(app.getPath('userData'), 'window.json')
}

function keepPlace(window: BrowserWindow): Promise<void> {
  return keepWindowPlace(placeFile(), { ...window.getNormalBounds(), maximised: window.isMaximized() })
}

async function offerAgain(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Loam’s window stopped working.',
    detail: 'Everything that was shown as saved is kept.',
    buttons: ['Open it again', 'Close it'],
  })
  if (response === 0) window.reload()
  else window.destroy()
}

function systemSide(window: BrowserWindow): WindowSide {
  return {
    async chooseFiles({ title, kind, filters }) {
      const properties = {
        file: ['openFile' as const],
        files: ['openFile' as const, 'multiSelections' as const],
        folder: ['openDirectory' as const],
      }[kind]
      const options = { title, properties, filters: filters.map(mutable) }
      return (await dialog.showOpenDialog(window, options)).filePaths
    },
    async choosePlace({ title, suggestedName, filters }) {
      const options = { title, defaultPath: suggestedName, filters: filters.map(mutable) }
      const { canceled, filePath } = await dialog.showSaveDialog(window, options)
      return canceled || filePath === '' ? null : filePath
    },
    print: () =>
      window.webContents.printToPDF({
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
  }
}

function mutable({ name, extensions }: { readonly name: string; readonly extensions: readonly string[] }) {
  return { name, extensions: [...extensions] }
}

function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function setTitle(window: BrowserWindow, title: string, unsaved: boolean): void {
  const mac = process.platform === 'darwin'
  window.setDocumentEdited(unsaved)
  // macOS marks an unsaved window itself, and names the application beside its menus.
  window.setTitle(mac ? title : `${unsaved ? '• ' : ''}${title} – Loam`)
}
