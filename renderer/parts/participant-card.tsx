import { useState } from 'react'
import { attributesOf, setParticipantValue } from '../../shared/commands/attributes.ts'
import {
  changeParticipant,
  mergeParticipants,
  type ParticipantFacts,
  removeParticipant,
  setConsentFor,
} from '../../shared/commands/change-participant.ts'
import type { Participant } from '../../shared/model/entities.ts'
import { type ParticipantId, readId } from '../../shared/model/ids.ts'
import { inOrder, inquiryOf } from '../../shared/model/project.ts'
import { useCommit, useOpenProject, useProject } from '../project/project-context.tsx'
import { Button } from '../ui/button.tsx'
import { CancelOr } from '../ui/cancel-or.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { AttributeField } from './attribute-field.tsx'
import { KeptField } from './attribute-field-line.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import styles from './participant-card.module.css'
import { ChoosePerson } from './participant-card-choose.tsx'
import { consentOptions } from './participant-card-consent.ts'
import { ParticipantVoices } from './participant-card-voices.tsx'

/** Everything about one participant: names, what they allow and to whom, facts, and where they speak. */
export function ParticipantCard({
  participant,
  onClose,
  onOther,
}: {
  readonly participant: Participant
  readonly onClose: () => void
  readonly onOther: (participant: ParticipantId) => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const project = useProject()
  const { id, pseudonym } = participant
  const keep = (facts: ParticipantFacts) => {
    const change = changeParticipant(open.project, id, facts)
    if (change.ok) void commit(change.gesture)
  }
  const check = (name: string) => {
    const change = changeParticipant(open.project, id, { pseudonym: name })
    return change.ok ? null : change.problem
  }
  return (
    <SidePanel title={pseudonym} onClose={onClose}>
      <KeptField
        label="Pseudonym"
        value={pseudonym}
        check={check}
        onKeep={(name) => keep({ pseudonym: name })}
      />
      <KeptField
        label="Real name"
        value={participant.name ?? ''}
        hint="Kept apart: it never leaves in reports or exports."
        onKeep={(name) => keep({ name })}
      />
      <Allows participant={participant} onKeep={keep} />
      <section aria-label="Facts" className={styles.facts}>
        {attributesOf(project, 'participant').map((attribute) => (
          <AttributeField
            key={attribute.id}
            attribute={attribute}
            value={participant.attributes?.[attribute.id]}
            onKeep={(value) => void commit(setParticipantValue(open.project, id, attribute.id, value))}
          />
        ))}
      </section>
      <ParticipantVoices participant={id} />
      <SamePerson participant={participant} onMerged={onOther} />
      <Remove participant={participant} onClose={onClose} />
    </SidePanel>
  )
}

function Allows({
  participant,
  onKeep,
}: {
  readonly participant: Participant
  readonly onKeep: (facts: ParticipantFacts) => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const audiences = inquiryOf(useProject()).audiences ?? []
  const hint = consentOptions.find((each) => each.key === participant.consent)?.hint
  const asAll = { key: 'same', label: 'The same', hint: 'as for everyone' } as const
  return (
    <section aria-label="What they allow" className={styles.facts}>
      <Select
        label={`What ${participant.pseudonym} allows`}
        options={consentOptions}
        value={participant.consent}
        onChange={(consent) => onKeep({ consent })}
      />
      <p className={styles.quiet}>{hint}</p>
      {participant.consent === 'withdrawn'
        ? null
        : audiences.map((audience) => (
            <Select
              key={audience}
              label={`Towards “${audience}”`}
              options={[asAll, ...consentOptions]}
              value={participant.consentFor?.[audience] ?? asAll.key}
              onChange={(key) =>
                void commit(
                  setConsentFor(open.project, participant.id, audience, key === 'same' ? null : key),
                )
              }
            />
          ))}
      <KeptField
        label="Note on consent"
        lines={2}
        value={participant.consentNote ?? ''}
        onKeep={(consentNote) => onKeep({ consentNote })}
      />
    </section>
  )
}

function SamePerson({
  participant,
  onMerged,
}: {
  readonly participant: Participant
  readonly onMerged: (id: ParticipantId) => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const project = useProject()
  const [keep, setKeep] = useState<ParticipantId | null>(null)
  const others = inOrder(project.tables.participant).filter((each) => each.id !== participant.id)
  const kept = keep === null ? undefined : project.tables.participant.get(keep)
  if (others.length === 0) return null
  const merge = async (id: ParticipantId) => {
    setKeep(null)
    const done = await commit(mergeParticipants(open.project, id, participant.id))
    if (done.ok) onMerged(id)
  }
  return (
    <section aria-label="Same person" className={styles.facts}>
      <ChoosePerson
        label="Is the same person as"
        placeholder="nobody else"
        options={others.map(({ id, pseudonym }) => ({ key: id, label: pseudonym }))}
        value={null}
        onChange={(key) => setKeep(readId<'participant'>(key))}
      />
      {kept ? (
        <Dialog
          title={`Merge ${participant.pseudonym} into ${kept.pseudonym}?`}
          isOpen
          onClose={() => setKeep(null)}
          actions={
            <CancelOr onCancel={() => setKeep(null)} onDo={() => void merge(kept.id)}>
              Merge
            </CancelOr>
          }
        >
          <p>
            Everything {participant.pseudonym} said becomes {kept.pseudonym}’s, and they count once. Facts
            that {kept.pseudonym} lacks come from {participant.pseudonym}; where both allow something, the
            stricter holds. You can undo this.
          </p>
        </Dialog>
      ) : null}
    </section>
  )
}

function Remove({
  participant,
  onClose,
}: {
  readonly participant: Participant
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const [asking, setAsking] = useState(false)
  const [erasing, setErasing] = useState(false)
  const remove = () => {
    void commit(removeParticipant(open.project, participant.id))
    onClose()
  }
  return (
    <footer>
      <Button look="danger" onPress={() => setAsking(true)}>
        Delete participant…
      </Button>
      <Button look="danger" onPress={() => setErasing(true)}>
        Erase for good…
      </Button>
      {erasing ? (
        <EraseDialog start={{ participant: participant.id }} onClose={() => setErasing(false)} />
      ) : null}
      {asking ? (
        <Dialog
          title={`Delete ${participant.pseudonym}?`}
          role="alertdialog"
          isOpen
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>Keep</Button>
              <Button look="danger" onPress={remove}>
                Delete
              </Button>
            </>
          }
        >
          <p>
            Their words stay in the sources but belong to nobody, so they are no longer counted. Memos about
            them go. If they took their consent back, choose “Withdrawn” instead. You can undo this.
          </p>
        </Dialog>
      ) : null}
    </footer>
  )
}
