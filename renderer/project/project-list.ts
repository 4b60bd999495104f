import type { ProjectId } from '../../shared/model/ids.ts'
import { openList } from './database.ts'
import type { ListedProject } from './listed-project.ts'

/** Projects of this machine, the last opened first. */
export async function listedProjects(): Promise<ListedProject[]> {
  return (await openList().projects.toArray()).sort((a, b) => b.openedAt - a.openedAt)
}

/** One listed project; undefined when this machine does not know it. */
export function listedProject(id: ProjectId): Promise<ListedProject | undefined> {
  return openList().projects.get(id)
}

/** Puts a project in the list, or brings its entry up to date. */
export async function listProject(project: ListedProject): Promise<void> {
  await openList().projects.put(project)
}

/** Changes some facts of a listed project. */
export async function noteProject(id: ProjectId, facts: Partial<Omit<ListedProject, 'id'>>): Promise<void> {
  await openList().projects.update(id, facts)
}

/** Takes a project off the list; its database is deleted by its caller. */
export async function unlistProject(id: ProjectId): Promise<void> {
  await openList().projects.delete(id)
}
