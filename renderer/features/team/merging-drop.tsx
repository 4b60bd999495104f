import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import type { OpenedFile } from '../../../shared/bridge.ts'
import { droppedFiles } from '../../platform/dropped-files.ts'
import { say } from '../../ui/messages.tsx'
import styles from './merging.module.css'
import { copyEndings } from './readable-copy.ts'

/** Takes one project file that is dropped anywhere on it. */
export function MergingDrop({
  onFile,
  children,
}: {
  readonly onFile: (file: OpenedFile) => void
  readonly children: ReactNode
}) {
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const drop = async (event: DragEvent) => {
    depth.current = 0
    setOver(false)
    if (!hasFiles(event)) return
    event.preventDefault()
    const files = await droppedFiles(event.dataTransfer, copyEndings)
    const [file] = files
    if (file && files.length === 1) onFile(await file.read())
    else say({ kind: 'trouble', text: 'Drop one .qdpx file: copies are merged one after another.' })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first.
    <div
      className={styles.part}
      onDragEnter={(event) => {
        if (!hasFiles(event)) return
        depth.current++
        setOver(true)
      }}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault()
      }}
      onDragLeave={() => {
        depth.current = Math.max(0, depth.current - 1)
        if (depth.current === 0) setOver(false)
      }}
      onDrop={(event) => void drop(event)}
    >
      {children}
      {over ? (
        <div className={styles.dropHere}>
          <p>Drop a copy to compare it</p>
        </div>
      ) : null}
    </div>
  )
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}
