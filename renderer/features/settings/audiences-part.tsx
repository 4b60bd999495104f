import { useState } from 'react'
import {
  addAudience,
  removeAudience,
  renameAudience,
  usesOfAudience,
} from '../../../shared/commands/change-inquiry-audiences.ts'
import { inquiryOf } from '../../../shared/model/project.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { say } from '../../ui/messages.tsx'
import { SavedField } from './saved-field.tsx'
import styles from './settings.module.css'

/** Those the inquiry is told to. Consent can differ between them, and a report is made for one or for any reader. */
export function AudiencesPart() {
  const open = useOpenProject()
  const commit = useCommit()
  const project = useProject()
  const audiences = inquiryOf(project).audiences ?? []
  const rename = (from: string, to: string) => {
    const gesture = renameAudience(open.project, from, to)
    if (!gesture)
      say({
        kind: 'trouble',
        text: to.trim() === '' ? 'An audience needs a name.' : `There is already an audience “${to.trim()}”.`,
      })
    void commit(gesture)
  }
  return (
    <div className={styles.fields}>
      <p className={styles.hint}>
        Participants may allow one audience more than another. “Public” means that a text may end anywhere.
      </p>
      <ul className={styles.rows}>
        {audiences.map((audience) => {
          const uses = usesOfAudience(project, audience)
          return (
            <li key={audience}>
              <SavedField
                label={`Audience ${audience}`}
                hideLabel
                value={audience}
                onSave={(to) => rename(audience, to)}
              />
              <small>{uses === 0 ? 'not used yet' : uses === 1 ? 'used once' : `used ${uses} times`}</small>
              <Button
                look="quiet"
                aria-label={`Remove audience ${audience}`}
                isDisabled={uses > 0}
                onPress={() => void commit(removeAudience(open.project, audience))}
              >
                Remove
              </Button>
            </li>
          )
        })}
      </ul>
      <NewAudience taken={audiences} onAdd={(name) => void commit(addAudience(open.project, name))} />
    </div>
  )
}

function NewAudience({
  taken,
  onAdd,
}: {
  readonly taken: readonly string[]
  readonly onAdd: (name: string) => void
}) {
  const [name, setName] = useState('')
  const known = taken.includes(name.trim())
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '' || known) return
        onAdd(name)
        setName('')
      }}
    >
      <TextField
        label="New audience"
        placeholder="community"
        value={name}
        onChange={setName}
        problem={known ? 'This audience is there already.' : undefined}
      />
      <Button type="submit" isDisabled={name.trim() === '' || known}>
        Add audience
      </Button>
    </form>
  )
}
