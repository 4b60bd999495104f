import { useEffect, useState } from 'react'
import { counted } from '../../../shared/text/counted.ts'
import { sizeInWords } from '../../parts/backup-words.ts'
import { desktop } from '../../platform/desktop.ts'
import { askForPersistentStorage, type StorageRoom } from '../../platform/persistent-storage.ts'
import { useBlind, useProject, useSelected } from '../../project/project-context.tsx'
import styles from './settings.module.css'

/** How this project is kept on this machine, and how safely. */
export function StoragePart() {
  const project = useProject()
  const changes = useSelected((open) => open.log.length)
  const { isBlind } = useBlind()
  const room = useStorageRoom()
  const codings = [...project.codings.values()].reduce((sum, each) => sum + each.length, 0)
  const inBrowser = desktop().kind === 'browser'
  return (
    <div className={styles.fields}>
      <p>
        Every change is written at once to a database {inBrowser ? 'of this browser' : 'of Loam'} on this
        machine; “Saved” in the status line means that it is on the disk. Nothing is sent anywhere.
      </p>
      <p>
        With “Save as a file…” the project is also kept as a .qdpx file, which Loam brings up to date by
        itself. Give it to others to work together. Backups are apart from it: see below.
      </p>
      <dl className={styles.facts}>
        <dt>In it</dt>
        <dd>
          {counted(project.tables.source.size, 'source')}, {counted(project.tables.code.size, 'code')},{' '}
          {counted(codings, 'coding')}
          {isBlind ? '' : `, ${counted(changes, 'change')}`}
        </dd>
        <dt>Kept for good</dt>
        <dd>{room === null ? 'Asking…' : persistence(room)}</dd>
        {room?.used != null ? (
          <>
            <dt>Room taken</dt>
            <dd>
              {sizeInWords(room.used)}
              {room.left === null ? '' : `, ${sizeInWords(room.left)} left`}
            </dd>
          </>
        ) : null}
      </dl>
    </div>
  )
}

function useStorageRoom(): StorageRoom | null {
  const [room, setRoom] = useState<StorageRoom | null>(null)
  useEffect(() => {
    let wanted = true
    void askForPersistentStorage().then((found) => {
      if (wanted) setRoom(found)
    })
    return () => {
      wanted = false
    }
  }, [])
  return room
}

function persistence({ persistent }: StorageRoom): string {
  return persistent
    ? 'Yes: only you can delete it.'
    : 'Not promised: if the disk runs full, this browser may clear it. Save the project as a file too.'
}
