import type { Change, Gesture } from '../../shared/change/change.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { CoderId, ProjectId } from '../../shared/model/ids.ts'
import { emptyProject, inquiryOf, type Project } from '../../shared/model/project.ts'
import { OpenProject, type Surroundings } from './open-project.ts'
import { listedProject, listProject, noteProject, unlistProject } from './project-list.ts'
import { type ProjectDatabase, projectDatabase } from './stored-project.ts'

/** An opened project, or the sentence that says why it could not be opened. */
export type Opened =
  | { readonly ok: true; readonly open: OpenProject; readonly release: () => Promise<void> }
  | { readonly ok: false; readonly problem: string }

/** Opens a project that has its home on this machine. One window per project: it is held until released. */
export async function openProject(id: ProjectId, surroundings: Surroundings): Promise<Opened> {
  const release = await holdAlone(id)
  if (!release)
    return { ok: false, problem: 'This project is already open in another window. Close it there first.' }
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
  return { ok: false, problem: 'This project is not on this machine any more.' }
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
    already here; under another id than the inquiry's own, beside it. Null when that place is open in another
    window. Rejects when it cannot be stored; what was here before is then still here. */
export async function adoptArchive(
  archive: Archive,
  surroundings: Surroundings,
  facts: { readonly id?: ProjectId; readonly name?: string; readonly sample?: boolean } = {},
): Promise<ProjectId | null> {
  const inquiry = inquiryOf(archive.project)
  const id = facts.id ?? inquiry.id
  const release = await holdAlone(id)
  if (!release) return null
  const database = projectDatabase(id)
  try {
    await database.fill(archive, surroundings.newId<'copy'>())
    await listProject({ name: inquiry.name, openedAt: surroundings.now(), ...facts, id })
    return id
  } finally {
    database.close()
    await release()
  }
}

/** True when this machine already has a copy of the project. */
export async function isKnown(id: ProjectId): Promise<boolean> {
  return (await listedProject(id)) !== undefined
}

/** Deletes a project's home on this machine; its files elsewhere stay. False when it is open in another window:
    then it stays too. */
export async function forgetProject(id: ProjectId): Promise<boolean> {
  const release = await holdAlone(id)
  if (!release) return false
  try {
    await projectDatabase(id).delete()
    await unlistProject(id)
    return true
  } finally {
    await release()
  }
}

function lastCoder(project: Project, log: readonly Pick<Change, 'by'>[]): CoderId | undefined {
  const last = log.findLast((change) => project.tables.coder.has(change.by))?.by
  return last ?? project.tables.coder.values().next().value?.id
}

/** Long enough for a window that is just closing, or reloading, to let go. */
const patience = 1000

/** Holds the project for this window; null when another window has it. Releasing settles once others may hold it. */
function holdAlone(id: ProjectId): Promise<(() => Promise<void>) | null> {
  return new Promise((settle, fail) => {
    const holding: Promise<void> = navigator.locks.request(
      `loam-project-${id}`,
      { signal: AbortSignal.timeout(patience) },
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
