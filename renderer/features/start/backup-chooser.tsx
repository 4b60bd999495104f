import { useEffect, useState } from 'react'
import { readBackupName } from '../../../shared/backup/backup-name.ts'
import type { BackupFile, BackupFolder } from '../../../shared/bridge.ts'
import { exactTime, sizeInWords } from '../../parts/backup-words.ts'
import styles from '../../parts/backups.module.css'
import { chooseBackupFile } from '../../parts/choose-backup-file.ts'
import { type ChosenBackup, RestoreDialog } from '../../parts/restore-dialog.tsx'
import { desktop } from '../../platform/desktop.ts'
import { folderInUse } from '../../project/backup-folder.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/messages.tsx'

/** Lets a person choose a backup to restore: from the folder for backups, from another folder, or any file. Projects
    that are no longer on this machine are in it too. */
export function BackupChooser({ onClose }: { readonly onClose: () => void }) {
  const [looked, setLooked] = useState<Looked | null>(null)
  const [chosen, setChosen] = useState<ChosenBackup | null>(null)
  useEffect(() => void folderInUse(desktop(), true).then(look).then(setLooked), [])
  if (chosen) return <RestoreDialog chosen={chosen} open={null} onClose={onClose} />
  return (
    <Dialog
      title="Restore from a backup"
      width={looked?.groups.length ? 'wide' : 'narrow'}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          {desktop().keepsBackups ? (
            <Button onPress={() => void lookElsewhere().then((found) => found && setLooked(found))}>
              Look in another folder…
            </Button>
          ) : null}
          <Button look="do" onPress={() => void chooseBackupFile().then(setChosen)}>
            Choose a file…
          </Button>
        </>
      }
    >
      {looked === null ? (
        <p role="status">Looking for backups…</p>
      ) : (
        <Found looked={looked} onChoose={setChosen} />
      )}
    </Dialog>
  )
}

interface Looked {
  readonly folder: BackupFolder | null
  readonly groups: readonly Group[]
  readonly problem: string | null
}

/** The backups of one project, newest first. */
interface Group {
  readonly tag: string
  readonly project: string
  readonly files: readonly (BackupFile & { readonly at: number })[]
}

function Found({
  looked: { folder, groups, problem },
  onChoose,
}: {
  readonly looked: Looked
  readonly onChoose: (chosen: ChosenBackup) => void
}) {
  if (problem !== null) return <p role="alert">{problem}</p>
  if (folder === null || groups.length === 0)
    return (
      <p>
        {folder ? `There are no backups in the folder “${folder.name}”. ` : ''}
        Choose the file of a backup: nothing happens before you have seen what is in it.
      </p>
    )
  return (
    <div className={styles.groups}>
      {groups.map(({ tag, project, files }) => (
        <section key={tag} aria-labelledby={`backups-${tag}`}>
          <h3 id={`backups-${tag}`}>{project}</h3>
          <ul className={styles.files}>
            {files.map(({ name, at, bytes }) => (
              <li key={name}>
                <span>{exactTime(at)}</span>
                <small className={styles.size}>{sizeInWords(bytes)}</small>
                <Button
                  look="quiet"
                  aria-label={`Restore the backup of ${project}, ${exactTime(at)}`}
                  onPress={() => onChoose({ name, read: () => desktop().readBackup(folder.handle, name) })}
                >
                  Restore…
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

async function look(folder: BackupFolder | null): Promise<Looked> {
  if (folder === null) return { folder, groups: [], problem: null }
  const listed = await desktop().listBackups(folder.handle)
  return listed.ok
    ? { folder, groups: grouped(listed.files), problem: null }
    : { folder, groups: [], problem: listed.problem }
}

function grouped(files: readonly BackupFile[]): readonly Group[] {
  const groups = new Map<string, (BackupFile & { readonly at: number; readonly project: string })[]>()
  for (const file of files) {
    const read = readBackupName(file.name)
    if (!read) continue
    const group = groups.get(read.tag) ?? []
    groups.set(read.tag, [...group, { ...file, at: read.at, project: read.project }])
  }
  return [...groups]
    .map(([tag, group]) => {
      const newestFirst = group.sort((a, b) => b.at - a.at)
      return { tag, project: newestFirst[0]?.project ?? '', files: newestFirst }
    })
    .sort((a, b) => (b.files[0]?.at ?? 0) - (a.files[0]?.at ?? 0))
}

async function lookElsewhere(): Promise<Looked | null> {
  const folder = await desktop().chooseBackupFolder('Choose a folder with backups')
  if (folder?.ok !== false) return folder && look(folder)
  say({ kind: 'trouble', text: folder.problem })
  return null
}
