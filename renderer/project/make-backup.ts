import { backupName, readBackupName } from '../../shared/backup/backup-name.ts'
import { type BackupNumbers, numbersOf } from '../../shared/backup/backup-numbers.ts'
import { backupsToDrop } from '../../shared/backup/drop-backups.ts'
import type { NotedBackup } from '../../shared/backup/noted-backup.ts'
import { verificationProblem } from '../../shared/backup/verify-backup.ts'
import type { Desktop, FileHandle, Outcome, Refused } from '../../shared/bridge.ts'
import { lockedEnding } from '../../shared/lock/locked-file.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import type { Moment } from '../../shared/model/units.ts'
import { lookInWorker } from '../workers/backup-client.ts'
import { forgetBackups, noteBackup, notedBackups } from './backup-notes.ts'
import { fileOf } from './file-of.ts'
import { keysOf } from './keyring.ts'
import { takeOverLeft } from './left-backups.ts'
import type { OpenProject } from './open-project.ts'
import { listedProject } from './project-list.ts'

/** What making backups asks of the platform. */
export type BackupDesk = Pick<
  Desktop,
  | 'keepsBackups'
  | 'backupFolder'
  | 'chooseBackupFolder'
  | 'listBackups'
  | 'writeBackup'
  | 'readBackup'
  | 'deleteBackup'
>

/** A backup that was made, or why not, in one sentence. */
export type BackedUp = { readonly ok: true; readonly backup: NotedBackup } | Refused

/** A project's bytes as a backup: its name, and what reading it back must come to. */
export interface MadeBackup {
  readonly bytes: Uint8Array
  readonly backup: NotedBackup
}

/** Makes the bytes of a backup with everything of the project in it: originals and history too. `taken` are the names
    that are there already; `folder` is where it is to go, null for a download. */
export async function makeBackup(
  open: OpenProject,
  folder: FileHandle | null,
  taken: ReadonlySet<string>,
): Promise<MadeBackup | Refused> {
  try {
    const { bytes, hash, savedAt } = await fileOf(open)
    const last = open.log[savedAt - 1]?.id
    const numbers = await numbersAt(open, savedAt, bytes)
    if (last === undefined || numbers === null) return NOT_MADE
    const [name, at] = freeName(open, taken, await publicName(open))
    return { bytes, backup: { name, folder, at, bytes: bytes.length, hash, last, numbers } }
  } catch {
    return NOT_MADE
  }
}

/** Writes a backup to a folder, reads it back, and lets the ones go that need not stay. One after the other for all
    projects. With `verify` false it is only written: whoever closes a window cannot wait. */
export function writeBackup(
  open: OpenProject,
  folder: FileHandle,
  desk: BackupDesk,
  { verify = true }: { readonly verify?: boolean } = {},
): Promise<BackedUp> {
  return inLine(async () => {
    const listed = await desk.listBackups(folder)
    if (!listed.ok) return listed
    const made = await makeBackup(open, folder, new Set(listed.files.map(({ name }) => name)))
    if ('problem' in made) return made
    const written = await desk.writeBackup(folder, made.backup.name, made.bytes)
    if (!written.ok) return written
    await noteBackup(open.id, made.backup)
    if (!verify) return { ok: true, backup: made.backup }
    const verified = await verifyNow(open.id, made.backup, desk, open.making.at)
    if (verified.ok) {
      await takeOverLeft(open, folder, desk)
      await dropOld(open.id, made.backup, desk, open.making.at)
    }
    return verified
  })
}

/** Reads a backup back from the disk, compares it with what was written, and remembers what came of it. */
export function verifyBackup(
  id: ProjectId,
  backup: NotedBackup,
  desk: BackupDesk,
  now: Moment,
): Promise<BackedUp> {
  return inLine(() => verifyNow(id, backup, desk, now))
}

/** What came of removing backups: how many are gone, and the names of those that could not be deleted. */
export interface Removed {
  readonly deleted: number
  readonly left: readonly string[]
}

/** Deletes backups of a project that this machine wrote, and forgets them. */
export function removeBackups(
  id: ProjectId,
  backups: readonly Pick<NotedBackup, 'name' | 'folder'>[],
  desk: BackupDesk,
): Promise<Removed> {
  return inLine(() => removeNow(id, backups, desk))
}

const NOT_MADE: Refused = {
  ok: false,
  problem: 'No backup could be made: the project could not be packed. Your work is safe on this machine.',
}

/** The numbers of what was written. When something was changed meanwhile, they are read from the bytes. */
async function numbersAt(
  open: OpenProject,
  savedAt: number,
  bytes: Uint8Array,
): Promise<BackupNumbers | null> {
  if (open.log.length === savedAt) return numbersOf(open.project, savedAt)
  const found = await lookInWorker(bytes, keysOf(open.id))
  return found?.look.ok ? found.look.numbers : null
}

/** Two backups within a second would have one name. */
function freeName(
  open: OpenProject,
  taken: ReadonlySet<string>,
  project: string,
): readonly [name: string, at: Moment] {
  for (let { at } = open.making; ; at += 1000) {
    const name = backupName(project, open.id, at, keysOf(open.id) ? lockedEnding : 'qdpx')
    if (!taken.has(name)) return [name, readBackupName(name)?.at ?? at]
  }
}

/** A project whose name is not to be read on this machine is not named in a folder either. */
async function publicName(open: OpenProject): Promise<string> {
  const listed = await listedProject(open.id)
  return listed?.nameless === true ? listed.name : inquiryOf(open.project).name
}

async function verifyNow(
  id: ProjectId,
  backup: NotedBackup,
  desk: BackupDesk,
  now: Moment,
): Promise<BackedUp> {
  const problem = await problemOf(id, backup, desk)
  const { verifiedAt: _, problem: __, ...facts } = backup
  const noted = problem === null ? { ...facts, verifiedAt: now } : { ...facts, problem }
  await noteBackup(id, noted)
  return problem === null ? { ok: true, backup: noted } : { ok: false, problem }
}

async function problemOf(id: ProjectId, backup: NotedBackup, desk: BackupDesk): Promise<string | null> {
  const { name, folder } = backup
  const bytes = folder === null ? null : await desk.readBackup(folder, name)
  if (bytes === null) return `“${name}” could not be read back from the folder for backups.`
  const found = await lookInWorker(bytes, keysOf(id))
  return found === null ? `“${name}” could not be read back.` : verificationProblem(backup, found)
}

/** Only files in this folder that this machine wrote for this very project are ever deleted (also those from before it
    was removed and came back), and never the fresh one:
    after the clock was set back it looks like an old one. */
async function dropOld(
  id: ProjectId,
  { name: fresh, folder }: NotedBackup,
  desk: BackupDesk,
  now: Moment,
): Promise<void> {
  if (folder === null) return
  const listed = await desk.listBackups(folder)
  if (!listed.ok) return
  const there = new Set(listed.files.map(({ name }) => name))
  const noted = (await notedBackups(id)).filter((each) => each.folder === folder)
  await forgetBackups(id, new Set(noted.map(({ name }) => name).filter((name) => !there.has(name))))
  const present = noted.filter(({ name }) => there.has(name))
  const known = present.map((each) => ({ ...each, verified: each.verifiedAt !== undefined }))
  const drop = backupsToDrop(known, now).filter(({ name }) => name !== fresh)
  await removeNow(id, drop, desk)
}

async function removeNow(
  id: ProjectId,
  backups: readonly Pick<NotedBackup, 'name' | 'folder'>[],
  desk: BackupDesk,
): Promise<Removed> {
  const gone = new Set<string>()
  for (const { name, folder } of backups) {
    const outcome: Outcome =
      folder === null ? { ok: false, problem: '' } : await desk.deleteBackup(folder, name)
    if (outcome.ok) gone.add(name)
  }
  await forgetBackups(id, gone)
  return { deleted: gone.size, left: backups.map(({ name }) => name).filter((name) => !gone.has(name)) }
}

let earlier: Promise<unknown> = Promise.resolve()

/** What is remembered of backups is read and written again; two at once would forget one another's. */
function inLine<T>(work: () => Promise<T>): Promise<T> {
  const outcome = earlier.then(work)
  earlier = outcome.catch(() => undefined)
  return outcome
}
