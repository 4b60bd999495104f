import { unlink } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileHandle, Outcome } from '../shared/bridge.ts'
import { isProjectFile } from './read-files.ts'
import type { RecentFiles } from './recent-files.ts'

/** Deletes a project file that was opened or saved before, for good: what is meant to be unreadable does not go to a
    bin. Nothing but project files can be deleted so. */
export async function deleteKnownFile(handle: FileHandle, recent: RecentFiles): Promise<Outcome> {
  const path = recent.pathOf(handle)
  if (path === null || !isProjectFile(path)) return FORGOTTEN
  try {
    await unlink(path)
    return { ok: true }
  } catch (trouble) {
    if (trouble instanceof Error && 'code' in trouble && trouble.code === 'ENOENT') return { ok: true }
    const problem = `“${basename(path)}” was not deleted: the system refused it, or another program has it open.`
    return { ok: false, problem }
  }
}

const FORGOTTEN: Outcome = {
  ok: false,
  problem: 'Loam no longer knows where this file is: delete it where you saved it.',
}
