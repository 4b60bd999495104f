import type { Change, Gesture } from '../../shared/change/change.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { CoderId, ProjectId } from '../../shared/model/ids.ts'
import { emptyProject, inquiryOf, type Project } from '../../shared/model/project.ts'
import { OpenProject, type Surroundings } from './open-project.ts'
import { listedProject, listProject, noteProject, unlistProject } from './project-list.ts'
import { projectDatabase } from './stored-project.ts'

/** An opened project, or the sentence that says why it could not be opened. */
export type Opened =
  | { readonly ok: true; readonly open: OpenProject; readonly release: () => void }
  | { readonly ok: false; readonly problem: string }

/** Opens a project that has its home on this machine. One window per project. */
export async function openProject(id: ProjectId, surroundings: Surroundings): Promise<Opened> {
  const release = await holdAlone(id)
  if (!release)
    return { ok: false, problem: 'This project is already open in another window. Close it there first.' }
  const database = projectDatabase(id)
  const loaded = await database.load()
  const copy = loaded.copy ?? surroundings.newId<'copy'>()
  if (!loaded.copy) await database.setCopy(copy)
  const coder = lastCoder(loaded.project, loaded.log)
  if (loaded.project.tables.inquiry.size === 0 || !coder) {
    release()
    database.close()
    return { ok: false, problem: 'This project is not on this machine any more.' }
  }
  await noteProject(id, { openedAt: surroundings.now() })
  return { ok: true, open: new OpenProject(id, database, { ...loaded, copy }, coder, surroundings), release }
}

/** Makes the home of a new project from its first gesture. */
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
  if (!made.ok) throw new Error(made.problem)
  await listProject({ id, name: inquiryOf(maker.project).name, openedAt: surroundings.now() })
  await maker.close()
}

/** Makes the home of a project from its file, as a new copy of it on this machine.
    Under another id than the inquiry's own, it lives beside a copy that is already here. */
export async function adoptArchive(
  archive: Archive,
  surroundings: Surroundings,
  facts: { readonly id?: ProjectId; readonly name?: string; readonly sample?: boolean } = {},
): Promise<ProjectId> {
  const inquiry = inquiryOf(archive.project)
  const id = facts.id ?? inquiry.id
  const database = projectDatabase(id)
  await database.keep([...archive.contents.values()], [...archive.originals.values()])
  await database.fill(archive.project, archive.changes, surroundings.newId<'copy'>())
  database.close()
  await listProject({ name: inquiry.name, openedAt: surroundings.now(), ...facts, id })
  return id
}

/** True when this machine already has a copy of the project. */
export async function isKnown(id: ProjectId): Promise<boolean> {
  return (await listedProject(id)) !== undefined
}

/** Deletes a project's home on this machine; its files elsewhere stay. */
export async function forgetProject(id: ProjectId): Promise<void> {
  await projectDatabase(id).delete()
  await unlistProject(id)
}

function lastCoder(project: Project, log: readonly Pick<Change, 'by'>[]): CoderId | undefined {
  const last = log.findLast((change) => project.tables.coder.has(change.by))?.by
  return last ?? project.tables.coder.values().next().value?.id
}

/** Holds the project for this window until released; null when another window has it. */
function holdAlone(id: ProjectId): Promise<(() => void) | null> {
  return new Promise((settle) => {
    void navigator.locks.request(`loam-project-${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) {
        settle(null)
        return undefined
      }
      return new Promise<void>((release) => settle(() => release()))
    })
  })
}
