import { useEffect, useState } from 'react'
import { isReminderDue } from '../../shared/backup/backup-due.ts'
import type { NotedBackup } from '../../shared/backup/noted-backup.ts'
import type { ChangeHeader } from '../../shared/change/change.ts'
import { counted } from '../../shared/text/counted.ts'
import { now } from '../platform/making.ts'
import type { OpenProject } from '../project/open-project.ts'
import { useOpenProject, useSelected } from '../project/project-context.tsx'
import { listedProject } from '../project/project-list.ts'
import { Button } from '../ui/button.tsx'
import { ago } from './backup-words.ts'
import styles from './backups.module.css'
import { downloadNow, useBackups } from './use-backups.ts'

/** A quiet line where backups do not come by themselves: the folder is to be allowed again, or work is a day or two
    hundred changes old and stands in no backup and no file. Nothing else. */
export function BackupReminder() {
  const open = useOpenProject()
  const { state, keeper } = useBackups()
  const log = useSelected((each) => each.log)
  const inFile = useInFile(open)
  if (state.folder === undefined || state.folder?.state === 'ready' || state.busy) return null
  if (state.folder?.state === 'ask' && log.length > 0)
    return (
      <span className={styles.reminder}>
        Backups wait until Loam may use “{state.folder.name}” again:
        <Button look="quiet" onPress={() => void keeper.look(true)}>
          Allow it
        </Button>
      </span>
    )
  const since = log.slice(safeUpTo(log, state.noted, inFile))
  const unsafe = since.filter(({ copy }) => copy === open.copy)
  if (!isReminderDue(unsafe, now())) return null
  return (
    <span className={styles.reminder}>
      {words(state.noted.at(-1), unsafe.length)}:
      <Button look="quiet" onPress={() => void downloadNow(open)}>
        Download a backup
      </Button>
    </span>
  )
}

/** How much of the log is in a backup or in the project's file. */
function safeUpTo(log: readonly ChangeHeader[], noted: readonly NotedBackup[], inFile: number): number {
  const held = new Set<string>(noted.map(({ last }) => last))
  return Math.max(inFile, log.findLastIndex(({ id }) => held.has(id)) + 1)
}

function words(last: NotedBackup | undefined, changes: number): string {
  if (!last) return 'No backup yet'
  const old = now() - last.at > 24 * 3_600_000
  return old ? `Last backup ${ago(last.at, now())}` : `${counted(changes, 'change')} since the last backup`
}

/** How many changes the project’s file holds; looked up every minute. */
function useInFile(open: OpenProject): number {
  const [inFile, setInFile] = useState(0)
  useEffect(() => {
    let wanted = true
    const look = () =>
      void listedProject(open.id).then((listed) => {
        if (wanted) setInFile(listed?.savedAt ?? 0)
      })
    look()
    const timer = setInterval(look, 60_000)
    return () => {
      wanted = false
      clearInterval(timer)
    }
  }, [open])
  return inFile
}
