import { mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readBackupName } from '../shared/backup/backup-name.ts'
import type { BackupFile, BackupFolder, BackupList, FileHandle, Outcome, Refused } from '../shared/bridge.ts'
import type { BridgeCalls } from './channels.ts'
import { readBytes, readHandle, readName } from './read-arguments.ts'
import { openRecentFiles, type RecentFiles } from './recent-files.ts'
import { writeFileWhole } from './write-file.ts'

/** Where backups are kept: the folders that were chosen, known to the window by handles, and Loam's own. */
export interface BackupPlaces {
  readonly folders: RecentFiles
  /** Absolute path of Loam's own folder; it is made when it is first needed. */
  readonly own: string
  /** Shows a folder where the system shows folders; false when it could not. */
  readonly show: (folder: string) => Promise<boolean>
}

type BackupCalls = Pick<
  BridgeCalls,
  | 'backupFolder'
  | 'chooseBackupFolder'
  | 'showBackupFolder'
  | 'listBackups'
  | 'writeBackup'
  | 'readBackup'
  | 'deleteBackup'
>

type BackupHandlers = {
  readonly [K in keyof BackupCalls]: (...given: readonly unknown[]) => ReturnType<BackupCalls[K]>
}

/** The places for backups below Loam's own folder of settings. */
export async function openBackupPlaces(settings: string, show: BackupPlaces['show']): Promise<BackupPlaces> {
  const folders = await openRecentFiles(join(settings, 'backup-folders.json'))
  return { folders, own: join(settings, 'Backups'), show }
}

/** Carries out what a window asks about backups. Only files that are called like backups can be read, written or
    deleted, and only in folders that a person chose or that are Loam's own. */
export function backupHandlers(
  chooseFolder: (title: string) => Promise<string | null>,
  places: BackupPlaces,
): BackupHandlers {
  const { folders } = places
  const pathOf = (folder: unknown) => folders.pathOf(readHandle(folder))
  return {
    async backupFolder(handle) {
      const path = handle === null ? places.own : pathOf(handle)
      return path === null ? null : folderAt(path, places)
    },
    async chooseBackupFolder(title) {
      const path = await chooseFolder(readName(title))
      return path === null ? null : folderAt(path, places)
    },
    async showBackupFolder(folder) {
      const path = pathOf(folder)
      return path === null ? false : places.show(path)
    },
    async listBackups(folder) {
      const path = pathOf(folder)
      return path === null ? FORGOTTEN : list(path)
    },
    async writeBackup(folder, name, bytes) {
      const path = pathOf(folder)
      return path === null ? FORGOTTEN : writeFileWhole(join(path, backupNamed(name)), readBytes(bytes))
    },
    async readBackup(folder, name) {
      const path = pathOf(folder)
      return path === null ? null : readFile(join(path, backupNamed(name))).catch(() => null)
    },
    async deleteBackup(folder, name) {
      const path = pathOf(folder)
      return path === null ? FORGOTTEN : remove(join(path, backupNamed(name)))
    },
  }
}

const FORGOTTEN: Refused = {
  ok: false,
  problem: 'Loam no longer knows the folder for backups: choose it once more.',
}

async function folderAt(path: string, { folders, own }: BackupPlaces): Promise<BackupFolder> {
  if (path === own) await mkdir(own, { recursive: true }).catch(() => undefined)
  const isThere = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const handle: FileHandle = await folders.remember(path)
  return { ok: true, handle, name: basename(path), own: path === own, state: isThere ? 'ready' : 'gone' }
}

async function list(folder: string): Promise<BackupList | Refused> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
    const found = await Promise.all(names.filter(isBackupName).map((name) => sized(folder, name)))
    return { ok: true, files: found.filter((file) => file !== null) }
  } catch {
    const name = basename(folder)
    const problem = `The folder “${name}” for backups cannot be read: connect its disk, or choose another one.`
    return { ok: false, problem }
  }
}

async function sized(folder: string, name: string): Promise<BackupFile | null> {
  return stat(join(folder, name)).then(
    (found) => ({ name, bytes: found.size }),
    () => null,
  )
}

async function remove(path: string): Promise<Outcome> {
  try {
    await unlink(path)
    return { ok: true }
  } catch (trouble) {
    if (trouble instanceof Error && 'code' in trouble && trouble.code === 'ENOENT') return { ok: true }
    const problem = `“${basename(path)}” could not be deleted: the system refused it, or another program has it open.`
    return { ok: false, problem }
  }
}

/** A backup's name is a plain file name; anything else was not agreed. */
function backupNamed(name: unknown): string {
  if (typeof name !== 'string' || !isBackupName(name))
    throw new Error('The window asked for a backup in a way that was not agreed.')
  return name
}

function isBackupName(name: string): boolean {
  return readBackupName(name) !== null
}
