import { useEffect, useRef, useState } from 'react'
import { inquiryOf } from '../../../shared/model/project.ts'
import { desktop } from '../../platform/desktop.ts'
import { keysOf } from '../../project/keyring.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { say } from '../../ui/messages.tsx'
import { type GoingOut, startGoingOut } from '../../workers/outgoing-client.ts'
import type { Look, Outgoing } from '../../workers/outgoing-messages.ts'

/** What is known of a project that may go out; `failed` when it could not be looked through. */
export type Looked =
  | { readonly kind: 'looking' }
  | { readonly kind: 'failed' }
  | ({ readonly kind: 'looked' } & Look)

/** Looks through the open project for as long as a dialog is shown, and writes what is decided. */
export function useGoingOut(): {
  readonly looked: Looked
  readonly isLocked: boolean
  /** Writes it to a place that is asked for, and says so; true once it is there. `called` is put behind the name. */
  readonly save: (what: Outgoing, called: string, title: string) => Promise<boolean>
} {
  const open = useOpenProject()
  const going = useRef<GoingOut | null>(null)
  const [looked, setLooked] = useState<Looked>({ kind: 'looking' })
  useEffect(() => {
    let wanted = true
    const worker = startGoingOut()
    going.current = worker
    void (async () => {
      await open.settled()
      const look = await worker.look(open.id, open.log.length, keysOf(open.id))
      if (wanted) setLooked(look ? { kind: 'looked', ...look } : { kind: 'failed' })
    })()
    return () => {
      wanted = false
      going.current = null
      worker.end()
    }
  }, [open])
  const save = async (what: Outgoing, called: string, title: string) => {
    const bytes = await going.current?.write(what, open.making.at)
    if (!bytes) {
      say({ kind: 'trouble', text: 'The file could not be made. Nothing was changed.' })
      return false
    }
    const suggestedName = `${fileName(inquiryOf(open.project).name)} ${called}.qdpx`
    const saved = await desktop().saveAs({ suggestedName, title, bytes, mediaType: 'application/zip' })
    if (saved?.ok) say({ kind: 'done', text: `Written to ${saved.name}.` })
    else if (saved) say({ kind: 'trouble', text: saved.problem })
    return saved?.ok === true
  }
  return { looked, isLocked: keysOf(open.id) !== undefined, save }
}

function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'Loam'
}
