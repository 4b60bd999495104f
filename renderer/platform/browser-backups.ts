import { readBackupName } from '../../shared/backup/backup-name.ts'
import type {
  BackupFile,
  BackupFolder,
  BackupList,
  Desktop,
  FileHandle,
  Outcome,
  Refused,
} from '../../shared/bridge.ts'
import { arePickersOff } from './pickers-off.ts'
import { isNamed, writeTo } from './save-in-browser.ts'

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

/** Where the browser's own handles of folders are kept. */
export interface KeptFolders {
  readonly keepFolder: (folder: FileSystemDirectoryHandle) => Promise<FileHandle>
  readonly keptFolder: (handle: FileHandle) => Promise<FileSystemDirectoryHandle | null>
}

/** Backups in a folder that the person chose, of which the browser keeps a handle. After a restart it may ask again
    whether Loam may write there, and answers only to a press. */
export function backupsInBrowser({ keepFolder, keptFolder }: KeptFolders): BackupCalls {
  const allowed = async (handle: FileHandle) => {
    const folder = await keptFolder(handle)
    return folder !== null && (await mayUse(folder, false)) === 'granted' ? folder : null
  }
  return {
    async backupFolder(handle, ask) {
      const folder = handle === null ? null : await keptFolder(handle).catch(() => null)
      return folder === null || handle === null ? null : told(folder, handle, ask)
    },
    async chooseBackupFolder() {
      try {
        const folder = await window.showDirectoryPicker?.({ id: 'loam-backups', mode: 'readwrite' })
        return folder ? await told(folder, await keepFolder(folder), true) : null
      } catch (trouble) {
        if (isNamed(trouble, 'AbortError')) return null
        const problem = 'The browser did not let Loam use this folder. Choose another one, made for backups.'
        return { ok: false, problem }
      }
    },
    showBackupFolder: async () => false,
    async listBackups(handle) {
      try {
        const folder = await allowed(handle)
        return folder === null ? NOT_ALLOWED : await list(folder)
      } catch {
        return NOT_ALLOWED
      }
    },
    async writeBackup(handle, name, bytes) {
      try {
        const folder = await allowed(handle)
        return folder === null ? NOT_ALLOWED : await write(folder, name, bytes)
      } catch (trouble) {
        return { ok: false, problem: whyNoBackup(name, trouble) }
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
        if (isNamed(trouble, 'NotFoundError')) return { ok: true }
        return { ok: false, problem: `“${name}” could not be deleted: the browser refused it.` }
      }
    },
  }
}

const NOT_ALLOWED: Refused = {
  ok: false,
  problem:
    'The folder for backups is not there, or the browser asks anew whether Loam may write in it. Allow it in Settings → Backups.',
}

async function list(folder: FileSystemDirectoryHandle): Promise<BackupList> {
  const files: BackupFile[] = []
  for await (const entry of folder.values()) {
    if (entry.kind !== 'file' || readBackupName(entry.name) === null) continue
    const file = await folder.getFileHandle(entry.name)
    files.push({ name: entry.name, bytes: (await file.getFile()).size })
  }
  return { ok: true, files }
}

async function write(folder: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<Outcome> {
  const file = await folder.getFileHandle(name, { create: true })
  const written = await writeTo(file, bytes, whyNoBackup)
  // The browser makes an empty file first; a refused backup leaves none.
  if (!written.ok) await folder.removeEntry(name).catch(() => undefined)
  return written
}

function whyNoBackup(name: string, trouble: unknown): string {
  if (isNamed(trouble, 'NotAllowedError') || isNamed(trouble, 'NotFoundError')) return NOT_ALLOWED.problem
  const reason = isNamed(trouble, 'QuotaExceededError')
    ? 'the disk is full. Free some space, or choose a folder on another disk'
    : 'the browser could not write it. Choose another folder'
  return `The backup “${name}” was not written: ${reason} in Settings → Backups. Those made before are still there.`
}

async function told(
  folder: FileSystemDirectoryHandle,
  handle: FileHandle,
  ask: boolean,
): Promise<BackupFolder> {
  const answer = await mayUse(folder, ask)
  const known = { ok: true, handle, name: folder.name, own: false } as const
  if (answer === 'prompt') return { ...known, state: 'ask' }
  if (answer === 'denied') return { ...known, state: 'refused' }
  return { ...known, state: (await hasEntries(folder)) ? 'ready' : 'gone' }
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
