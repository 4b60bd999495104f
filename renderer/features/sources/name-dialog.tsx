import { useState } from 'react'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'

/** Asks for one name. `onName` gives the problem with it, or null when it was taken. */
export function NameDialog({
  title,
  label,
  start,
  verb,
  onName,
  onClose,
}: {
  readonly title: string
  readonly label: string
  readonly start: string
  readonly verb: string
  readonly onName: (name: string) => string | null
  readonly onClose: () => void
}) {
  const [name, setName] = useState(start)
  const [problem, setProblem] = useState<string | undefined>()
  const take = () => {
    const trouble = onName(name)
    if (trouble === null) onClose()
    else setProblem(trouble)
  }
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={take}>
          {verb}
        </CancelOr>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <TextField label={label} value={name} onChange={setName} problem={problem} autoFocus />
      </form>
    </Dialog>
  )
}
