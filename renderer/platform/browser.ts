import type { Desktop, DesktopRequest } from '../../shared/bridge.ts'
import { backupsInBrowser, canChooseFolders } from './browser-backups.ts'
import { chooseRecording, closeRecording, openRecording } from './browser-recordings.ts'
import { chooseFiles, listChosenFiles, readListedFile } from './choose-files.ts'
import { keepFolder, keptFolder } from './kept-handles.ts'
import { deleteSavedFile, readSavedFile, saveToChosenPlace, writeSavedFile } from './save-in-browser.ts'

/** The browser's side of the bridge: files through a file input, saving through the browser's own picker or
    as a download, printing through its dialog. */
export const browserDesktop: Desktop = {
  kind: 'browser',
  openFiles: chooseFiles,
  listFiles: listChosenFiles,
  readListed: readListedFile,
  saveAs: saveToChosenPlace,
  saveAgain: writeSavedFile,
  readAgain: readSavedFile,
  deleteFile: deleteSavedFile,
  chooseRecording,
  openRecording,
  closeRecording,
  ...backupsInBrowser({ keepFolder, keptFolder }),
  get keepsBackups() {
    return canChooseFolders()
  },
  async printToPdf(suggestedName) {
    printAs(suggestedName)
    return { ok: true }
  },
  onRequest: flushBeforeHiding,
  goingOn: () => undefined,
  setTitle(title, unsaved) {
    document.title = `${unsaved ? '• ' : ''}${title} – Loam`
  },
}

/** The browser suggests the page's title as the name of the PDF. */
function printAs(suggestedName: string): void {
  const title = document.title
  document.title = suggestedName.replace(/\.pdf$/i, '')
  window.print()
  document.title = title
}

/** A browser gives no menus and hands over no files; it only says that the page is being left. */
function flushBeforeHiding(listener: (request: DesktopRequest) => void | Promise<void>): () => void {
  const ending = new AbortController()
  const flush = () => void listener({ kind: 'flush' })
  const flushIfHidden = () => {
    if (document.visibilityState === 'hidden') flush()
  }
  document.addEventListener('visibilitychange', flushIfHidden, { signal: ending.signal })
  window.addEventListener('pagehide', flush, { signal: ending.signal })
  return () => ending.abort()
}
