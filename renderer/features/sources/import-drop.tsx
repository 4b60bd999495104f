import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { formatsThatComeIn } from '../../../shared/importers/import-formats.ts'
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
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const leave = () => {
    depth.current = Math.max(0, depth.current - 1)
    if (depth.current === 0) setOver(false)
  }
  const drop = async (event: DragEvent) => {
    depth.current = 0
    setOver(false)
    if (!hasFiles(event)) return
    event.preventDefault()
    const files = await droppedFiles(event.dataTransfer, holdsFolder(event.dataTransfer) ? endings : [])
    if (files.length > 0) onFiles(files)
    else
      say({
        kind: 'trouble',
        text: `There was no transcript in what you dropped: Loam reads ${formatsThatComeIn}.`,
      })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons are the first.
    <div
      className={styles.drop}
      onDragEnter={(event) => {
        if (!hasFiles(event)) return
        depth.current++
        setOver(true)
      }}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault()
      }}
      onDragLeave={leave}
      onDrop={(event) => void drop(event)}
    >
      {children}
      {over ? (
        <div className={styles.dropHere}>
          <p>Drop files or folders to look at them</p>
        </div>
      ) : null}
    </div>
  )
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}

function holdsFolder(dropped: DataTransfer): boolean {
  return [...dropped.items].some((item) => item.webkitGetAsEntry()?.isDirectory === true)
}
