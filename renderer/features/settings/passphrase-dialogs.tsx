import { type ReactNode, useState } from 'react'
import { carryingDrafts } from '../../parts/prose-editor-draft.ts'
import { keysOf } from '../../project/keyring.ts'
import type { ListedProject } from '../../project/listed-project.ts'
import { lockProject, noteNewLock, unlockProject } from '../../project/lock-project.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { say } from '../../ui/messages.tsx'
import { lockInWorker, tryInWorker } from '../../workers/lock-client.ts'
import { NewPassphraseFields, noPassphrase, whyNotYet } from './new-passphrase.tsx'
import styles from './settings.module.css'

/** Asks for a passphrase and locks the project with it. */
export function SetPassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const open = useOpenProject()
  const [chosen, setChosen] = useState(noPassphrase)
  const [nameless, setNameless] = useState(false)
  const [tried, setTried] = useState(false)
  const problems = tried ? whyNotYet(chosen) : null
  const lock = async () => {
    setTried(true)
    if (whyNotYet(chosen)) return false
    const keys = await lockInWorker(chosen.passphrase)
    await carryingDrafts(open.id, () => lockProject(open, keys, { nameless }))
    say({ kind: 'done', text: 'The project is locked. From now on it opens with its passphrase.' })
    return true
  }
  return (
    <Steps title="Lock this project" act="Lock the project" doing="Locking…" onAct={lock} onClose={onClose}>
      <p>
        The project on this machine, its file and its backups are then unreadable without the passphrase. What
        you export, such as reports and tables, is not locked, nor are recordings, which stay where they are.
      </p>
      <NewPassphraseFields
        label="Passphrase"
        autoFocus
        chosen={chosen}
        onChange={setChosen}
        problems={problems}
      />
      <Checkbox isSelected={nameless} onChange={setNameless}>
        Show it as “Locked project” in the list of projects, without its name
      </Checkbox>
    </Steps>
  )
}

/** Asks for the passphrase of now and a new one. */
export function ChangePassphraseDialog({
  listed,
  onClose,
}: {
  readonly listed: ListedProject
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const current = useCurrent(listed)
  const [chosen, setChosen] = useState(noPassphrase)
  const [tried, setTried] = useState(false)
  const change = async () => {
    setTried(true)
    const keys = keysOf(open.id)
    if (whyNotYet(chosen) || !keys || !(await current.isRight())) return false
    await noteNewLock(open, await lockInWorker(chosen.passphrase, keys))
    say({ kind: 'done', text: 'The passphrase was changed.' })
    return true
  }
  return (
    <Steps
      title="Change the passphrase"
      act="Change the passphrase"
      doing="Changing…"
      onAct={change}
      onClose={onClose}
    >
      {current.field}
      <NewPassphraseFields
        label="New passphrase"
        chosen={chosen}
        onChange={setChosen}
        problems={tried ? whyNotYet(chosen) : null}
      />
      <p className={styles.hint}>
        Files and backups written before still open with the passphrase of before. If somebody else may know
        that one, remove the passphrase and set a new one instead: only then does everything get another key.
      </p>
    </Steps>
  )
}

/** Asks for the passphrase of now and takes the lock off. */
export function RemovePassphraseDialog({
  listed,
  onClose,
}: {
  readonly listed: ListedProject
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const current = useCurrent(listed)
  const remove = async () => {
    if (!(await current.isRight())) return false
    await carryingDrafts(open.id, () => unlockProject(open))
    say({
      kind: 'done',
      text: 'The passphrase was removed. Everybody who uses this machine can open the project.',
    })
    return true
  }
  return (
    <Steps
      title="Remove the passphrase"
      act="Remove the passphrase"
      doing="Removing…"
      onAct={remove}
      onClose={onClose}
    >
      <p>
        The project is then written readable on this machine, and so is its file when you save it next. Locked
        files and backups stay locked, and open with the passphrase of now.
      </p>
      {current.field}
    </Steps>
  )
}

/** The passphrase of now, which whoever merely sits at an open window does not know. */
function useCurrent({ lock }: ListedProject) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  return {
    isRight: async () => {
      const isRight = lock !== undefined && (await tryInWorker(lock, typed)) !== null
      setProblem(isRight ? undefined : 'This is not its passphrase. Try again; capitals and spaces count.')
      return isRight
    },
    field: (
      <TextField
        label="Passphrase of now"
        type="password"
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={(next) => {
          setTyped(next)
          setProblem(undefined)
        }}
        problem={problem}
      />
    ),
  }
}

/** A dialog whose act takes a moment. `onAct` says whether it is done; what goes wrong is told and changes nothing. */
function Steps({
  title,
  act,
  doing,
  onAct,
  onClose,
  children,
}: {
  readonly title: string
  readonly act: string
  readonly doing: string
  readonly onAct: () => Promise<boolean>
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const [busy, setBusy] = useState(false)
  const run = async () => {
    if (busy) return
    setBusy(true)
    try {
      if (await onAct()) onClose()
    } catch {
      say({
        kind: 'trouble',
        text: 'This machine refused it, so the project is as it was. Free some space and try again.',
      })
    }
    setBusy(false)
  }
  return (
    <Dialog
      title={title}
      isOpen
      staysOpen
      onClose={() => (busy ? undefined : onClose())}
      actions={
        <>
          <Button look="quiet" isDisabled={busy} onPress={onClose}>
            Cancel
          </Button>
          <Button look="do" isDisabled={busy} onPress={() => void run()}>
            {busy ? doing : act}
          </Button>
        </>
      }
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        {children}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
