import { useEffect, useState } from 'react'
import type { Refused } from '../../shared/bridge.ts'
import { isBlind, isBlindPacket } from '../project/blind.ts'
import type { OpenProject } from '../project/open-project.ts'
import {
  type Present,
  presentOf,
  type RestorableBackup,
  type Restored,
  restorable,
  restoreBeside,
  restoreInPlace,
  restoreWhole,
} from '../project/restore-backup.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { say } from '../ui/messages.tsx'
import { dayAndTime } from './backup-words.ts'
import { hrefTo } from './places.ts'
import { RestorePreview } from './restore-preview.tsx'
import { readableFile } from './unlock.ts'

/** A backup that was chosen to be looked at; reading gives null when it is gone. */
export interface ChosenBackup {
  readonly name: string
  readonly read: () => Promise<Uint8Array | null>
}

type Seen = { readonly ok: true; readonly backup: RestorableBackup; readonly present: Present } | Refused

/** Shows what is in a backup beside what is here now, before anything happens, and asks how to restore it. `open` is
    the project that is open in this window, if any. */
export function RestoreDialog({
  chosen,
  open,
  onClose,
}: {
  readonly chosen: ChosenBackup
  readonly open: OpenProject | null
  readonly onClose: () => void
}) {
  const seen = useSeen(chosen, open)
  const [busy, setBusy] = useState(false)
  const restore = async (restoring: (backup: RestorableBackup) => Promise<Restored>) => {
    if (!seen?.ok) return
    setBusy(true)
    const restored = await restoring(seen.backup)
    onClose()
    if (restored.ok) arrive(restored)
    else say({ kind: 'trouble', text: restored.problem })
  }
  // A backup is told in numbers of everything in it, others' codings too.
  const isHidden = open !== null && isBlind(open) && !isBlindPacket(open)
  const close = () => {
    if (!busy) onClose()
  }
  return (
    <Dialog
      title="Restore from a backup"
      width={isHidden || seen?.ok === false ? 'narrow' : 'wide'}
      staysOpen
      isOpen
      onClose={close}
      actions={
        <>
          <Button look="quiet" isDisabled={busy} onPress={close}>
            {seen?.ok === false ? 'Close' : 'Cancel'}
          </Button>
          {seen?.ok && !isHidden ? <Choices seen={seen} open={open} busy={busy} onRestore={restore} /> : null}
        </>
      }
    >
      {seen?.ok && !isHidden ? <RestorePreview backup={seen.backup} present={seen.present} /> : null}
      {isHidden ? (
        <p>What a backup holds is hidden in blind mode. Leave it under “Team” to restore one.</p>
      ) : null}
      {seen?.ok === false ? <p role="alert">{seen.problem}</p> : null}
      <p role="status">{busy ? 'Restoring…' : seen === null ? 'Reading the backup…' : ''}</p>
    </Dialog>
  )
}

function Choices({
  seen: { backup, present },
  open,
  busy,
  onRestore,
}: {
  readonly seen: Extract<Seen, { readonly ok: true }>
  readonly open: OpenProject | null
  readonly busy: boolean
  readonly onRestore: (restoring: (backup: RestorableBackup) => Promise<Restored>) => Promise<void>
}) {
  if (present.kind === 'none')
    return (
      <Button
        look="do"
        isDisabled={busy}
        onPress={() => void onRestore((each) => restoreWhole(each, present.id))}
      >
        Restore the project
      </Button>
    )
  const leave = () => {
    if (open?.id === present.id) location.hash = hrefTo(present.id, { kind: 'start' })
  }
  return (
    <>
      {present.kind === 'here' ? (
        <Button
          look="danger"
          isDisabled={busy}
          onPress={() => void onRestore((each) => restoreInPlace(each, present.id, { open, leave }))}
        >
          Restore in its place
        </Button>
      ) : null}
      <Button
        look="do"
        isDisabled={busy}
        onPress={() => void onRestore((each) => restoreBeside(each, nameBeside(backup)))}
      >
        Restore beside
      </Button>
    </>
  )
}

function useSeen(chosen: ChosenBackup, open: OpenProject | null): Seen | null {
  const [seen, setSeen] = useState<Seen | null>(null)
  useEffect(() => {
    let wanted = true
    void see(chosen, open)
      .catch(() => CANNOT_READ)
      .then((found) => {
        if (wanted) setSeen(found)
      })
    return () => {
      wanted = false
    }
  }, [chosen, open])
  return seen
}

const CANNOT_READ: Refused = {
  ok: false,
  problem: 'This machine could not compare the backup with its own copy. Nothing was changed.',
}

async function see({ name, read }: ChosenBackup, open: OpenProject | null): Promise<Seen> {
  const bytes = await read()
  if (bytes === null)
    return { ok: false, problem: `“${name}” is gone or may not be read. Choose another backup.` }
  const file = await readableFile({ name, bytes, handle: null })
  if (file === null)
    return { ok: false, problem: `“${name}” is locked: without its passphrase it stays closed.` }
  if (file.problem !== undefined) return { ok: false, problem: file.problem }
  const backup = await restorable(name, file.bytes, file.keys)
  return 'problem' in backup ? backup : { ok: true, backup, present: await presentOf(backup, open) }
}

function nameBeside({ look }: RestorableBackup): string {
  const last = look.log.at(-1)
  return last ? `${look.name} (as of ${dayAndTime(last.at)})` : `${look.name} (backup)`
}

function arrive({ id, kept }: Extract<Restored, { readonly ok: true }>): void {
  location.hash = hrefTo(id, { kind: 'sources' })
  const text =
    kept === null
      ? 'The project was restored.'
      : `The project was restored. What was here before is in “${kept}”.`
  say({ kind: 'done', text })
}
