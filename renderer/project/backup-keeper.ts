import { isBackupDue } from '../../shared/backup/backup-due.ts'
import { backupTag, readBackupName } from '../../shared/backup/backup-name.ts'
import { changesWithoutBackup, type NotedBackup } from '../../shared/backup/noted-backup.ts'
import type { BackupFolder, FileHandle } from '../../shared/bridge.ts'
import type { Moment } from '../../shared/model/units.ts'
import { folderInUse } from './backup-folder.ts'
import { notedBackups } from './backup-notes.ts'
import { type BackedUp, type BackupDesk, verifyBackup, writeBackup } from './make-backup.ts'
import type { OpenProject } from './open-project.ts'

/** A backup of the project in the folder. `noted` is what this machine remembers of it: null when it comes from
    another one. */
export interface KnownBackup {
  readonly name: string
  readonly at: Moment
  readonly bytes: number
  readonly noted: NotedBackup | null
}

/** How the backups of the open project stand. */
export interface BackupState {
  /** Null where there is no folder: undefined until it was looked for. */
  readonly folder: BackupFolder | null | undefined
  /** Newest first. */
  readonly files: readonly KnownBackup[]
  /** What this machine remembers, downloads too, the oldest first. */
  readonly noted: readonly NotedBackup[]
  readonly busy: boolean
  /** What is wrong now, in one sentence. */
  readonly trouble: string | null
}

/** Keeps the backups of one open project. */
export interface BackupKeeper {
  state(): BackupState
  readonly subscribe: (listener: () => void) => () => void
  /** Looks at the folder again; `ask` when the person has just pressed something. */
  look(ask?: boolean): Promise<void>
  /** Makes a backup now. Null where there is no folder to write to. */
  backUp(): Promise<BackedUp | null>
  /** Makes a backup when it is due, else verifies one that was not read back yet. Gives a sentence when there is new
      trouble: the same one is told only once. */
  keepUp(closing?: boolean): Promise<string | null>
}

const keepers = new WeakMap<OpenProject, BackupKeeper>()

/** The keeper of an open project's backups, always the same one. */
export function backupKeeper(open: OpenProject, desk: BackupDesk): BackupKeeper {
  const known = keepers.get(open)
  if (known) return known
  const keeper = startKeeper(open, desk)
  keepers.set(open, keeper)
  return keeper
}

/** The last writing: where and when, and why it failed. What is refused now is not tried again at once. */
interface Tried {
  readonly folder: FileHandle
  readonly at: Moment
  readonly problem: string | null
}

function startKeeper(open: OpenProject, desk: BackupDesk): BackupKeeper {
  const listeners = new Set<() => void>()
  let state: BackupState = { folder: undefined, files: [], noted: [], busy: false, trouble: null }
  let told: string | null = null
  let tried: Tried | null = null
  const show = (change: Partial<BackupState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const look = async (ask = false) => {
    const folder = await folderInUse(desk, ask)
    const noted = await notedBackups(open.id)
    const files = folder?.state === 'ready' ? await filesIn(open, folder, noted, desk) : []
    if (tried?.folder !== folder?.handle) tried = null
    show({ folder, noted, files, trouble: troubleOf(folder, noted) ?? tried?.problem ?? null })
  }
  const write = async (verify: boolean): Promise<BackedUp | null> => {
    const { folder } = state
    if (folder?.state !== 'ready') return null
    const { at } = open.making
    show({ busy: true })
    try {
      const outcome = await writeBackup(open, folder.handle, desk, { verify })
      tried = { folder: folder.handle, at, problem: outcome.ok ? null : outcome.problem }
      await look()
      return outcome
    } finally {
      show({ busy: false })
    }
  }
  const tell = () => {
    const isNew = state.trouble !== null && state.trouble !== told
    told = state.trouble
    return isNew ? state.trouble : null
  }
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    look,
    async backUp() {
      await look()
      return write(true)
    },
    async keepUp(closing = false) {
      await look()
      if (state.folder?.state !== 'ready' || (state.busy && !closing)) return tell()
      if (isDue(open, state, tried, closing)) await write(!closing)
      else if (!closing) await verifyOne(open, state, desk, look)
      return tell()
    },
  }
}

function isDue(open: OpenProject, { folder, noted }: BackupState, tried: Tried | null, closing: boolean) {
  const here = noted.filter((each) => each.folder === folder?.handle)
  const changed = changesWithoutBackup(open.log, open.copy, here)
  const lastAt = Math.max(here.at(-1)?.at ?? 0, tried?.at ?? 0) || null
  return isBackupDue({ changed, lastAt, now: open.making.at, closing })
}

async function filesIn(
  open: OpenProject,
  folder: BackupFolder,
  noted: readonly NotedBackup[],
  desk: BackupDesk,
): Promise<KnownBackup[]> {
  const listed = await desk.listBackups(folder.handle)
  if (!listed.ok) return []
  const byName = new Map(
    noted.filter((each) => each.folder === folder.handle).map((each) => [each.name, each]),
  )
  const tag = backupTag(open.id)
  return listed.files
    .flatMap(({ name, bytes }) => {
      const read = readBackupName(name)
      return read?.tag === tag ? [{ name, bytes, at: read.at, noted: byName.get(name) ?? null }] : []
    })
    .sort((a, b) => b.at - a.at)
}

function troubleOf(folder: BackupFolder | null, noted: readonly NotedBackup[]): string | null {
  if (folder?.state === 'refused')
    return `The browser does not let Loam write in the folder “${folder.name}”, so no backups are made: allow it in the browser’s settings for this page, or choose the folder again in Settings under “Backups”.`
  if (folder?.state === 'gone')
    return `The folder “${folder.name}” for backups is not there, so none are made: connect its disk, or choose another folder in Settings under “Backups”.`
  const last = noted.findLast((each) => each.folder !== null && each.folder === folder?.handle)
  return last?.problem === undefined
    ? null
    : `The last backup is not sound. ${last.problem} Loam makes another one after the next change; or choose another folder in Settings under “Backups”.`
}

/** What was written as a window closed, and so not read back yet. */
async function verifyOne(
  open: OpenProject,
  { files }: BackupState,
  desk: BackupDesk,
  look: () => Promise<void>,
): Promise<void> {
  const next = files.find(
    ({ noted }) => noted !== null && noted.verifiedAt === undefined && noted.problem === undefined,
  )
  if (!next?.noted) return
  await verifyBackup(open.id, next.noted, desk, open.making.at)
  await look()
}
