import { useState } from 'react'
import { changeRound } from '../../../shared/commands/change-round.ts'
import type { AgreementRound } from '../../../shared/model/team-entities.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'

/** Asks for a round's name and note. Whom and what it compares stays: another comparison is another round. */
export function RoundNameDialog({
  round,
  onClose,
}: {
  readonly round: AgreementRound
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const [name, setName] = useState(round.name)
  const [note, setNote] = useState(round.note ?? '')
  const keep = async () => {
    if (name.trim() === '') return
    if ((await commit(changeRound(open.project, round.id, { name, note }))).ok) onClose()
  }
  return (
    <Dialog
      title="Name and note"
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={() => void keep()}>
          Keep
        </CancelOr>
      }
    >
      <TextField
        label="Name of the round"
        value={name}
        onChange={setName}
        problem={name.trim() === '' ? 'Give the round a name.' : undefined}
        autoFocus
      />
      <TextField label="Note" lines={3} value={note} onChange={setNote} />
    </Dialog>
  )
}
