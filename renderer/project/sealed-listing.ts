import type { LeftBackup } from '../../shared/backup/left-backup.ts'
import type { Unlocked } from '../../shared/lock/lock.ts'
import { packValue, unpackValue } from '../../shared/lock/packed-value.ts'
import { sealOf } from '../../shared/lock/seal.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { randomBytes } from '../platform/making.ts'
import type { ListedProject } from './listed-project.ts'

/** An entry of the list as it lies on the disk. Of a locked project only what opening it needs stands there openly;
    `sealed` is the rest: its files, its backups with their numbers, how far its log was saved. */
export type StoredListing = ListedProject & { readonly sealed?: Uint8Array }

/** What this machine still knows of a project that was removed from it: which backups it had written. */
export interface LeftBackups {
  readonly id: ProjectId
  readonly backups: readonly LeftBackup[]
  /** What was sealed of one that was removed without its keys; nothing else of its entry. */
  readonly locked?: StoredListing
}

/** The entry with what its seal holds, where one of the keys fits; else without. */
export function listingOf(
  { sealed, ...entry }: StoredListing,
  keys: readonly (Unlocked | undefined)[],
): ListedProject {
  const fitting = fittingOf(entry, keys)
  if (!sealed || !fitting) return entry
  const rest = unpackValue(sealOf(fitting.dataKey, randomBytes).open(sealed, placeOf(entry)))
  return { ...entry, ...Object(rest) }
}

/** An entry as it is to lie on the disk. Where no key fits its lock, what would have to be sealed is not written down:
    `before`, what the seal held, stays as it was. */
export function storedListing(
  entry: ListedProject,
  keys: readonly (Unlocked | undefined)[],
  before?: Uint8Array,
): StoredListing {
  if (!entry.lock) return entry
  const { id, name, openedAt, lock, nameless, sample, ...rest } = entry
  const shown: ListedProject = {
    id,
    name,
    openedAt,
    lock,
    ...(nameless ? { nameless } : {}),
    ...(sample ? { sample } : {}),
  }
  const fitting = fittingOf(entry, keys)
  if (!fitting) return before ? { ...shown, sealed: before } : shown
  if (Object.keys(rest).length === 0) return shown
  return { ...shown, sealed: sealOf(fitting.dataKey, randomBytes).seal(packValue(rest), placeOf(entry)) }
}

function fittingOf({ lock }: ListedProject, keys: readonly (Unlocked | undefined)[]): Unlocked | undefined {
  return lock && keys.find((each) => each?.lock.key === lock.key)
}

function placeOf({ id }: ListedProject): string {
  return `list of projects/${id}`
}
