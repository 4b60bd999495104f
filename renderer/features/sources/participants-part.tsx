import { useMemo, useState } from 'react'
import { addParticipant } from '../../../shared/commands/change-participant.ts'
import type { ParticipantId } from '../../../shared/model/ids.ts'
import { inOrder } from '../../../shared/model/project.ts'
import { counted, number } from '../../../shared/text/counted.ts'
import { ParticipantCard } from '../../parts/participant-card.tsx'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/field.tsx'
import { AttributeButton } from './attribute-dialog.tsx'
import { ImportAttributesButton } from './import-attributes-dialog.tsx'
import { NameDialog } from './name-dialog.tsx'
import { ParticipantTable } from './participant-table.tsx'
import styles from './sources-screen.module.css'

/** Who took part: facts about them, what they allow, and where they speak. */
export function ParticipantsPart() {
  const project = useProject()
  const [filter, setFilter] = useState('')
  const [about, setAbout] = useState<ParticipantId | null>(null)
  const people = useMemo(() => inOrder(project.tables.participant), [project.tables.participant])
  const wanted = filter.trim().toLowerCase()
  const shown = people.filter((person) => searched(person).includes(wanted))
  const person = about === null ? undefined : project.tables.participant.get(about)
  if (people.length === 0) {
    return (
      <EmptyState title="Nobody has taken part yet" action={<Actions />}>
        Participants come in with their transcripts: each speaker who takes part becomes one. You can also add
        them beforehand, or bring a table of them in.
      </EmptyState>
    )
  }
  const withdrawn = people.filter((each) => each.consent === 'withdrawn').length
  return (
    <div className={styles.split}>
      <section aria-label="Participants" className={styles.list}>
        <div className={styles.toolbar}>
          <div className={styles.filter}>
            <TextField
              label="Filter participants"
              hideLabel
              placeholder="Filter by name or fact"
              value={filter}
              onChange={setFilter}
            />
          </div>
          <span role="status" className={styles.quiet}>
            {shown.length === people.length
              ? counted(people.length, 'participant')
              : `${number(shown.length)} of ${counted(people.length, 'participant')}`}
            {withdrawn > 0 ? `, ${withdrawn} of them withdrawn` : ''}
          </span>
          <div className={styles.actions}>
            <Actions />
            <AttributeButton of="participant" attribute={null} />
          </div>
        </div>
        <ParticipantTable people={shown} onAbout={setAbout} />
      </section>
      {person ? (
        <ParticipantCard
          key={person.id}
          participant={person}
          onClose={() => setAbout(null)}
          onOther={setAbout}
        />
      ) : null}
    </div>
  )
}

function searched(person: {
  readonly pseudonym: string
  readonly name?: string
  readonly attributes?: Readonly<Record<string, unknown>>
}): string {
  return [person.pseudonym, person.name ?? '', ...Object.values(person.attributes ?? {})]
    .join(' ')
    .toLowerCase()
}

function Actions() {
  const open = useOpenProject()
  const commit = useCommit()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Button look="do" onPress={() => setAdding(true)}>
        Add participant…
      </Button>
      <ImportAttributesButton />
      {adding ? (
        <NameDialog
          title="Add a participant"
          label="Pseudonym"
          start=""
          verb="Add participant"
          onClose={() => setAdding(false)}
          onName={(pseudonym) => {
            const change = addParticipant(open.project, pseudonym, open.making)
            if (!change.ok) return change.problem
            void commit(change.gesture)
            return null
          }}
        />
      ) : null}
    </>
  )
}
