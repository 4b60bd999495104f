import type { Unlocked } from '../../shared/lock/lock.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { openList } from './database.ts'
import { keysOf } from './keyring.ts'
import type { ListedProject } from './listed-project.ts'
import { listingOf, storedListing } from './sealed-listing.ts'

/** Projects of this machine, the last opened first. Of a locked one only what opening needs, unless its keys are held. */
export async function listedProjects(): Promise<ListedProject[]> {
  const all = await openList().projects.toArray()
  return all.map((each) => listingOf(each, [keysOf(each.id)])).sort((a, b) => b.openedAt - a.openedAt)
}

/** One listed project; undefined when this machine does not know it. All of a locked one needs its keys: those that are
    held, or one of `more`. */
export async function listedProject(
  id: ProjectId,
  ...more: readonly (Unlocked | undefined)[]
): Promise<ListedProject | undefined> {
  const stored = await openList().projects.get(id)
  return stored && listingOf(stored, [keysOf(id), ...more])
}

/** Puts a project in the list, or brings its entry up to date. */
export async function listProject(project: ListedProject): Promise<void> {
  await openList().projects.put(storedListing(project, [keysOf(project.id)]))
  tellListChange()
}

/** Changes some facts of a listed project; what is undefined goes. Those of a locked one are sealed, and so need its
    keys: those that are held, or `keys`. */
export async function noteProject(id: ProjectId, facts: ProjectFacts, keys?: Unlocked): Promise<void> {
  const list = openList()
  await list.transaction('rw', list.projects, async () => {
    const stored = await list.projects.get(id)
    if (!stored) return
    const ring = [keysOf(id), keys]
    const noted = withFacts(listingOf(stored, ring), facts)
    await list.projects.put(storedListing(noted, ring, stored.sealed))
  })
  tellListChange()
}

type ProjectFacts = {
  readonly [Fact in Exclude<keyof ListedProject, 'id'>]?: ListedProject[Fact] | undefined
}

/** Takes a project off the list; its database is deleted by its caller. */
export async function unlistProject(id: ProjectId): Promise<void> {
  await openList().projects.delete(id)
  tellListChange()
}

/** Calls back after this window changed the list; gives back what ends the listening. */
export function onListChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const listeners = new Set<() => void>()

/** Lets those who listen read the list again: it was changed, or keys are held that open more of it. */
export function tellListChange(): void {
  for (const listener of listeners) listener()
}

function withFacts(known: ListedProject, facts: ProjectFacts): ListedProject {
  const { id, name, openedAt, ...rest } = { ...known, ...facts }
  const there = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { ...there, id, name: name ?? known.name, openedAt: openedAt ?? known.openedAt }
}
