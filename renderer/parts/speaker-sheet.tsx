import { useState } from 'react'
import type { SpeakerChoice } from '../../shared/commands/change-turn-speaker.ts'
import type { Participant, Speaker, SpeakerRole } from '../../shared/model/entities.ts'
import { readId } from '../../shared/model/ids.ts'
import { CancelOr } from '../ui/cancel-or.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { ChoosePerson } from './participant-card-choose.tsx'
import styles from './speaker-sheet.module.css'

/** Asks who speaks one turn or several: somebody heard in the source, or a new voice. */
export function SpeakerSheet({
  title,
  verb,
  speakers,
  participants,
  now,
  onChoose,
  onClose,
}: {
  readonly title: string
  readonly verb: string
  readonly speakers: readonly Speaker[]
  readonly participants: readonly Participant[]
  readonly now: Speaker['id'] | undefined
  readonly onChoose: (choice: SpeakerChoice) => void
  readonly onClose: () => void
}) {
  const [who, setWho] = useState<string>(now ?? speakers[0]?.id ?? 'new')
  const [voice, setVoice] = useState<NewVoice>({ label: '', role: 'participant', person: 'new' })
  const known = speakers.find((speaker) => speaker.id === who)
  const canChoose = known !== undefined || voice.label.trim() !== ''
  const choose = () => {
    if (!canChoose) return
    onChoose(known ? { kind: 'known', speaker: known.id } : choiceOf(voice))
    onClose()
  }
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={choose} isDisabled={!canChoose}>
          {verb}
        </CancelOr>
      }
    >
      {speakers.length > 0 ? (
        <Select label="Speaker" options={voicesOf(speakers)} value={who} onChange={setWho} />
      ) : null}
      {known ? null : (
        <form
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault()
            choose()
          }}
        >
          <VoiceFields voice={voice} participants={participants} onChange={setVoice} />
        </form>
      )}
    </Dialog>
  )
}

interface NewVoice {
  readonly label: string
  readonly role: SpeakerRole
  /** A participant's id, or 'new'. */
  readonly person: string
}

function VoiceFields({
  voice,
  participants,
  onChange,
}: {
  readonly voice: NewVoice
  readonly participants: readonly Participant[]
  readonly onChange: (voice: NewVoice) => void
}) {
  return (
    <>
      <TextField
        label="Name in this source"
        value={voice.label}
        onChange={(label) => onChange({ ...voice, label })}
        autoFocus
      />
      <Select
        label="Role"
        options={roles}
        value={voice.role}
        onChange={(role) => onChange({ ...voice, role })}
      />
      {voice.role === 'participant' && participants.length > 0 ? (
        <ChoosePerson
          label="Participant"
          placeholder="Who is it?"
          options={[
            { key: 'new', label: 'By this name, or somebody new' },
            ...participants.map((each) => ({ key: String(each.id), label: each.pseudonym })),
          ]}
          value={voice.person}
          onChange={(person) => onChange({ ...voice, person })}
        />
      ) : null}
    </>
  )
}

function choiceOf({ label, role, person }: NewVoice): SpeakerChoice {
  const participant = role === 'participant' ? readId<'participant'>(person) : null
  return { kind: 'new', label, role, ...(participant ? { participant } : {}) }
}

function voicesOf(speakers: readonly Speaker[]) {
  return [
    ...speakers.map((speaker) => ({
      key: String(speaker.id),
      label: speaker.label,
      hint: roleWords[speaker.role],
    })),
    { key: 'new', label: 'Somebody else' },
  ]
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
