import { lockedEnding } from '../../shared/lock/locked-file.ts'
import { desktop } from '../platform/desktop.ts'
import { say } from '../ui/messages.tsx'
import type { ChosenBackup } from './restore-dialog.tsx'

/** Lets the person choose the file of a backup, or any project file; null when they cancel or it cannot be read. */
export async function chooseBackupFile(): Promise<ChosenBackup | null> {
  const [file] = await desktop().openFiles({
    title: 'Choose a backup',
    endings: ['qdpx', lockedEnding],
    several: false,
  })
  if (!file) return null
  if (file.problem === undefined) return { name: file.name, read: async () => file.bytes }
  say({ kind: 'trouble', text: file.problem })
  return null
}
