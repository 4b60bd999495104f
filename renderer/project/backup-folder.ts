import type { BackupFolder, Desktop, FileHandle, Refused } from '../../shared/bridge.ts'

type FolderDesk = Pick<Desktop, 'backupFolder' | 'chooseBackupFolder' | 'keepsBackups'>

const CHOSEN = 'loam-backup-folder'

/** The folder that this machine's backups go to: the chosen one, else the platform's own. Null where there is none.
    `ask` is true when the person has just pressed something. */
export async function folderInUse(desk: FolderDesk, ask = false): Promise<BackupFolder | null> {
  if (!desk.keepsBackups) return null
  return desk.backupFolder(chosen(), ask)
}

/** Lets the person choose the folder that backups go to from now on; those made before stay where they are. Null when
    they cancel. */
export async function chooseFolderInUse(desk: FolderDesk): Promise<BackupFolder | Refused | null> {
  const folder = await desk.chooseBackupFolder('Choose a folder for backups')
  if (folder?.ok) localStorage.setItem(CHOSEN, folder.handle)
  return folder
}

/** Goes back to the platform's own folder. */
export function forgetChosenFolder(): void {
  localStorage.removeItem(CHOSEN)
}

function chosen(): FileHandle | null {
  return localStorage.getItem(CHOSEN)
}
