import type { BackupLook } from '../../shared/backup/look-into-backup.ts'
import type { Unlocked } from '../../shared/lock/lock.ts'

/** A backup to be looked into, as it is on disk; a locked one with the keys that open it. */
export interface BackupQuestion {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly keys: Unlocked | undefined
}

/** What a backup turned out to be: the SHA-256 of its bytes on disk, and what is in it. */
export interface BackupFound {
  readonly hash: string
  readonly look: BackupLook
}

/** What the window is answered; null when the worker broke off. */
export type BackupAnswer = BackupFound | null
