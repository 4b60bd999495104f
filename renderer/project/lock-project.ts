import type { Unlocked } from '../../shared/lock/lock.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { copyHome } from './copy-home.ts'
import { deleteHomesBut } from './database.ts'
import { dropKeys, holdKeys, keysOf } from './keyring.ts'
import type { OpenProject } from './open-project.ts'
import { listedProject, noteProject, tellListChange } from './project-list.ts'

/** What the list calls a locked project whose name is not to be read. */
export const namelessName = 'Locked project'

/** Minutes without use after which a locked project closes, unless the person chose otherwise. */
export const usualIdleMinutes = 15

/** Locks an open project on this machine: its home is written anew, sealed; the list of projects then says that this one
    counts, and the readable one is deleted. Until the list says so, nothing has changed. `nameless` hides the project's
    name too. Its file is chosen anew: the one of before is not locked. */
export async function lockProject(
  open: OpenProject,
  unlocked: Unlocked,
  { nameless = false }: { readonly nameless?: boolean } = {},
): Promise<void> {
  await open.settled()
  const file = (await listedProject(open.id))?.file
  await open.moveHome(async () => {
    // Asked for twice at once, the second would copy a home that the first has deleted.
    if (keysOf(open.id)) throw new Error('It is locked already')
    await copyHome(open.id, undefined, unlocked)
    const facts = { lock: unlocked.lock, file: undefined, readableFile: file, savedAt: undefined }
    await noteProject(open.id, { ...facts, ...namedInList(open, nameless) }, unlocked)
    // What the list does not know can be found by nobody once the readable home is gone.
    if ((await listedProject(open.id))?.lock?.key !== unlocked.lock.key)
      throw new Error('The list of projects does not say that it is locked')
    holdKeys(open.id, unlocked)
  })
  tellListChange()
  await deleteHomesBut(open.id, unlocked.lock)
}

/** Takes the lock off an open project: its home is written anew, readable, and the sealed one is deleted. */
export async function unlockProject(open: OpenProject): Promise<void> {
  const unlocked = keysOf(open.id)
  if (!unlocked) return
  await open.settled()
  await open.moveHome(async () => {
    await copyHome(open.id, unlocked, undefined)
    await noteProject(open.id, {
      lock: undefined,
      file: undefined,
      savedAt: undefined,
      closesAfter: undefined,
      readableFile: undefined,
      ...namedInList(open, false),
    })
    dropKeys(open.id)
  })
  await deleteHomesBut(open.id, undefined)
}

/** Puts an open project's key behind another passphrase; nothing else is written anew. */
export async function noteNewLock(open: OpenProject, unlocked: Unlocked): Promise<void> {
  // Its file still opens with the passphrase of before, so it counts as behind.
  await noteProject(open.id, { lock: unlocked.lock, savedAt: 0 })
  holdKeys(open.id, unlocked)
}

/** Shows or hides the name of a locked project in the list of projects. */
export async function nameInList(open: OpenProject, nameless: boolean): Promise<void> {
  await noteProject(open.id, namedInList(open, nameless))
}

function namedInList(open: OpenProject, nameless: boolean) {
  const { name } = inquiryOf(open.project)
  return nameless ? { nameless, name: namelessName } : { nameless: undefined, name }
}
