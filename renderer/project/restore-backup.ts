import { backupTag, readBackupName } from '../../shared/backup/backup-name.ts'
import { type BackupNumbers, type LoggedChange, numbersOf } from '../../shared/backup/backup-numbers.ts'
import type { BackupLook } from '../../shared/backup/look-into-backup.ts'
import type { Refused } from '../../shared/bridge.ts'
import type { Unlocked } from '../../shared/lock/lock.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { desktop } from '../platform/desktop.ts'
import { surroundings } from '../platform/making.ts'
import { lookInWorker } from '../workers/backup-client.ts'
import { adoptInWorker } from '../workers/project-file-client.ts'
import { folderInUse } from './backup-folder.ts'
import { notedBackups } from './backup-notes.ts'
import { downloadBackup } from './download-backup.ts'
import { dropKeys, holdKeys, keysOf } from './keyring.ts'
import type { ListedProject } from './listed-project.ts'
import { verifyBackup, writeBackup } from './make-backup.ts'
import type { OpenProject } from './open-project.ts'
import { type Opened, openProject, untilFree } from './open-projects.ts'
import { listedProject, listedProjects, noteProject } from './project-list.ts'

/** A backup, or any project file, that was looked into and can be restored. */
export interface RestorableBackup {
  /** The name of its file. */
  readonly name: string
  /** What is in it, opened where it was locked with `keys`. */
  readonly bytes: Uint8Array
  readonly keys?: Unlocked | undefined
  readonly look: Extract<BackupLook, { readonly ok: true }>
}

/** What is on this machine of the project that a backup is of. */
export type Present =
  /** Nothing: it is restored wholly, under its own id where that is free (null: under a new one). */
  | {
      readonly kind: 'none'
      readonly id: ProjectId | null
      /** The project file that it was kept in, which may hold newer work. */
      readonly file?: string
    }
  | {
      readonly kind: 'here'
      readonly id: ProjectId
      readonly name: string
      readonly numbers: BackupNumbers
      readonly log: readonly LoggedChange[]
    }
  /** It is here, but cannot be compared: it is open elsewhere, locked, or damaged. */
  | {
      readonly kind: 'shut'
      readonly id: ProjectId
      readonly name: string
      readonly problem: string
      readonly isLocked?: boolean
    }

/** Whether a backup was restored: under which id, and how what was there before is kept. */
export type Restored = { readonly ok: true; readonly id: ProjectId; readonly kept: string | null } | Refused

/** Reads a backup away from the window; a problem when it holds no project. */
export async function restorable(
  name: string,
  bytes: Uint8Array,
  keys: Unlocked | undefined,
): Promise<RestorableBackup | Refused> {
  const found = await lookInWorker(bytes)
  if (found?.look.ok) return { name, bytes, keys, look: found.look }
  const reason = found?.look.ok === false ? found.look.problem : 'Reading it broke off; it may be too large.'
  return { ok: false, problem: `“${name}” cannot be restored. ${reason}` }
}

/** Finds the project of a backup on this machine. `open` is the one that is open in this window, if any. */
export async function presentOf(backup: RestorableBackup, open: OpenProject | null): Promise<Present> {
  const { inquiry } = backup.look
  const listed = await listedProjects()
  const tag = readBackupName(backup.name)?.tag ?? backupTag(inquiry)
  const home =
    listed.find((each) => backupTag(each.id) === tag) ??
    (open && backupTag(open.id) === tag ? { id: open.id, name: inquiryOf(open.project).name } : undefined)
  const isOwn = tag === backupTag(inquiry)
  if (home) {
    const present = await presentAt(home, backup, open)
    if (present) return present
  }
  return { kind: 'none', id: isOwn && !listed.some((each) => each.id === inquiry) ? inquiry : null }
}

/** Restores as a copy of its own, beside whatever is here. */
export function restoreBeside(backup: RestorableBackup, name: string): Promise<Restored> {
  const here = keysOf(backup.look.inquiry)
  return adopt(backup, { id: surroundings.newId<'project'>(), name, here })
}

/** Restores a project of which nothing is here any more. */
export async function restoreWhole(backup: RestorableBackup, id: ProjectId | null): Promise<Restored> {
  const listed = id ? await listedProject(id, backup.keys) : undefined
  const restored = await adopt(backup, {
    id: id ?? surroundings.newId<'project'>(),
    ...(listed ? { name: listed.name } : {}),
  })
  // Its file may hold newer work than the backup, so Loam does not write over it by itself.
  if (restored.ok && listed) await keepFacts({ ...listed, file: undefined })
  return restored
}

/** Restores in the place of what is here. A verified backup of that is made first; where there is no folder for
    backups, it is handed over as a download. When that fails nothing is restored. `leave` closes the project where it
    is open in this window. */
export async function restoreInPlace(
  backup: RestorableBackup,
  id: ProjectId,
  { open, leave }: { readonly open: OpenProject | null; readonly leave: () => void },
): Promise<Restored> {
  const listed = await listedProject(id, backup.keys)
  const here = keysOf(id)
  const kept = await (open?.id === id ? keepPresent(open) : keepClosed(id, backup.keys))
  if (typeof kept !== 'string') return kept
  leave()
  if (!(await untilFree(id)))
    return { ok: false, problem: 'The project is still open in a window, so nothing was restored.' }
  const restored = await adopt(backup, { id, here, ...(listed ? { name: listed.name } : {}) })
  // A locked one does not go into the file that anybody can read.
  const file = backup.keys && !listed?.lock ? undefined : listed?.file
  if (restored.ok && listed) await keepFacts({ ...listed, file, backups: await notedBackups(id) })
  return restored.ok ? { ...restored, kept } : restored
}

/** Null when another project has this home: its id merely begins alike. */
async function presentAt(
  home: Pick<ListedProject, 'id' | 'name' | 'file'>,
  { look: { inquiry }, keys }: RestorableBackup,
  open: OpenProject | null,
): Promise<Present | null> {
  const { id, name } = home
  if (open?.id === id) return comparable(open, name, inquiry)
  const opened = await openWith(id, keys)
  if (!opened.ok)
    return opened.gone
      ? { kind: 'none', id, ...(home.file ? { file: home.file.name } : {}) }
      : { kind: 'shut', id, name, problem: opened.problem, ...(opened.locked ? { isLocked: true } : {}) }
  const present = comparable(opened.open, name, inquiry)
  await letGo(opened)
  return present
}

function comparable({ id, project, log }: OpenProject, name: string, inquiry: ProjectId): Present | null {
  if (inquiryOf(project).id !== inquiry) return null
  return { kind: 'here', id, name, numbers: numbersOf(project, log.length), log }
}

/** Opens a project for a moment. A locked one opens with the keys of the backup, where they are the same. */
async function openWith(id: ProjectId, keys: Unlocked | undefined): Promise<Opened> {
  const opened = await openProject(id, surroundings)
  if (opened.ok || !opened.locked?.lock || opened.locked.lock.key !== keys?.lock.key) return opened
  holdKeys(id, { ...keys, lock: opened.locked.lock })
  return openProject(id, surroundings)
}

async function letGo({ open, release }: Extract<Opened, { readonly ok: true }>): Promise<void> {
  await open.close()
  dropKeys(open.id)
  await release()
}

async function keepClosed(id: ProjectId, keys: Unlocked | undefined): Promise<string | Refused> {
  const opened = await openWith(id, keys)
  if (!opened.ok) return { ok: false, problem: `${opened.problem} Nothing was restored.` }
  try {
    return await keepPresent(opened.open)
  } finally {
    await letGo(opened)
  }
}

/** The name of a backup that holds the project as it is now. One from before is only relied on after it was read back
    again; what is changed while it is made needs another one. */
async function keepPresent(open: OpenProject): Promise<string | Refused> {
  await open.settled()
  const desk = desktop()
  const last = open.log.at(-1)?.id
  const folder = await folderInUse(desk)
  const same = (await notedBackups(open.id)).findLast(
    (each) => each.last === last && each.verifiedAt !== undefined && each.folder === folder?.handle,
  )
  if (same && folder?.state === 'ready' && (await verifyBackup(open.id, same, desk, open.making.at)).ok)
    return same.name
  const made =
    folder?.state === 'ready'
      ? await writeBackup(open, folder.handle, desk)
      : await downloadBackup(open, desk)
  if (made?.ok && made.backup.last !== open.log.at(-1)?.id) return keepPresent(open)
  if (made?.ok) return made.backup.name
  const reason = made ? made.problem : 'The backup of what is here now was cancelled.'
  return { ok: false, problem: `Nothing was restored. ${reason}` }
}

async function adopt(
  { name: file, bytes, keys }: RestorableBackup,
  wish: { readonly id: ProjectId; readonly name?: string; readonly here?: Unlocked | undefined },
): Promise<Restored> {
  try {
    const adoption = await adoptInWorker(bytes, { ...wish, keys })
    if (adoption.kind === 'adopted' && adoption.id) {
      if (keys) holdKeys(adoption.id, keys)
      return { ok: true, id: adoption.id, kept: null }
    }
    const problem =
      adoption.kind === 'unreadable'
        ? `“${file}” could not be restored. ${adoption.problem}`
        : 'This project is open in another window. Close it there first.'
    return { ok: false, problem }
  } catch {
    const problem =
      'The backup could not be stored on this machine, so nothing was changed. Free some space and try again.'
    return { ok: false, problem }
  }
}

/** What this machine knew of the project stays: its backups, and its file, which lacks everything until it is written
    anew. */
async function keepFacts({
  id,
  file,
  backups,
  sample,
}: Omit<ListedProject, 'file'> & { readonly file?: ListedProject['file'] | undefined }): Promise<void> {
  await noteProject(id, {
    ...(file ? { file, savedAt: 0 } : {}),
    ...(backups ? { backups } : {}),
    ...(sample ? { sample } : {}),
  })
}
