import type { ReactNode } from 'react'
import type { OpenedFile } from '../../../shared/bridge.ts'
import { useDrop } from '../../parts/use-drop.ts'
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
  const take = async (dropped: DataTransfer) => {
    const files = await droppedFiles(dropped, copyEndings)
    const [file] = files
    if (file && files.length === 1) onFile(await file.read())
    else say({ kind: 'trouble', text: 'Drop one .qdpx file: copies are merged one after another.' })
  }
  const { isOver, zone } = useDrop((dropped) => void take(dropped))
  return (
    <div {...zone} className={styles.part}>
      {children}
      {isOver ? (
        <div className={styles.dropHere}>
          <p>Drop a copy to compare it</p>
        </div>
      ) : null}
    </div>
  )
}
