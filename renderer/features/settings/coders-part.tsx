import { useMemo, useState } from 'react'
import { addCoder, changeCoder, codingsBy, removeCoder } from '../../../shared/commands/coders.ts'
import type { Coder } from '../../../shared/model/entities.ts'
import { counted } from '../../../shared/text/counted.ts'
import { BlindSwitch } from '../../parts/blind-switch.tsx'
import { surroundings } from '../../platform/making.ts'
import {
  useBlind,
  useCommit,
  useOpenProject,
  useProject,
  useSelected,
} from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { LeadChoice } from './lead-choice.tsx'
import { SavedField } from './saved-field.tsx'
import styles from './settings.module.css'

/** Who codes: names and initials, and whose hand this window is. */
export function CodersPart() {
  const open = useOpenProject()
  const commit = useCommit()
  const project = useProject()
  const now = useSelected((each) => each.coder)
  const [here, setHere] = useState(now)
  const coders = [...project.tables.coder.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return (
    <div className={styles.fields}>
      <div>
        <Select
          label="Who codes in this window"
          value={here}
          options={coders.map((coder) => ({ key: coder.id, label: coder.name }))}
          onChange={(id) => {
            open.coder = id
            setHere(id)
          }}
        />
        <p className={styles.hint}>
          Codings, memos and changes carry this name. Each coder’s codings are kept apart until you agree on
          them.
        </p>
      </div>
      <div>
        <BlindSwitch />
        <p className={styles.hint}>
          Blind, you see only your own codings and memos, and no counts. It holds for this project on this
          machine; files and merging keep everything.
        </p>
      </div>
      <LeadChoice coders={coders} />
      <ul className={styles.rows}>
        {coders.map((coder) => (
          <CoderRow key={coder.id} coder={coder} isHere={coder.id === here} />
        ))}
      </ul>
      <NewCoder
        onAdd={(name) => {
          const making = { newId: surroundings.newId, at: surroundings.now(), by: open.coder }
          void commit(addCoder(open.project, { name }, making)?.gesture ?? null)
        }}
      />
    </div>
  )
}

function CoderRow({ coder, isHere }: { readonly coder: Coder; readonly isHere: boolean }) {
  const open = useOpenProject()
  const commit = useCommit()
  const project = useProject()
  const codings = useMemo(() => codingsBy(project, coder.id), [project, coder.id])
  const { isBlind } = useBlind()
  const removal = isHere ? null : removeCoder(open.project, coder.id)
  const change = (changes: Parameters<typeof changeCoder>[2]) => {
    void commit(changeCoder(open.project, coder.id, changes))
  }
  return (
    <li>
      <SavedField
        label={`Name of ${coder.name}`}
        hideLabel
        value={coder.name}
        onSave={(name) => change({ name })}
      />
      <span className={styles.initials}>
        <SavedField
          label={`Initials of ${coder.name}`}
          hideLabel
          value={coder.initials}
          onSave={(initials) => change({ initials })}
        />
      </span>
      <small>{isBlind ? '' : counted(codings, 'coding')}</small>
      <Button
        look="quiet"
        aria-label={`Remove coder ${coder.name}`}
        isDisabled={removal === null || isBlind}
        onPress={() => void commit(removal)}
      >
        Remove
      </Button>
    </li>
  )
}

function NewCoder({ onAdd }: { readonly onAdd: (name: string) => void }) {
  const [name, setName] = useState('')
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        onAdd(name)
        setName('')
      }}
    >
      <TextField label="New coder" placeholder="Name" value={name} onChange={setName} />
      <Button type="submit" isDisabled={name.trim() === ''}>
        Add coder
      </Button>
    </form>
  )
}
