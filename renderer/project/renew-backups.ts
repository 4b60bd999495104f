import { backupTag, readBackupName } from '../../shared/backup/backup-name.ts'
import type { Refused } from '../../shared/bridge.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { lookInWorker } from '../workers/backup-client.ts'
import { folderInUse } from './backup-folder.ts'
import { notedBackups } from './backup-notes.ts'
import { keysOf } from './keyring.ts'
import { type BackupDesk, removeBackups, writeBackup } from './make-backup.ts'
import type { OpenProject } from './open-project.ts'

/** What came of renewing the backups of a project. */
export interface Renewed {
  readonly ok: true
  /** The fresh one; null where there is no folder for backups. */
  readonly fresh: string | null
  readonly deleted: number
  /** Names of older backups that could not be deleted: their folder is not at hand, or they were downloads. The person
      is to delete them. */
  readonly left: readonly string[]
}

/** Makes a fresh, verified backup of the project as it is and deletes every older one, in all folders that this machine
    wrote to: for what must not be found any more. When the fresh one cannot be made, all the older ones stay. */
export async function renewBackups(open: OpenProject, desk: BackupDesk): Promise<Renewed | Refused> {
  const folder = await folderInUse(desk)
  const older = await notedBackups(open.id)
  const strangers = folder?.state === 'ready' ? await unnoted(open, folder.handle, desk) : []
  const fresh = folder?.state === 'ready' ? await writeBackup(open, folder.handle, desk) : null
  if (fresh !== null && !fresh.ok) return fresh
  const noted = (await notedBackups(open.id)).filter(({ name }) => older.some((each) => each.name === name))
  const { deleted, left } = await removeBackups(open.id, [...noted, ...strangers], desk)
  return { ok: true, fresh: fresh?.backup.name ?? null, deleted, left }
}

/** Backups of this project in the folder that this machine does not remember: each is read, and only those of this very
    inquiry count. */
async function unnoted(open: OpenProject, folder: string, desk: BackupDesk) {
  const listed = await desk.listBackups(folder)
  const known = new Set((await notedBackups(open.id)).map(({ name }) => name))
  const tag = backupTag(open.id)
  const found: { readonly name: string; readonly folder: string }[] = []
  for (const { name } of listed.ok ? listed.files : []) {
    if (known.has(name) || readBackupName(name)?.tag !== tag) continue
    const bytes = await desk.readBackup(folder, name)
    const look = bytes === null ? null : (await lookInWorker(bytes, keysOf(open.id)))?.look
    if (look?.ok && look.inquiry === inquiryOf(open.project).id) found.push({ name, folder })
  }
  return found
}
