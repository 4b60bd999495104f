import type { Unlocked } from '../../shared/lock/lock.ts'
import type { Lock } from '../../shared/lock/lock-facts.ts'
import type { ProjectId } from '../../shared/model/ids.ts'

/* Keys of locked projects, in memory alone, while they are open. A worker has a ring of its own: whoever asks it to
   open a project sends the key along. */

const ring = new Map<ProjectId, Unlocked>()

/** What opens the project here; undefined when it is not locked, or locked and not opened. */
export function keysOf(project: ProjectId): Unlocked | undefined {
  return ring.get(project)
}

/** Holds the keys of a project that is being opened. Without any, the project is not locked: keys held before go. */
export function holdKeys(project: ProjectId, keys: Unlocked | undefined): void {
  if (keys) ring.set(project, keys)
  else ring.delete(project)
}

/** Keys of an open project that fit a lock, whatever passphrase it was locked with; undefined when there are none. */
export function keysFor(lock: Lock): Unlocked | undefined {
  return ring.values().find((keys) => keys.lock.key === lock.key)
}

/** Forgets the keys of a project: from then on it opens only with its passphrase. */
export function dropKeys(project: ProjectId): void {
  ring.delete(project)
}
