import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import { lockFile } from '../../shared/lock/locked-file.ts'
import { randomBytes, sha256 } from '../platform/making.ts'
import { writeInWorker } from '../workers/project-file-client.ts'
import { keysOf } from './keyring.ts'
import type { OpenProject } from './open-project.ts'

/** A project as a file's bytes, their SHA-256, and how much of the log they hold. */
export interface FileOf {
  readonly bytes: Uint8Array
  readonly hash: string
  readonly savedAt: number
}

/** The project as a file's bytes, and how much of its log they hold: the one place where the bytes of its file and of
    its backups come from, locked where the project is. A worker makes them where there is one; the window itself does when that fails, so that the
    work is never without its file. */
export async function fileOf(open: OpenProject): Promise<FileOf> {
  const keys = keysOf(open.id)
  await open.settled()
  const { at } = open.making
  const written = await writeInWorker(open.id, open.log.length, at, keys)
  if (written) return { bytes: written.bytes, hash: written.hash, savedAt: written.length }
  const archive = await open.archive()
  const plain = writeProjectFile(archive, { at })
  const bytes = keys ? lockFile(plain, keys, randomBytes) : plain
  return { bytes, hash: await sha256(new Uint8Array(bytes)), savedAt: archive.changes.length }
}
