import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, Menu, protocol, session, shell } from 'electron'
import { answerRecording } from './answer-recording.ts'
import { answerWindows } from './answer-windows.ts'
import { APP_SCHEME, APP_SCHEME_PRIVILEGES, answerFromBuilt } from './app-protocol.ts'
import { type BackupPlaces, openBackupPlaces } from './backups.ts'
import { projectFilesIn } from './file-association.ts'
import { menuTemplate } from './menu.ts'
import { guardNavigation } from './navigation-guard.ts'
import { guardNetwork, QUIET_SWITCHES } from './network-guard.ts'
import { type LoamWindow, openWindow } from './open-window.ts'
import { guardPermissions } from './permissions.ts'
import { readChosenFile } from './read-files.ts'
import { openRecentFiles, type RecentFiles } from './recent-files.ts'

/** An inquiry of a thousand interviews has as many recordings. */
const MOST_RECORDINGS = 2_000

const windows = new Map<number, LoamWindow>()
const filesBeforeReady: string[] = []
let recent: RecentFiles | null = null
let recordings: RecentFiles | null = null
let backups: BackupPlaces | null = null
let quitting = false

protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES])
for (const [name, value] of QUIET_SWITCHES) app.commandLine.appendSwitch(name, value)
app.enableSandbox()

// A second Loam on the same projects hands its files to the first and ends.
if (app.requestSingleInstanceLock()) begin()
else app.quit()

function begin(): void {
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void handOver([path])
  })
  app.on('second-instance', (_event, commandLine, folder) => {
    inFront()?.show()
    void handOver(projectFilesIn(commandLine, folder))
  })
  app.on('before-quit', () => {
    quitting = true
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  void app.whenReady().then(ready)
}

async function ready(): Promise<void> {
  guardSession()
  recent = await openRecentFiles(join(app.getPath('userData'), 'recent-files.json'))
  recordings = await openRecentFiles(join(app.getPath('userData'), 'recordings.json'), MOST_RECORDINGS)
  backups = await openBackupPlaces(
    app.getPath('userData'),
    async (folder) => (await shell.openPath(folder)) === '',
  )
  answerWindows(ipcMain, (id) => windows.get(id) ?? null)
  setMenu()
  app.on('activate', () => {
    if (windows.size === 0) void newWindow()
  })
  await newWindow()
  await handOver([...filesBeforeReady, ...projectFilesIn(process.argv, process.cwd())])
}

function guardSession(): void {
  const own = session.defaultSession
  own.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, guardNetwork(!app.isPackaged))
  own.protocol.handle(
    APP_SCHEME,
    answerFromBuilt(join(app.getAppPath(), 'out', 'renderer'), async (handle, request) =>
      recordings ? answerRecording(handle, request, recordings) : new Response(null, { status: 404 }),
    ),
  )
  own.setSpellCheckerEnabled(false)
  own.on('will-download', (event) => event.preventDefault())
  guardPermissions(own)
}

function setMenu(): void {
  const template = menuTemplate({
    mac: process.platform === 'darwin',
    developing: !app.isPackaged,
    command: (command) => inFront()?.requests.send({ kind: 'command', command }),
    newWindow: () => void newWindow(),
    about: () => app.showAboutPanel(),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

async function newWindow(): Promise<LoamWindow | null> {
  if (recent === null || recordings === null || backups === null) return null
  const opened = await openWindow(recent, recordings, backups, {
    closed: (id) => windows.delete(id),
    written: () => {
      if (quitting) app.quit()
    },
  })
  windows.set(opened.id, opened)
  await opened.load()
  return opened
}

async function handOver(paths: readonly string[]): Promise<void> {
  if (recent === null) {
    filesBeforeReady.push(...paths)
    return
  }
  for (const path of paths) {
    const file = await readChosenFile(path, recent)
    const window = inFront() ?? (await newWindow())
    window?.requests.send({ kind: 'open', file })
  }
}

/** The window the person looks at, or the one opened last when none has the focus. */
function inFront(): LoamWindow | null {
  const focused = BrowserWindow.getFocusedWindow()
  return (focused && windows.get(focused.webContents.id)) ?? [...windows.values()].at(-1) ?? null
}
