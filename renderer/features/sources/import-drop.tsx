import type { ReactNode } from 'react'
import { formatsThatComeIn } from '../../../shared/importers/import-formats.ts'
import { useDrop } from '../../parts/use-drop.ts'
import { droppedFiles } from '../../platform/dropped-files.ts'
import type { FileToRead } from '../../platform/files-to-read.ts'
import { say } from '../../ui/messages.tsx'
import styles from './sources-screen.module.css'

/** Takes files and folders that are dropped anywhere on it. From folders only files with the endings are read: a
    recording beside its transcript is none. */
export function ImportDrop({
  endings,
  onFiles,
  children,
}: {
  readonly endings: readonly string[]
  readonly onFiles: (files: readonly FileToRead[]) => void
  readonly children: ReactNode
}) {
  const take = async (dropped: DataTransfer) => {
    const files = await droppedFiles(dropped, holdsFolder(dropped) ? endings : [])
    if (files.length > 0) onFiles(files)
    else
      say({
        kind: 'trouble',
        text: `There was no transcript in what you dropped: Loam reads ${formatsThatComeIn}.`,
      })
  }
  const { isOver, zone } = useDrop((dropped) => void take(dropped))
  return (
    <div {...zone} className={styles.drop}>
      {children}
      {isOver ? (
        <div className={styles.dropHere}>
          <p>Drop files or folders to look at them</p>
        </div>
      ) : null}
    </div>
  )
}

function holdsFolder(dropped: DataTransfer): boolean {
  return [...dropped.items].some((item) => item.webkitGetAsEntry()?.isDirectory === true)
}
