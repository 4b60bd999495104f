import { useState } from 'react'
import { lockedEnding } from '../../../shared/lock/locked-file.ts'
import type { Erasure } from '../../../shared/model/team-entities.ts'
import { eraseAndReturn } from '../../parts/erase-and-return.ts'
import { EraseDialog } from '../../parts/erase-dialog.tsx'
import { erasedInWords } from '../../parts/erasure-words.ts'
import { readableFile } from '../../parts/unlock.ts'
import { desktop } from '../../platform/desktop.ts'
import { useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './settings.module.css'

/** Erasing somebody's words or names for good, and an account of what was erased, in numbers only. */
export function ErasePart() {
  const { tables } = useProject()
  const [asking, setAsking] = useState(false)
  const [copy, setCopy] = useState<{ readonly name: string; readonly bytes: Uint8Array } | null>(null)
  const done = [...tables.erasure.values()].sort((a, b) => b.at - a.at)
  const choose = async () => {
    const title = 'Choose a copy in which something was erased'
    const [chosen] = await desktop().openFiles({ title, endings: ['qdpx', lockedEnding], several: false })
    const file = chosen ? await readableFile(chosen) : null
    if (file?.problem !== undefined) say({ kind: 'trouble', text: file.problem })
    else if (file) setCopy({ name: file.name, bytes: file.bytes })
  }
  return (
    <div className={styles.fields}>
      <p>
        When somebody asks for it, a participant’s words, whole sources or names can be taken out of
        everything: texts, originals, memos, findings, the history, this project’s file and its backups.
        Merging, importing or restoring does not bring them back. It cannot be undone.
      </p>
      <div className={styles.acts}>
        <Button look="danger" onPress={() => setAsking(true)}>
          Erase for good…
        </Button>
        <Button onPress={() => void choose()}>Erase what another copy erased…</Button>
      </div>
      {done.length > 0 ? <Account erasures={done} /> : null}
      {asking ? <EraseDialog start={{}} onClose={() => setAsking(false)} /> : null}
      {copy ? <TakeOver copy={copy} onClose={() => setCopy(null)} /> : null}
    </div>
  )
}

function Account({ erasures }: { readonly erasures: readonly Erasure[] }) {
  return (
    <ul aria-label="What was erased" className={styles.rows}>
      {erasures.map((erasure) => (
        <li key={erasure.id}>
          <span>{erasedInWords(erasure)}</span>
          <small>{new Date(erasure.at).toLocaleDateString('en-GB', { dateStyle: 'medium' })}</small>
        </li>
      ))}
    </ul>
  )
}

function TakeOver({
  copy: { name, bytes },
  onClose,
}: {
  readonly copy: { readonly name: string; readonly bytes: Uint8Array }
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    await eraseAndReturn(open, { copy: bytes })
    onClose()
  }
  return (
    <Dialog
      title="Erase what another copy erased?"
      role="alertdialog"
      isOpen
      onClose={() => (busy ? undefined : onClose())}
      actions={
        <>
          <Button look="quiet" isDisabled={busy} onPress={onClose}>
            Keep everything
          </Button>
          <Button look="danger" isDisabled={busy} onPress={() => void take()}>
            Erase for good
          </Button>
        </>
      }
    >
      <p>
        What was erased in {name} is taken out here too: of the texts, the history, the files and the backups.
        This cannot be undone.
      </p>
    </Dialog>
  )
}
