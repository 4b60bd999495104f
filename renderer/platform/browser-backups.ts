import { readBackupName } from '../../shared/backup/backup-name.ts'
import type {
  BackupFile,
  BackupFolder,
  BackupList,
  Desktop,
  FileHandle,
  Refused,
} from '../../shared/bridge.ts'
import { keepFolder, keptFolder } from './kept-handles.ts'
import { arePickersOff } from './pickers-off.ts'
import { writeTo } from './save-in-browser.ts'

/** True where the person can choose a folder that Loam may write to. */
export function canChooseFolders(): boolean {
  return !arePickersOff() && window.showDirectoryPicker !== undefined
}

type BackupCalls = Pick<
  Desktop,
  | 'backupFolder'
  | 'chooseBackupFolder'
  | 'showBackupFolder'
  | 'listBackups'
  | 'writeBackup'
  | 'readBackup'
  | 'deleteBackup'
>

/** Backups in a folder that the person chose, of which the browser keeps a handle. After a restart it may ask again
    whether Loam may write there, and answers only to a press. */
export const backupsInBrowser: BackupCalls = {
  async backupFolder(handle, ask) {
    const folder = handle === null ? null : await keptFolder(handle).catch(() => null)
    return folder === null || handle === null ? null : told(folder, handle, ask)
  },
  async chooseBackupFolder() {
    try {
      const folder = await window.showDirectoryPicker?.({ id: 'loam-backups', mode: 'readwrite' })
      return folder ? await told(folder, await keepFolder(folder), true) : null
    } catch (trouble) {
      if (trouble instanceof DOMException && trouble.name === 'AbortError') return null
      const problem = 'The browser did not let Loam use this folder. Choose another one, made for backups.'
      return { ok: false, problem }
    }
  },
  showBackupFolder: async () => false,
  listBackups: list,
  async writeBackup(handle, name, bytes) {
    try {
      const folder = await allowed(handle)
      if (folder === null) return NOT_ALLOWED
      const written = await writeTo(await folder.getFileHandle(name, { create: true }), bytes)
      // The browser makes an empty file first; a refused backup leaves none.
      if (!written.ok) await folder.removeEntry(name).catch(() => undefined)
      return written
    } catch {
      return NOT_ALLOWED
    }
  },
  async readBackup(handle, name) {
    try {
      const file = await (await allowed(handle))?.getFileHandle(name)
      return file ? new Uint8Array(await (await file.getFile()).arrayBuffer()) : null
    } catch {
      return null
    }
  },
  async deleteBackup(handle, name) {
    try {
      const folder = await allowed(handle)
      if (folder === null || readBackupName(name) === null) return NOT_ALLOWED
      await folder.removeEntry(name)
      return { ok: true }
    } catch (trouble) {
      if (trouble instanceof DOMException && trouble.name === 'NotFoundError') return { ok: true }
      return { ok: false, problem: `“${name}” could not be deleted: the browser refused it.` }
    }
  },
}

const NOT_ALLOWED: Refused = {
  ok: false,
  problem:
    'The folder for backups is not there, or the browser asks anew whether Loam may write in it. Allow it in Settings → Backups.',
}

async function list(handle: FileHandle): Promise<BackupList | Refused> {
  try {
    const folder = await allowed(handle)
    if (folder === null) return NOT_ALLOWED
    const files: BackupFile[] = []
    for await (const entry of folder.values()) {
      if (entry.kind !== 'file' || readBackupName(entry.name) === null) continue
      const file = await folder.getFileHandle(entry.name)
      files.push({ name: entry.name, bytes: (await file.getFile()).size })
    }
    return { ok: true, files }
  } catch {
    return NOT_ALLOWED
  }
}

async function told(
  folder: FileSystemDirectoryHandle,
  handle: FileHandle,
  ask: boolean,
): Promise<BackupFolder> {
  const answer = await mayUse(folder, ask)
  const isThere = answer !== 'granted' || (await hasEntries(folder))
  const state = answer === 'granted' && isThere ? 'ready' : answer === 'prompt' ? 'ask' : 'gone'
  return { ok: true, handle, name: folder.name, own: false, state }
}

async function allowed(handle: FileHandle): Promise<FileSystemDirectoryHandle | null> {
  const folder = await keptFolder(handle)
  return folder !== null && (await mayUse(folder, false)) === 'granted' ? folder : null
}

async function mayUse(folder: FileSystemDirectoryHandle, ask: boolean): Promise<PermissionState> {
  const wanted = { mode: 'readwrite' } as const
  const now = (await folder.queryPermission?.(wanted)) ?? 'granted'
  if (now !== 'prompt' || !ask) return now
  return (await folder.requestPermission?.(wanted).catch(() => now)) ?? now
}

/** A folder that was moved or deleted still has its handle; looking into it shows that it is gone. */
async function hasEntries(folder: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    await folder.values().next()
    return true
  } catch {
    return false
  }
}

declare global {
  interface Window {
    readonly showDirectoryPicker?: (wanted: {
      readonly id: string
      readonly mode: 'readwrite'
    }) => Promise<FileSystemDirectoryHandle>
  }
  interface FileSystemDirectoryHandle {
    queryPermission?(wanted: { readonly mode: 'readwrite' }): Promise<PermissionState>
    requestPermission?(wanted: { readonly mode: 'readwrite' }): Promise<PermissionState>
  }
}
