import { useEffect, useState } from 'react'
import type { ProjectId } from '../../shared/model/ids.ts'
import { surroundings } from '../platform/making.ts'
import { type Opened, openProject } from '../project/open-projects.ts'

/** Opens the named project and closes the one before. Null while it is opening or when none is named. */
export function useOpenedProject(id: ProjectId | null): Opened | null {
  const [opened, setOpened] = useState<{ readonly id: ProjectId; readonly opened: Opened } | null>(null)
  useEffect(() => {
    if (!id) {
      setOpened(null)
      return
    }
    let wanted = true
    const opening = afterClosing().then(() => openProject(id, surroundings))
    void opening.then((result) => {
      if (wanted) setOpened({ id, opened: result })
    })
    return () => {
      wanted = false
      closing = opening.then(close)
    }
  }, [id])
  return opened && opened.id === id ? opened.opened : null
}

let closing: Promise<void> = Promise.resolve()

function afterClosing(): Promise<void> {
  return closing
}

async function close(opened: Opened): Promise<void> {
  if (!opened.ok) return
  await opened.open.close()
  opened.release()
}
