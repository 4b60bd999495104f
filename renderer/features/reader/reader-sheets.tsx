import { useState } from 'react'
import type { SpeakerChoice } from '../../../shared/commands/change-turn-speaker.ts'
import { consentWords, type RestrictionTerms } from '../../../shared/commands/restrict-passage.ts'
import type { Consent, Participant, Speaker, SpeakerRole } from '../../../shared/model/entities.ts'
import type { ParticipantId } from '../../../shared/model/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './reader.module.css'
import { readerKeys } from './reader-keys.ts'
import type { VoicesQuestion } from './use-tagging.ts'

/** Asks whose words are meant, where several people speak in a passage. */
export function VoicesSheet({
  question: { voices, all, answer },
  onClose,
}: {
  readonly question: VoicesQuestion
  readonly onClose: () => void
}) {
  const choose = (spans: VoicesQuestion['all'][] | readonly VoicesQuestion['all'][]) => {
    onClose()
    answer(spans)
  }
  return (
    <Dialog
      title="Several people speak here"
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>Cancel</Button>}
    >
      <p>A coding counts for everyone whose words it is on. Whose do you mean?</p>
      <div className={styles.answers}>
        <Button look="do" autoFocus onPress={() => choose([all])}>
          All of it
        </Button>
        {voices
          .filter((voice) => voice.role !== 'interviewer' || voices.length === 1)
          .map(({ label, spans }) => (
            <Button key={label} onPress={() => choose(spans)}>
              Only {label}’s {spans.length === 1 ? 'part' : `${spans.length} parts`}
            </Button>
          ))}
      </div>
    </Dialog>
  )
}

/** Every key of the reader. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title="Keys in the transcript"
      width="wide"
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>Close</Button>}
    >
      <div className={styles.keys}>
        {readerKeys.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(({ key, says }) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{says}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

/** Asks for a coding's note. */
export function NoteSheet({
  start,
  onSave,
  onClose,
}: {
  readonly start: string
  readonly onSave: (note: string) => void
  readonly onClose: () => void
}) {
  const [note, setNote] = useState(start)
  const keep = () => {
    onSave(note)
    onClose()
  }
  return (
    <Dialog
      title="Note on this coding"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="do" onPress={keep}>
            Keep note
          </Button>
        </>
      }
    >
      <TextField label="Note" lines={4} value={note} onChange={setNote} autoFocus />
    </Dialog>
  )
}

/** Asks who speaks a turn: somebody heard in the source, or a new voice. */
export function SpeakerSheet({
  speakers,
  participants,
  now,
  onChoose,
  onClose,
}: {
  readonly speakers: readonly Speaker[]
  readonly participants: readonly Participant[]
  readonly now: Speaker['id'] | undefined
  readonly onChoose: (choice: SpeakerChoice) => void
  readonly onClose: () => void
}) {
  const [who, setWho] = useState<string>(now ?? 'new')
  const [label, setLabel] = useState('')
  const [role, setRole] = useState<SpeakerRole>('participant')
  const [participant, setParticipant] = useState<ParticipantId | ''>('')
  const known = speakers.find((speaker) => speaker.id === who)
  const choose = () => {
    onChoose(
      known
        ? { kind: 'known', speaker: known.id }
        : { kind: 'new', label, role, ...(role === 'participant' && participant ? { participant } : {}) },
    )
    onClose()
  }
  const people = participants.map((each) => ({ key: each.id, label: each.pseudonym }))
  return (
    <Dialog
      title="Who speaks this turn?"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="do" isDisabled={!known && label.trim() === ''} onPress={choose}>
            Change speaker
          </Button>
        </>
      }
    >
      <Select
        label="Speaker"
        options={[
          ...speakers.map((speaker) => ({
            key: String(speaker.id),
            label: speaker.label,
            hint: roleWords[speaker.role],
          })),
          { key: 'new', label: 'Somebody else' },
        ]}
        value={who}
        onChange={setWho}
      />
      {known ? null : (
        <>
          <TextField label="Name in this source" value={label} onChange={setLabel} autoFocus />
          <Select label="Role" options={roles} value={role} onChange={setRole} />
          {role === 'participant' && people.length > 0 ? (
            <Select
              label="Participant"
              options={people}
              value={participant === '' ? null : participant}
              onChange={setParticipant}
            />
          ) : null}
        </>
      )}
    </Dialog>
  )
}

const roleWords = {
  participant: 'Participant',
  interviewer: 'Interviewer',
  unknown: 'Unknown voice',
} as const satisfies Record<SpeakerRole, string>
const roles: readonly { readonly key: SpeakerRole; readonly label: string }[] = [
  { key: 'participant', label: roleWords.participant },
  { key: 'interviewer', label: roleWords.interviewer },
  { key: 'unknown', label: roleWords.unknown },
]

/** Asks what may be done with a passage, for whom, and why. */
export function RestrictSheet({
  quote,
  audiences,
  onSave,
  onClose,
}: {
  readonly quote: string
  readonly audiences: readonly string[]
  readonly onSave: (terms: RestrictionTerms) => void
  readonly onClose: () => void
}) {
  const [consent, setConsent] = useState<Consent>('paraphrase')
  const [audience, setAudience] = useState('')
  const [reason, setReason] = useState('')
  const save = () => {
    onSave({ consent, ...(audience ? { audience } : {}), reason })
    onClose()
  }
  return (
    <Dialog
      title="Restrict the use of this passage"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="do" onPress={save}>
            Restrict
          </Button>
        </>
      }
    >
      <q className={styles.sheetQuote}>{quote}</q>
      <Select label="This passage" options={consents} value={consent} onChange={setConsent} />
      <Select
        label="For"
        options={[
          { key: '', label: 'Every audience' },
          ...audiences.map((each) => ({ key: each, label: each })),
        ]}
        value={audience}
        onChange={setAudience}
      />
      <TextField
        label="Reason"
        hint="Who asked for it, or what would give somebody away."
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  )
}

const consents: readonly { readonly key: Consent; readonly label: string }[] = (
  ['paraphrase', 'count', 'withdrawn', 'quote'] as const
).map((key) => ({
  key,
  label: consentWords[key].charAt(0).toUpperCase() + consentWords[key].slice(1),
}))
