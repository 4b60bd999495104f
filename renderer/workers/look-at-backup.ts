import { lookIntoBackup } from '../../shared/backup/look-into-backup.ts'
import { isLocked } from '../../shared/lock/lock-facts.ts'
import { openLockedFile } from '../../shared/lock/locked-file.ts'
import { sha256 } from '../platform/making.ts'
import type { BackupFound, BackupQuestion } from './backup-messages.ts'

/** Says what a backup is: it is opened first where it is locked. */
export async function lookAtBackup({ bytes, keys }: BackupQuestion): Promise<BackupFound> {
  const opened = keys && isLocked(bytes) ? openLockedFile(bytes, keys) : { ok: true as const, bytes }
  return { hash: await sha256(bytes), look: opened.ok ? lookIntoBackup(opened.bytes) : opened }
}
