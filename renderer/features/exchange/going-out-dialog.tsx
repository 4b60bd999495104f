import { type ReactNode, useState } from 'react'
import { BlindNumbers } from '../../parts/blind-curtain.tsx'
import { useBlind } from '../../project/project-context.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Look, Outgoing } from '../../workers/outgoing-messages.ts'
import styles from './exchange.module.css'
import { type Looked, useGoingOut } from './use-going-out.ts'

/** Looks through the project, shows what a file for others would hold, and writes it. */
export function GoingOutDialog({
  title,
  about,
  act,
  done,
  called,
  what,
  children,
  onClose,
}: {
  readonly title: string
  readonly about: string
  /** The verb on the button. */
  readonly act: string
  /** The same verb as what cannot be done where looking through failed. */
  readonly done: string
  /** Put behind the name of the file. */
  readonly called: string
  readonly what: (look: Look) => Outgoing
  readonly children: (look: Look) => ReactNode
  readonly onClose: () => void
}) {
  const { looked, isLocked, save } = useGoingOut()
  const { isBlind, isFixed } = useBlind()
  // Nothing goes out unseen.
  const isHidden = isBlind && !isFixed
  const [busy, setBusy] = useState(false)
  const write = async () => {
    if (looked.kind !== 'looked') return
    setBusy(true)
    if (await save(what(looked), called, title)) onClose()
    setBusy(false)
  }
  return (
    <Dialog
      title={title}
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <CancelOr
          onCancel={onClose}
          onDo={() => void write()}
          isDisabled={busy || isHidden || looked.kind !== 'looked'}
        >
          {act}
        </CancelOr>
      }
    >
      <p>{about}</p>
      {looked.kind === 'looked' ? (
        <BlindNumbers title="What goes out is hidden in blind mode">{children(looked)}</BlindNumbers>
      ) : (
        <NotLooked looked={looked} done={done} />
      )}
      {isLocked ? (
        <p className={styles.warn}>
          The project here is locked. This file is not: whoever has it can read it.
        </p>
      ) : null}
    </Dialog>
  )
}

function NotLooked({ looked, done }: { readonly looked: Looked; readonly done: string }) {
  return looked.kind === 'looking' ? (
    <p role="status">Looking through the project…</p>
  ) : (
    <p role="alert">The project could not be looked through, so nothing can be {done} now.</p>
  )
}
