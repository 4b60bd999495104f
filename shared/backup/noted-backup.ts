import type { ChangeId } from '../model/ids.ts'
import type { Moment } from '../model/units.ts'
import type { BackupNumbers } from './backup-numbers.ts'

/** What this machine remembers of a backup that it wrote. */
export interface NotedBackup {
  /** Its file name. */
  readonly name: string
  /** The folder it is in; null when it was handed over as a download. */
  readonly folder: string | null
  readonly at: Moment
  /** How large it is, in bytes, and their SHA-256. */
  readonly bytes: number
  readonly hash: string
  /** The last change it holds. */
  readonly last: ChangeId
  readonly numbers: BackupNumbers
  /** When it was last read back and found to be what was written; absent until then. */
  readonly verifiedAt?: Moment
  /** What reading it back showed to be wrong. */
  readonly problem?: string
}

/** How many changes of a log no backup holds yet. Those that came in with the project from elsewhere do not count
    until somebody works in this copy (`copy`). */
export function changesWithoutBackup(
  log: readonly { readonly id: string; readonly copy: string }[],
  copy: string,
  backups: readonly Pick<NotedBackup, 'last' | 'problem'>[],
): number {
  const held = new Set<string>(backups.filter(({ problem }) => problem === undefined).map(({ last }) => last))
  const since = log.slice(log.findLastIndex(({ id }) => held.has(id)) + 1)
  return since.some((change) => change.copy === copy) ? since.length : 0
}
