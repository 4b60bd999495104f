import { basename, extname } from 'node:path'
import type { OpenWanted, Outcome, Refused, SavedFile } from '../shared/bridge.ts'
import { recordingEndings } from '../shared/recording/recording-kind.ts'
import { type BackupPlaces, backupHandlers } from './backups.ts'
import type { BridgeCalls } from './channels.ts'
import { deleteKnownFile } from './delete-file.ts'
import { listedFiles } from './listed-files.ts'
import { readBytes, readFileToSave, readHandle, readName, readOpenWanted } from './read-arguments.ts'
import { filesInFolder, readChosenFile } from './read-files.ts'
import type { RecentFiles } from './recent-files.ts'
import { openChosenRecording, openKnownRecording } from './recordings.ts'
import { writeFileWhole } from './write-file.ts'

/** The system's dialogs and printing, for one window. */
export interface WindowSide {
  /** Paths chosen to open; empty when the person cancels. */
  chooseFiles(wanted: FilesToChoose): Promise<readonly string[]>
  /** The path chosen to save at; null when the person cancels. */
  choosePlace(wanted: PlaceToChoose): Promise<string | null>
  /** What the window shows, as PDF. */
  print(): Promise<Uint8Array>
}

/** What an opening dialog is to offer. */
export interface FilesToChoose {
  readonly title: string
  readonly filters: readonly FileFilter[]
  readonly kind: 'file' | 'files' | 'folder'
}

/** What a saving dialog is to offer. */
export interface PlaceToChoose {
  readonly title: string
  readonly suggestedName: string
  readonly filters: readonly FileFilter[]
}

interface FileFilter {
  readonly name: string
  readonly extensions: readonly string[]
}

type Handlers = {
  readonly [K in keyof BridgeCalls]: (...given: readonly unknown[]) => ReturnType<BridgeCalls[K]>
}

/** Carries out what a window asks. Arguments are read as unknown, since they come from the window's side;
    paths stay here, the window gets names, bytes and handles. Recordings are remembered apart from project files:
    their handles can be played, never written to. */
export function bridgeHandlers(
  window: WindowSide,
  recent: RecentFiles,
  recordings: RecentFiles,
  backups: BackupPlaces,
): Handlers {
  const listed = listedFiles()
  return {
    async openFiles(wanted) {
      const paths = await choosePaths(readOpenWanted(wanted), window)
      return Promise.all(paths.map((path) => readChosenFile(path, recent)))
    },
    listFiles: async (wanted) => listed.add(await choosePaths(readOpenWanted(wanted), window)),
    readListed: (handle) => listed.read(readHandle(handle), recent),
    async saveAs(given) {
      const file = readFileToSave(given)
      const { title, suggestedName } = file
      const path = await window.choosePlace({ title, suggestedName, filters: endingOf(suggestedName) })
      return path === null ? null : saveAt(withEnding(path, suggestedName), file.bytes, recent)
    },
    async saveAgain(handle, bytes) {
      const path = recent.pathOf(readHandle(handle))
      return path === null ? FORGOTTEN : writeFileWhole(path, readBytes(bytes))
    },
    async readAgain(handle) {
      const path = recent.pathOf(readHandle(handle))
      const file = path === null ? null : await readChosenFile(path, recent)
      return file?.problem === undefined ? file : null
    },
    deleteFile: (handle) => deleteKnownFile(readHandle(handle), recent),
    async chooseRecording(title) {
      const filters = [{ name: 'Recordings', extensions: recordingEndings }, ANY_FILE]
      const [path] = await window.chooseFiles({ title: readName(title), kind: 'file', filters })
      return path === undefined ? null : openChosenRecording(path, recordings)
    },
    openRecording: (handle) => openKnownRecording(readHandle(handle), recordings),
    printToPdf: (suggestedName) => printToPdf(readName(suggestedName), window),
    ...backupHandlers((title) => chooseFolder(title, window), backups),
  }
}

const FORGOTTEN: Refused = {
  ok: false,
  problem: 'Loam no longer knows where this file was saved: choose a place with “Save as” once more.',
}

async function chooseFolder(title: string, window: WindowSide): Promise<string | null> {
  const [path] = await window.chooseFiles({ title, kind: 'folder', filters: [] })
  return path ?? null
}

async function choosePaths(wanted: OpenWanted, window: WindowSide): Promise<readonly string[]> {
  const { title, endings } = wanted
  const kind = wanted.folder === true ? 'folder' : wanted.several ? 'files' : 'file'
  const filters = endings.length === 0 ? [] : [{ name: 'Files Loam can read', extensions: endings }, ANY_FILE]
  const chosen = await window.chooseFiles({ title, kind, filters: kind === 'folder' ? [] : filters })
  if (kind !== 'folder') return chosen
  return (await Promise.all(chosen.map((folder) => filesInFolder(folder, endings)))).flat()
}

const ANY_FILE: FileFilter = { name: 'All files', extensions: ['*'] }

function endingOf(name: string): readonly FileFilter[] {
  const ending = extname(name).slice(1)
  return ending === '' ? [] : [{ name: `${ending.toUpperCase()} file`, extensions: [ending] }]
}

/** A typed name without an ending gets the suggested one, which not every system's dialog adds. */
function withEnding(path: string, suggestedName: string): string {
  return extname(path) === '' ? path + extname(suggestedName) : path
}

async function saveAt(path: string, bytes: Uint8Array, recent: RecentFiles): Promise<SavedFile | Refused> {
  const outcome = await writeFileWhole(path, bytes)
  return outcome.ok ? { ok: true, name: basename(path), handle: await recent.remember(path) } : outcome
}

async function printToPdf(suggestedName: string, window: WindowSide): Promise<Outcome> {
  const name = suggestedName.endsWith('.pdf') ? suggestedName : `${suggestedName}.pdf`
  const path = await window.choosePlace({
    title: 'Save as PDF',
    suggestedName: name,
    filters: endingOf(name),
  })
  if (path === null) return { ok: true }
  try {
    return await writeFileWhole(withEnding(path, name), await window.print())
  } catch {
    return { ok: false, problem: `“${basename(path)}” was not made: this view could not be printed.` }
  }
}
