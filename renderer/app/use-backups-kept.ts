import { useEffect } from 'react'
import { desktop } from '../platform/desktop.ts'
import { backupKeeper } from '../project/backup-keeper.ts'
import { finishErasing } from '../project/erase-project.ts'
import type { OpenProject } from '../project/open-project.ts'
import { useOpenProject } from '../project/project-context.tsx'
import { say } from '../ui/messages.tsx'

const minute = 60_000

/** Keeps the backups of the open project: looks every minute whether one is due. */
export function useBackupsKept(): void {
  const open = useOpenProject()
  useEffect(() => {
    // Whoever has just opened a project is let work first; what there is to say of backups is known at once.
    void backupKeeper(open, desktop())
      .look()
      .catch(() => undefined)
    void finishErasing(open, desktop())
      .then((left) => {
        for (const text of left) say({ kind: 'trouble', text })
      })
      .catch(() => undefined)
    const timer = setInterval(() => void keepUp(open, false), minute)
    return () => clearInterval(timer)
  }, [open])
}

/** Backs up what changed before a project closes. It is read back when it is opened next. */
export function backUpOnClosing(open: OpenProject): Promise<void> {
  return keepUp(open, true)
}

/** The same when the window goes: a browser's may only be hidden, so there the interval counts. */
export function backUpOnLeaving(open: OpenProject): Promise<void> {
  return keepUp(open, desktop().kind === 'electron')
}

/** Trouble is told once; a machine that cannot even note a backup must not keep anyone from closing. */
async function keepUp(open: OpenProject, closing: boolean): Promise<void> {
  const trouble = await backupKeeper(open, desktop())
    .keepUp(closing)
    .catch(() => null)
  if (trouble !== null) say({ kind: 'trouble', text: trouble })
}
