import { useState } from 'react'
import {
  changeSpeakerRole,
  setSpeakerParticipant,
  speakerIsNew,
} from '../../../shared/commands/change-speaker.ts'
import { nameTurns } from '../../../shared/commands/change-turn-speaker.ts'
import { joinLabels } from '../../../shared/commands/join-labels.ts'
import type { Speaker } from '../../../shared/model/entities.ts'
import { readId, type SourceId } from '../../../shared/model/ids.ts'
import { inOrder, turnsOf } from '../../../shared/model/project.ts'
import { counted, number } from '../../../shared/text/counted.ts'
import { ChoosePerson } from '../../parts/participant-card-choose.tsx'
import { SpeakerSheet } from '../../parts/speaker-sheet.tsx'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { NameDialog } from './name-dialog.tsx'
import styles from './sources-screen.module.css'
import { roleOptions } from './words.ts'

/** Who speaks in a source: roles, which participant each is, and labels that are one voice. */
export function SourceSpeakers({ source }: { readonly source: SourceId }) {
  const project = useProject()
  const speakers = [...project.tables.speaker.values()].filter((speaker) => speaker.source === source)
  const all = turnsOf(project, source)
  const turns = new Map<string, number>()
  for (const { speaker } of all) if (speaker) turns.set(speaker, (turns.get(speaker) ?? 0) + 1)
  const nameless = all.filter(({ speaker }) => speaker === undefined).length
  const sorted = speakers.sort((a, b) => (turns.get(b.id) ?? 0) - (turns.get(a.id) ?? 0))
  if (sorted.length > mostListed) return <ManySpeakers speakers={sorted} turns={all.length} />
  return (
    <section aria-label="Speakers" className={styles.facts}>
      <h3>Speakers</h3>
      <ul className={styles.speakers}>
        {sorted.map((speaker) => (
          <SpeakerLine
            key={speaker.id}
            speaker={speaker}
            turns={turns.get(speaker.id) ?? 0}
            others={sorted.filter((each) => each !== speaker)}
          />
        ))}
        {nameless > 0 ? <Nameless source={source} turns={nameless} speakers={sorted} /> : null}
      </ul>
    </section>
  )
}

/** The voices of a conversation can be listed; the respondents of a survey are a table of their own. */
const mostListed = 60

function ManySpeakers({
  speakers,
  turns,
}: {
  readonly speakers: readonly Speaker[]
  readonly turns: number
}) {
  const linked = speakers.filter((speaker) => speaker.participant !== undefined).length
  return (
    <section aria-label="Speakers" className={styles.facts}>
      <h3>Speakers</h3>
      <p>
        {counted(speakers.length, 'speaker')}, {counted(turns, 'turn')}
      </p>
      <p className={styles.quiet}>
        {number(linked)} of {number(speakers.length)} are participants. Who they are stands under
        Participants; who speaks one turn can be changed while reading.
      </p>
    </section>
  )
}

/** Turns that came without a name, as captions do: who speaks them is said once for all. */
function Nameless({
  source,
  turns,
  speakers,
}: {
  readonly source: SourceId
  readonly turns: number
  readonly speakers: readonly Speaker[]
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const [asking, setAsking] = useState(false)
  return (
    <li>
      <p>
        <strong>No name yet</strong> <span className={styles.quiet}>{counted(turns, 'turn')}</span>
      </p>
      <p className={styles.quiet}>
        Nobody is counted for {turns === 1 ? 'it' : 'them'}. Where several people speak, name most turns here
        and change the others while reading.
      </p>
      <div>
        <Button onPress={() => setAsking(true)}>Say who speaks…</Button>
      </div>
      {asking ? (
        <SpeakerSheet
          title={turns === 1 ? 'Who speaks this turn?' : `Who speaks these ${turns} turns?`}
          verb="Name the speaker"
          speakers={speakers}
          participants={inOrder(open.project.tables.participant)}
          now={undefined}
          onChoose={(choice) => void commit(nameTurns(open.project, source, choice, open.making))}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </li>
  )
}

function SpeakerLine({
  speaker,
  turns,
  others,
}: {
  readonly speaker: Speaker
  readonly turns: number
  readonly others: readonly Speaker[]
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const change = (role: Speaker['role']) =>
    commit(changeSpeakerRole(open.project, speaker.id, role, open.making))
  return (
    <li>
      <p>
        <strong>{speaker.label}</strong> <span className={styles.quiet}>{counted(turns, 'turn')}</span>
      </p>
      <div className={styles.pair}>
        <Select
          label={`Role of ${speaker.label}`}
          hideLabel
          options={roleOptions}
          value={speaker.role}
          onChange={(role) => void change(role)}
        />
        {speaker.role === 'participant' ? <WhoIs speaker={speaker} /> : null}
      </div>
      {others.length > 0 ? (
        <Select
          label={`Join ${speaker.label} with`}
          hideLabel
          placeholder="Same voice as…"
          options={others.map(({ id, label }) => ({
            key: id,
            label,
            hint: `turns of ${speaker.label} become ${label}’s`,
          }))}
          value={null}
          onChange={(keep) => void commit(joinLabels(open.project, keep, speaker.id))}
        />
      ) : null}
    </li>
  )
}

function WhoIs({ speaker }: { readonly speaker: Speaker }) {
  const open = useOpenProject()
  const commit = useCommit()
  const people = inOrder(useProject().tables.participant)
  const [naming, setNaming] = useState(false)
  const options = [
    ...people.map(({ id, pseudonym }) => ({ key: String(id), label: pseudonym })),
    { key: 'new', label: 'Somebody new…' },
  ]
  const choose = (key: string) => {
    const id = readId<'participant'>(key)
    if (id) void commit(setSpeakerParticipant(open.project, speaker.id, id))
    else setNaming(true)
  }
  return (
    <>
      <ChoosePerson
        label={`Who ${speaker.label} is`}
        hideLabel
        placeholder="Who is it?"
        options={options}
        value={speaker.participant ?? null}
        onChange={choose}
      />
      {naming ? (
        <NameDialog
          title={`Who is ${speaker.label}?`}
          label="Pseudonym"
          start={speaker.label}
          verb="Add participant"
          onClose={() => setNaming(false)}
          onName={(pseudonym) => {
            const gesture = speakerIsNew(open.project, speaker.id, pseudonym, open.making)
            if (!gesture)
              return 'Somebody has this pseudonym already: choose them from the list, or take another one.'
            void commit(gesture)
            return null
          }}
        />
      ) : null}
    </>
  )
}
