import type { Unlocked } from '../../shared/lock/lock.ts'
import { askOnce } from './ask-once.ts'
import type { BackupAnswer, BackupFound, BackupQuestion } from './backup-messages.ts'
import { lookAtBackup } from './look-at-backup.ts'

/** Says what is in the bytes of a backup, without keeping the window waiting; `keys` open a locked one. Where there are
    no workers the window reads it itself. Null when reading broke off, as when memory runs out. */
export async function lookInWorker(bytes: Uint8Array, keys?: Unlocked): Promise<BackupFound | null> {
  const question: BackupQuestion = { bytes: new Uint8Array(bytes), keys }
  if (typeof Worker === 'undefined') return lookAtBackup(question)
  const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), {
    type: 'module',
    name: 'backup',
  })
  return askOnce<BackupAnswer>(worker, question, [question.bytes.buffer]).answer
}
