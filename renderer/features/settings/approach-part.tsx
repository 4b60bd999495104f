import { useState } from 'react'
import { RadioGroup } from 'react-aria-components'
import { changeApproach, changeInquiry } from '../../../shared/commands/change-inquiry.ts'
import type { Approach } from '../../../shared/model/entities.ts'
import { inquiryOf } from '../../../shared/model/project.ts'
import { approaches } from '../../parts/approaches.ts'
import { useCommit, useOpenProject, useSelected } from '../../project/project-context.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './settings.module.css'

/** The declared way of analysing, which decides what numbers are shown; changing it asks for the reason. */
export function ApproachPart() {
  const open = useOpenProject()
  const commit = useCommit()
  const inquiry = useSelected((each) => inquiryOf(each.project))
  const [wanted, setWanted] = useState<Approach | null>(null)
  const choose = (key: string) => {
    const chosen = approaches.find((each) => each.key === key)
    if (chosen && chosen.key !== inquiry.approach) setWanted(chosen.key)
  }
  return (
    <div className={styles.fields}>
      <RadioGroup
        aria-label="Approach"
        value={inquiry.approach}
        onChange={choose}
        className={styles.choices ?? ''}
      >
        {approaches.map((each) => (
          <Choice key={each.key} value={each.key} hint={each.hint}>
            <b>{each.name}</b>
          </Choice>
        ))}
      </RadioGroup>
      {inquiry.approachReason ? (
        <p className={styles.reason}>Why it was changed: {inquiry.approachReason}</p>
      ) : null}
      <div>
        <Checkbox
          isSelected={inquiry.probabilitySampling === true}
          onChange={(on) =>
            void commit(changeInquiry(open.project, { probabilitySampling: on || undefined }))
          }
        >
          Participants are a probability sample
        </Checkbox>
        <p className={styles.hint}>
          Only then do tests of significance say anything; without it Loam leaves them out.
        </p>
      </div>
      {wanted ? <ReasonDialog approach={wanted} onClose={() => setWanted(null)} /> : null}
    </div>
  )
}

function ReasonDialog({ approach, onClose }: { readonly approach: Approach; readonly onClose: () => void }) {
  const open = useOpenProject()
  const commit = useCommit()
  const [reason, setReason] = useState('')
  const [wanting, setWanting] = useState(false)
  const name = approaches.find((each) => each.key === approach)?.name ?? approach
  const change = async () => {
    if (reason.trim() === '') {
      setWanting(true)
      return
    }
    const kept = await commit(changeApproach(open.project, approach, reason))
    if (kept.ok) onClose()
  }
  return (
    <Dialog
      title={`Change the approach to “${name}”`}
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={() => void change()}>
          Change the approach
        </CancelOr>
      }
    >
      <TextField
        label="Why?"
        hint="The reason stays in the history. It changes which numbers reports show, not your codings."
        lines={3}
        autoFocus
        value={reason}
        onChange={setReason}
        problem={wanting && reason.trim() === '' ? 'Say why the approach changes.' : undefined}
      />
    </Dialog>
  )
}
