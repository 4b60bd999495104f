import type { BackupQuestion } from './backup-messages.ts'
import { lookAtBackup } from './look-at-backup.ts'

/* Reads backups away from the window: to verify them, and to show what is in them. */

addEventListener('message', ({ data }: MessageEvent<BackupQuestion>) => {
  void lookAtBackup(data)
    .catch(() => null)
    .then((found) => postMessage(found))
})
