import { useState } from 'react'
import { addCoder } from '../../../shared/commands/coders.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
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
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="do" isDisabled={name.trim() === ''} onPress={add}>
            Add coder
          </Button>
        </>
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
