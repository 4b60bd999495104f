import { backupTag, readBackupName } from '../../shared/backup/backup-name.ts'
import { type LeftBackup, leftBackups, maybeLeft } from '../../shared/backup/left-backup.ts'
import type { Desktop, FileHandle } from '../../shared/bridge.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { lookInWorker } from '../workers/backup-client.ts'
import { noteBackup, notedBackups } from './backup-notes.ts'
import { openList } from './database.ts'
import { keysOf } from './keyring.ts'
import type { OpenProject } from './open-project.ts'
import { listingOf } from './sealed-listing.ts'

type ReadingDesk = Pick<Desktop, 'listBackups' | 'readBackup'>

/** Remembers which backups of a project this machine wrote, as it is taken off the list. */
export async function rememberLeft(id: ProjectId): Promise<void> {
  const list = openList()
  const stored = await list.projects.get(id)
  if (!stored) return
  const before = await list.left.get(id)
  const now = leftBackups(listingOf(stored, [keysOf(id)]).backups ?? [])
  const backups = [...(before?.backups ?? []), ...now]
  const { lock, sealed } = stored
  const locked = sealed && lock ? { id, name: '', openedAt: 0, lock, sealed } : before?.locked
  if (backups.length > 0 || locked) await list.left.put({ id, backups, ...(locked ? { locked } : {}) })
}

/** Takes over the backups in a folder that this machine wrote before the project was removed from it and came back. Each
    is read: one counts when it is byte for byte what was written, can be opened, and is of this very inquiry. */
export async function takeOverLeft(open: OpenProject, folder: FileHandle, desk: ReadingDesk): Promise<void> {
  const left = await leftOf(open.id)
  if (left.length === 0) return
  const listed = await desk.listBackups(folder)
  if (!listed.ok) return
  const noted = new Set(
    (await notedBackups(open.id)).filter((each) => each.folder === folder).map(({ name }) => name),
  )
  for (const { name } of maybeLeft(listed.files, backupTag(open.id), left, noted))
    await takeOver(open, { folder, name, left }, desk)
}

async function leftOf(id: ProjectId): Promise<readonly LeftBackup[]> {
  const known = await openList().left.get(id)
  if (!known) return []
  const sealed = known.locked && listingOf(known.locked, [keysOf(id)]).backups
  return [...known.backups, ...leftBackups(sealed ?? [])]
}

async function takeOver(
  open: OpenProject,
  file: { readonly folder: FileHandle; readonly name: string; readonly left: readonly LeftBackup[] },
  desk: ReadingDesk,
): Promise<void> {
  const { folder, name, left } = file
  const bytes = await desk.readBackup(folder, name)
  const found = bytes && (await lookInWorker(bytes, keysOf(open.id)))
  const known = left.find(({ hash }) => hash === found?.hash)
  const at = readBackupName(name)?.at
  if (!bytes || !found?.look.ok || known?.at !== at || at === undefined) return
  const { inquiry, log, numbers } = found.look
  const last = log.at(-1)?.id
  if (inquiry !== inquiryOf(open.project).id || last === undefined) return
  const verifiedAt = open.making.at
  await noteBackup(open.id, {
    name,
    folder,
    at,
    bytes: bytes.length,
    hash: found.hash,
    last,
    numbers,
    verifiedAt,
  })
}
