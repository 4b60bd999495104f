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
  tellChange()
}

/** Changes some facts of a listed project; what is undefined goes. */
export async function noteProject(id: ProjectId, facts: ProjectFacts): Promise<void> {
  const list = openList()
  await list.transaction('rw', list.projects, async () => {
    const known = await list.projects.get(id)
    if (known) await list.projects.put(withFacts(known, facts))
  })
  tellChange()
}

type ProjectFacts = {
  readonly [Fact in Exclude<keyof ListedProject, 'id'>]?: ListedProject[Fact] | undefined
}

/** Takes a project off the list; its database is deleted by its caller. */
export async function unlistProject(id: ProjectId): Promise<void> {
  await openList().projects.delete(id)
  tellChange()
}

/** Calls back after this window changed the list; gives back what ends the listening. */
export function onListChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const listeners = new Set<() => void>()

function tellChange(): void {
  for (const listener of listeners) listener()
}

function withFacts(known: ListedProject, facts: ProjectFacts): ListedProject {
  const { id, name, openedAt, ...rest } = { ...known, ...facts }
  const there = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { ...there, id, name: name ?? known.name, openedAt: openedAt ?? known.openedAt }
}
