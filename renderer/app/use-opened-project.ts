import { useEffect, useState } from 'react'
import type { ProjectId } from '../../shared/model/ids.ts'
import { stopAskingPassphrase } from '../parts/ask-passphrase.tsx'
import { unlockListed } from '../parts/unlock.ts'
import { desktop } from '../platform/desktop.ts'
import { surroundings } from '../platform/making.ts'
import { dropKeys } from '../project/keyring.ts'
import { type Opened, openProject } from '../project/open-projects.ts'
import { forgetActions, say } from '../ui/messages.tsx'
import { backUpOnClosing } from './use-backups-kept.ts'
import { sayClosing } from './use-desktop-requests.ts'
import { whileClosing } from './while-closing.ts'
import { bringFileUpToDate } from './write-project-file.ts'

/** Opens the named project and closes the one before. Null while it is opening or when none is named. */
export function useOpenedProject(id: ProjectId | null): Opened | null {
  const [opened, setOpened] = useState<{ readonly id: ProjectId; readonly opened: Opened } | null>(null)
  useEffect(() => {
    if (!id) {
      setOpened(null)
      return
    }
    let wanted = true
    const opening = afterClosing()
      .then(() => openAsking(id, () => wanted))
      .catch(cannotOpen)
    void opening.then((result) => {
      if (wanted) setOpened({ id, opened: result })
    })
    return () => {
      wanted = false
      stopAskingPassphrase()
      forgetActions()
      // Closed projects are not shown, even when the address comes back before the next one opened.
      setOpened(null)
      closing = opening.then(close)
      const heard = desktop().onRequest((request) =>
        request.kind === 'flush' ? whileClosing(closing, desktop(), sayClosing) : undefined,
      )
      void closing.then(heard)
    }
  }, [id])
  return opened && opened.id === id ? opened.opened : null
}

/** A locked project opens once its passphrase was given; whoever gives up is back at the start. */
async function openAsking(id: ProjectId, isWanted: () => boolean): Promise<Opened> {
  const opened = await openProject(id, surroundings)
  if (opened.ok || !opened.locked || !isWanted()) return opened
  const isUnlocked = await unlockListed(opened.locked)
  const again = isWanted() && isUnlocked ? await openProject(id, surroundings) : opened
  if (!again.ok) dropKeys(id)
  if (isWanted() && !isUnlocked) location.hash = '#/'
  return again
}

function cannotOpen(): Opened {
  return {
    ok: false,
    problem: 'This browser does not let Loam open projects: it refuses to lock or to store them.',
  }
}

let closing: Promise<void> = Promise.resolve()

function afterClosing(): Promise<void> {
  return closing
}

/** Leaves nothing behind: what is durable here is in the file too, and another window may have the project. */
async function close(opened: Opened): Promise<void> {
  if (!opened.ok) return
  await opened.open.settled()
  const written = await bringFileUpToDate(opened.open, desktop())
  if (!written.ok) say({ kind: 'trouble', text: written.problem })
  await backUpOnClosing(opened.open)
  await opened.open.close()
  dropKeys(opened.open.id)
  await opened.release()
}
