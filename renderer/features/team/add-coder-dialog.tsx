import { useState } from 'react'
import { addCoder } from '../../../shared/commands/coders.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'

/** Asks for the name of somebody who codes too. */
export function AddCoderDialog({ onClose }: { readonly onClose: () => void }) {
  const open = useOpenProject()
  const commit = useCommit()
  const [name, setName] = useState('')
  const add = () => {
    if (name.trim() === '') return
    void commit(addCoder(open.project, { name }, open.making)?.gesture ?? null)
    onClose()
  }
  return (
    <Dialog
      title="Add a coder"
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={add} isDisabled={name.trim() === ''}>
          Add coder
        </CancelOr>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextField label="Name" value={name} onChange={setName} autoFocus />
      </form>
    </Dialog>
  )
}
