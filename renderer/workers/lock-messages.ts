import type { Unlocked } from '../../shared/lock/lock.ts'
import type { Lock } from '../../shared/lock/lock-facts.ts'
import type { LockedFileOpened } from '../../shared/lock/locked-file.ts'

/** What the window asks of a lock worker: what takes a passphrase takes about a second, files may be large. */
export type LockRequest =
  /** A new lock; with `of`, the same key behind another passphrase. */
  | { readonly kind: 'make'; readonly passphrase: string; readonly of?: Unlocked | undefined }
  | { readonly kind: 'try'; readonly lock: Lock; readonly passphrase: string }
  | { readonly kind: 'open file'; readonly bytes: Uint8Array; readonly keys: Unlocked }

/** What it answers: keys, or null for a wrong passphrase; a file's bytes with their SHA-256 as they were locked. */
export type LockAnswer =
  | { readonly kind: 'keys'; readonly keys: Unlocked | null }
  | { readonly kind: 'file'; readonly file: LockedFileOpened; readonly hash: string }
  /** It broke off, as when memory runs out. */
  | { readonly kind: 'failed' }
