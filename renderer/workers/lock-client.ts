import type { Unlocked } from '../../shared/lock/lock.ts'
import type { Lock } from '../../shared/lock/lock-facts.ts'
import type { LockedFileOpened } from '../../shared/lock/locked-file.ts'
import { answerLock } from './answer-lock.ts'
import { askOnce } from './ask-once.ts'
import type { LockAnswer, LockRequest } from './lock-messages.ts'

/** A new key behind a passphrase; with `of`, the key there is behind another one. Takes about a second. */
export async function lockInWorker(passphrase: string, of?: Unlocked): Promise<Unlocked> {
  const answer = await asked({ kind: 'make', passphrase, of })
  if (answer?.kind !== 'keys' || !answer.keys) throw new Error('The passphrase could not be set')
  return answer.keys
}

/** The keys behind a passphrase; null when it is the wrong one. Takes about a second. */
export async function tryInWorker(lock: Lock, passphrase: string): Promise<Unlocked | null> {
  const answer = await asked({ kind: 'try', lock, passphrase })
  if (answer?.kind !== 'keys') throw new Error('The passphrase could not be tried')
  return answer.keys
}

/** A locked file opened, and the SHA-256 of its bytes as they are on disk. */
export async function openFileInWorker(
  bytes: Uint8Array,
  keys: Unlocked,
): Promise<{ readonly file: LockedFileOpened; readonly hash: string }> {
  const answer = await asked({ kind: 'open file', bytes, keys })
  if (answer?.kind !== 'file') throw new Error('The file could not be opened')
  return answer
}

/** One worker for each question; the window itself where there are none. */
function asked(request: LockRequest): Promise<LockAnswer | null> {
  if (typeof Worker === 'undefined') return answerLock(request)
  const worker = new Worker(new URL('./lock-worker.ts', import.meta.url), { type: 'module', name: 'lock' })
  return askOnce<LockAnswer>(worker, request).answer
}
