import { useSyncExternalStore } from 'react'
import { desktop } from '../platform/desktop.ts'
import { type BackupKeeper, type BackupState, backupKeeper } from '../project/backup-keeper.ts'
import { downloadBackup } from '../project/download-backup.ts'
import type { OpenProject } from '../project/open-project.ts'
import { useOpenProject } from '../project/project-context.tsx'
import { say } from '../ui/messages.tsx'

/** The backups of the open project as they stand, and who keeps them. */
export function useBackups(): { readonly state: BackupState; readonly keeper: BackupKeeper } {
  const keeper = backupKeeper(useOpenProject(), desktop())
  return { state: useSyncExternalStore(keeper.subscribe, keeper.state), keeper }
}

/** Makes a backup where the project's backups go, else hands one over as a download; says what came of it. */
export async function backUpNow(open: OpenProject): Promise<void> {
  const keeper = backupKeeper(open, desktop())
  const made = await keeper.backUp().catch(() => NOT_KEPT)
  if (made === null) return downloadNow(open)
  if (made.ok) say({ kind: 'done', text: 'A backup was made, read back and found sound.' })
  else say({ kind: 'trouble', text: made.problem })
}

/** Hands a backup over as a download, and says so. */
export async function downloadNow(open: OpenProject): Promise<void> {
  const made = await downloadBackup(open, desktop()).catch(() => NOT_KEPT)
  await backupKeeper(open, desktop()).look()
  if (made?.ok)
    say({ kind: 'done', text: `The backup is in ${made.backup.name}. Keep it on another disk if you can.` })
  else if (made) say({ kind: 'trouble', text: made.problem })
}

const NOT_KEPT = {
  ok: false,
  problem: 'No backup could be made on this machine. Save the project as a file instead.',
} as const
