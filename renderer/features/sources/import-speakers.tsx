import { useState } from 'react'
import type { DraftSpeaker, SourceDraft } from '../../../shared/importers/source-draft.ts'
import { readId } from '../../../shared/model/ids.ts'
import { inOrder } from '../../../shared/model/project.ts'
import { counted, number } from '../../../shared/text/counted.ts'
import { ChoosePerson } from '../../parts/participant-card-choose.tsx'
import { useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { MergeForAll, RoleForAll } from './for-all.tsx'
import { decide, type FileChoice, markSpeaker, mergeLabel, setRole, voiceOf } from './import-choices.ts'
import styles from './import-preview.module.css'
import { NameDialog } from './name-dialog.tsx'
import { roleOptions } from './words.ts'

interface Deciding {
  readonly choice: FileChoice
  readonly onChange: (choice: FileChoice) => void
}

/** The labels found in a file: who they are, which are one voice, and which are no speakers at all. */
export function ImportSpeakers({ choice, onChange }: Deciding) {
  const { outcome, draft, decisions } = choice
  if (!outcome.ok || !draft) return null
  const suggested = outcome.draft.turnsAre === 'suggested'
  const away = decisions.notSpeakers
  const merged = Object.entries(decisions.merges)
  return (
    <section aria-label="Speakers" className={styles.part}>
      {suggested ? (
        <Checkbox
          isSelected={decisions.takeSuggested}
          onChange={(takeSuggested) => onChange(decide(choice, { takeSuggested }))}
        >
          Take the {counted(outcome.draft.turns.length, 'turn')} that Loam suspects (
          {counted(outcome.draft.speakers.length, 'speaker')}). Look at the text below before and after.
        </Checkbox>
      ) : null}
      {draft.speakers.length === 0 && !suggested ? <p>{unnamed(draft)}</p> : null}
      <Merges choice={choice} onChange={onChange} />
      {draft.speakers.length > 0 ? (
        <table className={styles.speakers}>
          <thead>
            <tr>
              <th>Speaker</th>
              <th>Turns</th>
              <th>Role</th>
              <th>Who it is</th>
              <th>
                <span className={draft.speakers.length > 1 ? undefined : 'visually-hidden'}>
                  Same voice as
                </span>
              </th>
              <th>
                <span className="visually-hidden">Not a speaker</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {draft.speakers.map((speaker) => (
              <SpeakerRow key={speaker.label} speaker={speaker} choice={choice} onChange={onChange} />
            ))}
          </tbody>
        </table>
      ) : null}
      {away.length + merged.length > 0 ? (
        <ul className={styles.decided}>
          {merged.map(([label, into]) => (
            <li key={label}>
              {label} is heard as {into}.
              <Button look="quiet" onPress={() => onChange(mergeLabel(choice, label, null))}>
                Keep {label} apart
              </Button>
              <MergeForAll label={label} into={into} />
            </li>
          ))}
          {away.map((label) => (
            <li key={label}>
              <Checkbox isSelected onChange={() => onChange(markSpeaker(choice, label, true))}>
                “{label}” is not a speaker
              </Checkbox>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function unnamed({ turns }: SourceDraft): string {
  if (turns.length === 0) return 'No speakers were found: the text comes in as one piece.'
  return 'The file names no speakers: its turns come in without a name, and you can say later who speaks.'
}

function Merges({ choice, onChange }: Deciding) {
  const merges = choice.draft?.likelyMerges ?? []
  if (merges.length === 0) return null
  const all = merges.reduce((next, { merge, keep }) => mergeLabel(next, merge, keep), choice)
  return (
    <div className={styles.suggest}>
      <p>Probably one voice:</p>
      <ul>
        {merges.map(({ keep, merge, reason }) => (
          <li key={merge}>
            <Button onPress={() => onChange(mergeLabel(choice, merge, keep))}>
              <span>
                Hear <bdi>{merge}</bdi> as <bdi>{keep}</bdi>
              </span>
            </Button>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
      {merges.length > 1 ? <Button onPress={() => onChange(all)}>Merge all {merges.length}</Button> : null}
    </div>
  )
}

function SpeakerRow({ speaker, choice, onChange }: Deciding & { readonly speaker: DraftSpeaker }) {
  const { label } = speaker
  const others = (choice.draft?.speakers ?? []).filter((each) => each.label !== label)
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={styles.number}>{number(speaker.turns)}</td>
      <td>
        <Select
          label={`Role of ${label}`}
          hideLabel
          options={roleOptions}
          value={speaker.role}
          onChange={(role) => onChange(setRole(choice, label, role))}
        />
        {choice.decisions.roles[label] ? <RoleForAll label={label} role={speaker.role} /> : null}
      </td>
      <td>
        {speaker.role === 'participant' ? <WhoIs label={label} choice={choice} onChange={onChange} /> : null}
      </td>
      <td>
        {others.length > 0 ? (
          <Select
            label={`Same voice as ${label}`}
            hideLabel
            placeholder="nobody else"
            options={others.map((each) => ({ key: each.label, label: each.label }))}
            value={null}
            onChange={(into) => onChange(mergeLabel(choice, label, into))}
          />
        ) : null}
      </td>
      <td>
        <Checkbox
          isSelected={false}
          onChange={() => onChange(markSpeaker(choice, label, false))}
          aria-label={`${label} is not a speaker`}
        >
          Not a speaker
        </Checkbox>
      </td>
    </tr>
  )
}

function WhoIs({ label, choice, onChange }: Deciding & { readonly label: string }) {
  const project = useProject()
  const [naming, setNaming] = useState(false)
  const voice = voiceOf(project, choice, label)
  const people = inOrder(project.tables.participant)
  const fresh = voice.kind === 'new' ? voice.pseudonym : label
  const taken = people.some((each) => each.pseudonym === fresh)
  const options = [
    ...(taken ? [] : [{ key: 'new', label: `New: ${fresh}` }]),
    ...people.map(({ id, pseudonym }) => ({ key: String(id), label: pseudonym })),
    { key: 'name', label: 'New, by another name…' },
  ]
  const set = (voice: FileChoice['voices'][string]) =>
    onChange({ ...choice, voices: { ...choice.voices, [label]: voice } })
  const choose = (key: string) => {
    const id = readId<'participant'>(key)
    if (id) set({ kind: 'known', participant: id })
    else if (key === 'name') setNaming(true)
    else set({ kind: 'new', pseudonym: fresh })
  }
  return (
    <>
      <ChoosePerson
        label={`Who ${label} is`}
        hideLabel
        placeholder="Who is it?"
        options={options}
        value={voice.kind === 'known' ? voice.participant : 'new'}
        onChange={choose}
      />
      {naming ? (
        <NameDialog
          title={`Who is ${label}?`}
          label="Pseudonym"
          start={fresh}
          verb="Keep"
          onClose={() => setNaming(false)}
          onName={(pseudonym) => {
            const wanted = pseudonym.trim()
            if (wanted === '') return 'Give a pseudonym.'
            if (people.some((each) => each.pseudonym === wanted))
              return 'Somebody has this pseudonym already: choose them from the list.'
            set({ kind: 'new', pseudonym: wanted })
            return null
          }}
        />
      ) : null}
    </>
  )
}
