import { changeInquiry, type InquiryChanges } from '../../../shared/commands/change-inquiry.ts'
import { inquiryOf } from '../../../shared/model/project.ts'
import { useCommit, useOpenProject, useSelected } from '../../project/project-context.tsx'
import { SavedField } from './saved-field.tsx'
import styles from './settings.module.css'

/** What the inquiry is called, asks and hopes for, and where its researchers stand. Reports open with it. */
export function InquiryPart() {
  const open = useOpenProject()
  const commit = useCommit()
  const inquiry = useSelected((each) => inquiryOf(each.project))
  const save = (changes: InquiryChanges) => {
    void commit(changeInquiry(open.project, changes))
  }
  const orNothing = (text: string) => text.trim() || undefined
  const aims = (text: string) => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    return lines.length > 0 ? lines : undefined
  }
  return (
    <div className={styles.fields}>
      <SavedField label="Name" value={inquiry.name} onSave={(name) => save({ name })} />
      <SavedField
        label="What it is about"
        lines={4}
        value={inquiry.description ?? ''}
        onSave={(text) => save({ description: orNothing(text) })}
      />
      <SavedField
        label="Aims"
        hint="One a line."
        lines={Math.max(3, (inquiry.aims?.length ?? 0) + 1)}
        value={inquiry.aims?.join('\n') ?? ''}
        onSave={(text) => save({ aims: aims(text) })}
      />
      <SavedField
        label="Period"
        placeholder="March to July 2025"
        value={inquiry.period ?? ''}
        onSave={(text) => save({ period: orNothing(text) })}
      />
      <SavedField
        label="Positionality"
        hint="Who you are in relation to what and whom you study. Reports show it."
        lines={5}
        value={inquiry.positionality ?? ''}
        onSave={(text) => save({ positionality: orNothing(text) })}
      />
    </div>
  )
}
