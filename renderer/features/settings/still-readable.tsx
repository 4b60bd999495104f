import { useState } from 'react'
import { lockedEnding } from '../../../shared/lock/locked-file.ts'
import { counted } from '../../../shared/text/counted.ts'
import { desktop } from '../../platform/desktop.ts'
import { sha256 } from '../../platform/making.ts'
import { forgetBackups } from '../../project/backup-notes.ts'
import type { ListedProject } from '../../project/listed-project.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { listedProject, noteProject } from '../../project/project-list.ts'
import { renewBackups } from '../../project/renew-backups.ts'
import { Button } from '../../ui/button.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './settings.module.css'

/** What was written before the project was locked, and so stays readable until it is deleted. */
export function StillReadable({ listed }: { readonly listed: ListedProject }) {
  const open = useOpenProject()
  const [busy, setBusy] = useState(false)
  const { readableFile } = listed
  const backups = (listed.backups ?? []).filter(({ name }) => !name.endsWith(`.${lockedEnding}`))
  const inFolders = backups.filter(({ folder }) => folder !== null)
  const downloads = backups.filter(({ folder }) => folder === null)
  if (!readableFile && backups.length === 0) return null
  const run = async (act: () => Promise<void>) => {
    setBusy(true)
    await act().catch(() => say({ kind: 'trouble', text: 'That was refused. Nothing was deleted.' }))
    setBusy(false)
  }
  return (
    <section className={styles.warned} aria-label="Still readable">
      <p>
        <b>Still readable</b> without the passphrase, because it was written before: as are copies that you
        gave to others.
      </p>
      {readableFile ? (
        <div className={styles.warnedRow}>
          <p>The file {readableFile.name}</p>
          <Button isDisabled={busy} onPress={() => void run(() => deleteOld(open, readableFile))}>
            Delete it
          </Button>
          <Button
            look="quiet"
            isDisabled={busy}
            onPress={() => void noteProject(open.id, { readableFile: undefined })}
          >
            Keep it, say no more
          </Button>
        </div>
      ) : null}
      {inFolders.length > 0 ? (
        <div className={styles.warnedRow}>
          <p>
            {counted(inFolders.length, 'backup')}: {namesOf(inFolders)}
          </p>
          <Button isDisabled={busy} onPress={() => void run(() => renew(open))}>
            {busy ? 'Making a locked one…' : 'Make a locked one and delete these'}
          </Button>
        </div>
      ) : null}
      {downloads.length > 0 ? (
        <div className={styles.warnedRow}>
          <p>The backup {namesOf(downloads)}, which you downloaded. Delete it where you keep it.</p>
          <Button
            isDisabled={busy}
            onPress={() => void forgetBackups(open.id, new Set(downloads.map(({ name }) => name)))}
          >
            I deleted it
          </Button>
        </div>
      ) : null}
      {listed.file ? null : <p>Save the locked project as a file with “Save as a file…” at the top.</p>}
    </section>
  )
}

function namesOf(backups: readonly { readonly name: string }[]): string {
  return backups.map(({ name }) => name).join(', ')
}

async function deleteOld(
  { id }: OpenProject,
  file: NonNullable<ListedProject['readableFile']>,
): Promise<void> {
  if ((await listedProject(id))?.file?.handle === file.handle)
    return say({ kind: 'trouble', text: `${file.name} is the project’s file of now, so it was not deleted.` })
  const there = await desktop().readAgain(file.handle)
  if (there?.problem === undefined && there && (await sha256(new Uint8Array(there.bytes))) !== file.bytes)
    return say({ kind: 'trouble', text: `${file.name} ${changedSince}` })
  const deleted = await desktop().deleteFile(file.handle)
  if (!deleted.ok) return say({ kind: 'trouble', text: deleted.problem })
  await noteProject(id, { readableFile: undefined })
  say({ kind: 'done', text: `${file.name} was deleted.` })
}

const changedSince =
  'was changed by somebody else since Loam wrote it, so it was not deleted: it may hold their work. Merge it first under Team, then delete it yourself.'

async function renew(open: OpenProject): Promise<void> {
  const renewed = await renewBackups(open, desktop())
  if (!renewed.ok) return say({ kind: 'trouble', text: renewed.problem })
  const { deleted, left } = renewed
  const gone = counted(deleted, 'older backup was deleted', 'older backups were deleted')
  if (left.length === 0) say({ kind: 'done', text: `${gone}.` })
  else
    say({ kind: 'trouble', text: `${gone}. Delete these yourself, where you keep them: ${left.join(', ')}.` })
}
