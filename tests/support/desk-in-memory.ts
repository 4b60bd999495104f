import type { Desktop, Outcome } from '../../shared/bridge.ts'

const nothing = async () => null
const refused: Outcome = { ok: false, problem: 'This desk does not do that.' }

/** A desk of files in memory, by their names: the project's file and its backups stand side by side. */
export function deskInMemory(): { readonly desk: Desktop; readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>()
  const desk: Desktop = {
    kind: 'browser',
    openFiles: async () => [],
    listFiles: async () => [],
    readListed: async () => ({ name: '', bytes: new Uint8Array(), handle: null }),
    saveAs: nothing,
    saveAgain: async (handle, bytes) => {
      files.set(handle, bytes)
      return { ok: true }
    },
    readAgain: async (handle) => {
      const bytes = files.get(handle)
      return bytes ? { name: handle, bytes, handle } : null
    },
    deleteFile: async () => refused,
    chooseRecording: nothing,
    openRecording: nothing,
    closeRecording: () => {},
    printToPdf: async () => refused,
    keepsBackups: true,
    backupFolder: async () => ({ ok: true, handle: 'place', name: 'Stick', own: true, state: 'ready' }),
    chooseBackupFolder: nothing,
    showBackupFolder: async () => false,
    listBackups: async () => ({
      ok: true,
      files: [...files].map(([name, bytes]) => ({ name, bytes: bytes.length })),
    }),
    writeBackup: async (_, name, bytes) => {
      files.set(name, bytes)
      return { ok: true }
    },
    readBackup: async (_, name) => files.get(name) ?? null,
    deleteBackup: async (_, name) => {
      files.delete(name)
      return { ok: true }
    },
    onRequest: () => () => {},
    goingOn: () => {},
    setTitle: () => {},
  }
  return { desk, files }
}
