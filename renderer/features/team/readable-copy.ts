import type { OpenedFile } from '../../../shared/bridge.ts'
import { isLocked } from '../../../shared/lock/lock-facts.ts'
import { lockedEnding } from '../../../shared/lock/locked-file.ts'
import { readableFile } from '../../parts/unlock.ts'

/** Endings of files that hold a copy of a project. */
export const copyEndings: readonly string[] = ['qdpx', lockedEnding]

/** A chosen copy whose bytes can be read: of a locked one the passphrase is asked. Null when the person gives up. */
export async function readableCopy(file: OpenedFile | undefined): Promise<OpenedFile | null> {
  if (!file) return null
  // Whether the file has changed on disk is of no concern here, so a large one is not hashed.
  return file.problem === undefined && isLocked(file.bytes) ? readableFile(file) : file
}
