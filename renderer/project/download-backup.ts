import type { Desktop } from '../../shared/bridge.ts'
import { lookInWorker } from '../workers/backup-client.ts'
import { noteBackup } from './backup-notes.ts'
import { keysOf } from './keyring.ts'
import { type BackedUp, makeBackup } from './make-backup.ts'
import type { OpenProject } from './open-project.ts'

/** Hands a backup over as a download, or saves it where the person chooses. It is read before it leaves; where it lies
    afterwards only the person knows. Null when they cancel. */
export async function downloadBackup(
  open: OpenProject,
  desk: Pick<Desktop, 'saveAs'>,
): Promise<BackedUp | null> {
  const made = await makeBackup(open, null, new Set())
  if ('problem' in made) return made
  const found = await lookInWorker(made.bytes, keysOf(open.id))
  if (!found?.look.ok)
    return { ok: false, problem: 'No backup was made: what was packed could not be read again.' }
  const saved = await desk.saveAs({
    suggestedName: made.backup.name,
    title: 'Save a backup',
    bytes: made.bytes,
    mediaType: 'application/zip',
  })
  if (saved === null || !saved.ok) return saved
  const backup = { ...made.backup, name: saved.name }
  await noteBackup(open.id, backup)
  return { ok: true, backup }
}
