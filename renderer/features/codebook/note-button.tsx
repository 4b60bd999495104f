import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './excerpt-actions.module.css'

/** Writes a note on one excerpt. */
export function NoteButton({
  note,
  isDisabled,
  onWrite,
}: {
  readonly note: string | undefined
  readonly isDisabled: boolean
  readonly onWrite: (note: string) => void
}) {
  const [draft, setDraft] = useState('')
  return (
    <DialogTrigger onOpenChange={(isOpen) => isOpen && setDraft(note ?? '')}>
      <Button look="quiet" isDisabled={isDisabled}>
        Note
      </Button>
      <Popover className={styles.popover ?? ''} placement="top">
        <Dialog aria-label="Note on this excerpt" className={styles.note ?? ''}>
          {({ close }) => (
            <>
              <TextField label="Note on this excerpt" lines={4} autoFocus value={draft} onChange={setDraft} />
              <Button
                look="do"
                onPress={() => {
                  onWrite(draft)
                  close()
                }}
              >
                Keep note
              </Button>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
