import type { Change, Gesture } from '../../shared/change/change.ts'
import { withoutErased } from '../../shared/change/erase/without-erased.ts'
import type { Unlocked } from '../../shared/lock/lock.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { CoderId, ProjectId } from '../../shared/model/ids.ts'
import { emptyProject, inquiryOf, type Project } from '../../shared/model/project.ts'
import { deleteHomesBut, homeBehind } from './database.ts'
import { holdKeys, keysOf } from './keyring.ts'
import { rememberLeft } from './left-backups.ts'
import type { ListedProject } from './listed-project.ts'
import { OpenProject } from './open-project.ts'
import { listedProject, listProject, noteProject, unlistProject } from './project-list.ts'
import type { Surroundings } from './save-state.ts'
import { type ProjectDatabase, projectDatabase } from './stored-project.ts'

/** An opened project, or the sentence that says why it could not be opened. */
export type Opened =
  | { readonly ok: true; readonly open: OpenProject; readonly release: () => Promise<void> }
  /** `gone`: nothing of it is on this machine. `locked`: its keys are not held; its passphrase is to be asked for. */
  | {
      readonly ok: false
      readonly problem: string
      readonly gone?: true
      readonly locked?: ListedProject
    }

/** Opens a project that has its home on this machine. One window per project: it is held until released. */
export async function openProject(id: ProjectId, surroundings: Surroundings): Promise<Opened> {
  const release = await holdAlone(id)
  if (!release)
    return { ok: false, problem: 'This project is already open in another window. Close it there first.' }
  const listed = await listedProject(id)
  if (listed && !(await isReady(listed))) {
    await release()
    return { ok: false, problem: 'This project is locked.', locked: listed }
  }
  const database = projectDatabase(id)
  try {
    const open = await openHeld(id, database, surroundings)
    if (open) return { ok: true, open, release }
  } catch {
    database.close()
    await release()
    return {
      ok: false,
      problem: 'This project could not be read from this machine. Nothing in it was changed.',
    }
  }
  await release()
  return { ok: false, problem: 'This project is not on this machine any more.', gone: true }
}

/** False when the keys of a locked project are missing. Homes that a locking or an unlocking left beside go, whoever
    asks: a readable one must not wait for the passphrase. */
async function isReady({ id, lock }: ListedProject): Promise<boolean> {
  await deleteHomesBut(id, lock).catch(() => undefined)
  if (lock && keysOf(id)?.lock.key !== lock.key) return false
  if (!lock) holdKeys(id, undefined)
  return true
}

/** Null where there is no project; opening made an empty home then, which goes again. */
async function openHeld(
  id: ProjectId,
  database: ProjectDatabase,
  surroundings: Surroundings,
): Promise<OpenProject | null> {
  const loaded = await database.load()
  const { project, log } = loaded
  if (log.length === 0) {
    await database.delete()
    return null
  }
  const coder = lastCoder(project, log)
  if (!coder) throw new Error('Nobody codes in this project')
  const copy = loaded.copy ?? surroundings.newId<'copy'>()
  if (!loaded.copy) await database.setCopy(copy)
  // A full disk refuses this too, and must not keep anyone from reading.
  await noteOpening(id, project, surroundings.now()).catch(() => undefined)
  return new OpenProject(id, database, { project, log, copy }, coder, surroundings)
}

async function noteOpening(id: ProjectId, project: Project, openedAt: number): Promise<void> {
  if (await isKnown(id)) await noteProject(id, { openedAt })
  else await listProject({ id, name: inquiryOf(project).name, openedAt })
}

/** Makes the home of a new project from its first gesture. Rejects, leaving nothing, when it cannot be stored. */
export async function makeProject(
  id: ProjectId,
  first: Gesture,
  by: CoderId,
  surroundings: Surroundings,
): Promise<void> {
  const database = projectDatabase(id)
  const copy = surroundings.newId<'copy'>()
  await database.setCopy(copy)
  const maker = new OpenProject(id, database, { project: emptyProject, log: [], copy }, by, surroundings)
  const made = await maker.commit(first)
  if (!made.ok) {
    await database.delete()
    throw new Error(made.problem)
  }
  await listProject({ id, name: inquiryOf(maker.project).name, openedAt: surroundings.now() })
  await maker.close()
}

/** Makes the home of a project from its file, as a new copy of it on this machine, in the place of a copy that is
    already here; under another id than the inquiry's own, beside it. With `keys` it is locked with them. Null when that
    place is open in another window. Rejects when it cannot be stored; what was here before is then still here. */
export async function adoptArchive(
  archive: Archive,
  surroundings: Surroundings,
  { keys, here, ...facts }: AdoptionFacts = {},
): Promise<ProjectId | null> {
  const inquiry = inquiryOf(archive.project)
  const id = facts.id ?? inquiry.id
  const release = await holdAlone(id)
  if (!release) return null
  const clean = await withoutErasedHere(archive, id, surroundings, [keys, here]).catch(
    async (trouble: unknown) => {
      await release()
      throw trouble
    },
  )
  const known = await listedProject(id, keys, here)
  holdKeys(id, keys)
  const database = projectDatabase(id, homeBehind(id, keys))
  try {
    await database.fill(clean, surroundings.newId<'copy'>())
    const kept = keptFacts(known, keys)
    const lock = keys ? await lockInList(id, keys) : {}
    await listProject({ ...kept, name: inquiry.name, openedAt: surroundings.now(), ...facts, ...lock, id })
    await deleteHomesBut(id, keys?.lock)
    return id
  } finally {
    database.close()
    await release()
  }
}

/** Waits until no window has the project open, half a minute at most; false when one still has. */
export async function untilFree(id: ProjectId): Promise<boolean> {
  const release = await holdAlone(id, 30_000)
  await release?.()
  return release !== null
}

/** A file locked with the same key may be of a time before the passphrase was changed: the one of now stays, and a
    hidden name stays hidden. */
async function lockInList(id: ProjectId, { lock }: Unlocked): Promise<Partial<ListedProject>> {
  const known = await listedProject(id)
  const hidden = known?.nameless ? { nameless: true, name: known.name } : {}
  return { ...hidden, lock: known?.lock?.key === lock.key ? known.lock : lock }
}

/** What is known of the copy that was here and still holds: which backups were written, and files that are still
    readable. */
function keptFacts(known: ListedProject | undefined, keys: Unlocked | undefined): Partial<ListedProject> {
  const { backups, closesAfter, file, lock } = known ?? {}
  const readableFile = lock ? known?.readableFile : file
  return {
    ...(backups ? { backups } : {}),
    ...(keys && closesAfter !== undefined ? { closesAfter } : {}),
    ...(keys && readableFile ? { readableFile } : {}),
  }
}

/** How a file's project is listed here, and the keys it is locked with. */
interface AdoptionFacts {
  readonly id?: ProjectId
  readonly name?: string
  readonly sample?: boolean
  readonly keys?: Unlocked | undefined
  /** What opens the copy that is here, where that is another key: never listed, only to ask what was erased in it. */
  readonly here?: Unlocked | undefined
}

/** What was erased for good in this inquiry on this machine does not come back with another copy of it: neither what
    the copy in its place erased, nor what the inquiry's own did. Where a copy here is locked and its keys are not given,
    nobody can tell. */
async function withoutErasedHere(
  archive: Archive,
  place: ProjectId,
  surroundings: Surroundings,
  keys: readonly (Unlocked | undefined)[],
): Promise<Archive> {
  const inquiry = inquiryOf(archive.project).id
  let clean = archive
  for (const id of new Set([inquiry, place])) clean = await withoutErasedAt(id, clean, surroundings, keys)
  return clean
}

async function withoutErasedAt(
  id: ProjectId,
  archive: Archive,
  { newId, now }: Surroundings,
  keys: readonly (Unlocked | undefined)[],
): Promise<Archive> {
  const here = await listedProject(id)
  const by = archive.project.tables.coder.values().next().value?.id
  if (!here || !by) return archive
  const held = [keysOf(id), ...keys].find((each) => each?.lock.key === here.lock?.key)
  if (here.lock && !held) return archive
  holdKeys(id, here.lock ? held : undefined)
  const home = projectDatabase(id)
  try {
    const holder = await holderOfErasures(home)
    return holder ? withoutErased(archive, holder, { newId, at: now(), by, copy: newId<'copy'>() }) : archive
  } finally {
    home.close()
  }
}

/** What is here of a project in which something was erased; null where nothing was. */
async function holderOfErasures(home: ProjectDatabase): Promise<Archive | null> {
  const { project } = await home.load()
  if (project.tables.erasure.size === 0) return null
  const [contents, changes] = await Promise.all([home.allContents(), home.changes()])
  return {
    project,
    changes,
    contents: new Map(contents.map((each) => [each.hash, each])),
    originals: new Map(),
  }
}

/** True when this machine already has a copy of the project. */
export async function isKnown(id: ProjectId): Promise<boolean> {
  return (await listedProject(id)) !== undefined
}

/** Deletes a project's home on this machine; its files elsewhere stay, and its backups, which are known again when it
    comes back. False when it is open in another window:
    then it stays too. */
export async function forgetProject(id: ProjectId): Promise<boolean> {
  const release = await holdAlone(id)
  if (!release) return false
  try {
    await deleteHomesBut(id, null)
    await rememberLeft(id)
    await unlistProject(id)
    return true
  } finally {
    await release()
  }
}

function lastCoder(project: Project, log: readonly Pick<Change, 'by'>[]): CoderId | undefined {
  // A packet is coded by whoever it was made for.
  const packet = inquiryOf(project).packet?.coder
  if (packet && project.tables.coder.has(packet)) return packet
  const last = log.findLast((change) => project.tables.coder.has(change.by))?.by
  return last ?? project.tables.coder.values().next().value?.id
}

/** Long enough for a window that is just closing, or reloading, to let go. */
const patience = 1000

/** Holds the project for this window; null when another window has it. Releasing settles once others may hold it. */
export function holdAlone(id: ProjectId, wait = patience): Promise<(() => Promise<void>) | null> {
  return new Promise((settle, fail) => {
    const holding: Promise<void> = navigator.locks.request(
      `loam-project-${id}`,
      { signal: AbortSignal.timeout(wait) },
      () =>
        new Promise<void>((letGo) => {
          settle(() => {
            letGo()
            return holding
          })
        }),
    )
    holding.catch((trouble: unknown) => (isTimeout(trouble) ? settle(null) : fail(trouble)))
  })
}

function isTimeout(trouble: unknown): boolean {
  return trouble instanceof DOMException && trouble.name === 'TimeoutError'
}
