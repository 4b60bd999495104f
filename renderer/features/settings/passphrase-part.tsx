import { useState } from 'react'
import { useArrival } from '../../parts/use-arrival.ts'
import type { ListedProject } from '../../project/listed-project.ts'
import { nameInList, usualIdleMinutes } from '../../project/lock-project.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { noteProject } from '../../project/project-list.ts'
import { useListed } from '../../project/use-listed.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { ChangePassphraseDialog, RemovePassphraseDialog, SetPassphraseDialog } from './passphrase-dialogs.tsx'
import styles from './settings.module.css'
import { StillReadable } from './still-readable.tsx'

/** Locking the project with a passphrase, and what a locked one does by itself. */
export function PassphrasePart() {
  const open = useOpenProject()
  const listed = useListed(open.id)
  const [asking, setAsking] = useState<'set' | 'change' | 'remove' | null>(null)
  const close = () => setAsking(null)
  return (
    <div className={styles.fields}>
      {listed?.lock ? (
        <Locked listed={listed} onAsk={setAsking} />
      ) : (
        <>
          <p>
            Anybody who uses this account on this machine can open the project. With a passphrase nobody else
            can read it, its file or its backups. A lost passphrase is final: nobody can open the project
            without it.
          </p>
          <div>
            <Button onPress={() => setAsking('set')}>Set a passphrase…</Button>
          </div>
        </>
      )}
      {asking === 'set' ? <SetPassphraseDialog onClose={close} /> : null}
      {asking === 'change' && listed ? <ChangePassphraseDialog listed={listed} onClose={close} /> : null}
      {asking === 'remove' && listed ? <RemovePassphraseDialog listed={listed} onClose={close} /> : null}
    </div>
  )
}

function Locked({
  listed,
  onAsk,
}: {
  readonly listed: ListedProject
  readonly onAsk: (what: 'change' | 'remove') => void
}) {
  const open = useOpenProject()
  const told = useArrival<HTMLParagraphElement>(listed.lock)
  return (
    <>
      <p ref={told} tabIndex={-1} data-arrival>
        This project is locked: on this machine, in its file and in its backups it is unreadable without its
        passphrase. Close the project, and it asks for it again. What you export, such as reports and tables,
        is not locked, nor are recordings.
      </p>
      <StillReadable listed={listed} />
      <div className={styles.buttons}>
        <Button onPress={() => onAsk('change')}>Change the passphrase…</Button>
        <Button onPress={() => onAsk('remove')}>Remove the passphrase…</Button>
      </div>
      <Select
        label="Close by itself when nobody has used it for"
        value={String(listed.closesAfter ?? usualIdleMinutes)}
        options={idleTimes}
        onChange={(minutes) => void noteProject(open.id, { closesAfter: Number(minutes) })}
      />
      <Checkbox isSelected={listed.nameless === true} onChange={(on) => void nameInList(open, on)}>
        Show it as “Locked project” in the list of projects, without its name
      </Checkbox>
      <p className={styles.hint}>
        The list also keeps when it was opened last. What else it knows, such as the names of its file and
        backups, is locked with the project.
      </p>
    </>
  )
}

const idleTimes = [
  { key: '5', label: '5 minutes' },
  { key: '15', label: '15 minutes' },
  { key: '60', label: 'an hour' },
  { key: '0', label: 'however long' },
]
