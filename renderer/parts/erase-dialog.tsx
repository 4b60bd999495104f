import { useEffect, useRef, useState } from 'react'
import { isErased } from '../../shared/change/erase/erased-people.ts'
import type { ParticipantId } from '../../shared/model/ids.ts'
import { readId } from '../../shared/model/ids.ts'
import { inOrder, sourcesInOrder } from '../../shared/model/project.ts'
import { useOpenProject, useProject } from '../project/project-context.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { BlindNumbers } from './blind-curtain.tsx'
import { eraseAndReturn } from './erase-and-return.ts'
import styles from './erase-dialog.module.css'
import { EraseForeseen } from './erase-foreseen.tsx'
import { type EraseForm, type EraseStart, emptyForm, placeAfter, wishOf } from './erase-form.ts'
import { namesOfParticipant, useForeseen } from './use-erasing.ts'

/** Asks what is to be erased for good, shows what goes with it, and erases once it was confirmed by a typed word. */
export function EraseDialog({
  start,
  onClose,
}: {
  readonly start: EraseStart
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const [form, setForm] = useState<EraseForm>(() => emptyForm(start))
  const [word, setWord] = useState('')
  const [busy, setBusy] = useState(false)
  const { foreseen, look, forget } = useForeseen(open)
  const change = (changes: Partial<EraseForm>) => {
    setForm((now) => ({ ...now, ...changes }))
    setWord('')
    forget()
  }
  useNames(form.participant, (names) => change({ names }))
  const told = foreseen.kind === 'known' || foreseen.kind === 'looking' ? foreseen.account : undefined
  const isSure = foreseen.kind === 'known' && word.trim().toLowerCase() === confirming
  const erase = async () => {
    setBusy(true)
    await eraseAndReturn(open, { wish: wishOf(form) }, placeAfter(form))
    onClose()
  }
  return (
    <Dialog
      title={form.passage ? 'Erase this passage for good' : 'Erase for good'}
      width="wide"
      staysOpen
      isOpen
      onClose={() => (busy ? undefined : onClose())}
      actions={
        <>
          <Button look="quiet" isDisabled={busy} onPress={onClose}>
            Keep everything
          </Button>
          {foreseen.kind === 'known' ? (
            <Button look="danger" isDisabled={!isSure || busy} onPress={() => void erase()}>
              Erase for good
            </Button>
          ) : (
            <Button look="do" isDisabled={foreseen.kind === 'looking'} onPress={() => void look(form)}>
              See what goes
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form}>
        <p>
          This is the one thing in Loam that cannot be undone: it takes words or names out of the texts, what
          was written about them, the history, the files and the backups of this project. Nothing that was
          done before can be undone afterwards.
        </p>
        {form.passage ? (
          <q className={styles.passage}>{shortened(form.passage.quote)}</q>
        ) : (
          <WhatToErase form={form} onChange={change} />
        )}
        {foreseen.kind === 'problem' ? (
          <p role="alert" className={styles.trouble}>
            {foreseen.problem}
          </p>
        ) : null}
        {told ? (
          <BlindNumbers title="What goes is hidden in blind mode">
            <EraseForeseen
              account={told}
              keepsUnread={form.keepsUnread}
              onKeepUnread={(keepsUnread) => {
                // It stands among what goes, so that stays and is told anew at once.
                setForm({ ...form, keepsUnread })
                setWord('')
                void look({ ...form, keepsUnread })
              }}
            />
            <TextField
              label={`To confirm, type “${confirming}”`}
              value={word}
              onChange={setWord}
              autoComplete="off"
              isDisabled={busy}
            />
          </BlindNumbers>
        ) : null}
        <p role="status" className={styles.quiet}>
          {busy
            ? 'Erasing. Do not close the window.'
            : foreseen.kind === 'looking'
              ? 'Looking through the project…'
              : ''}
        </p>
      </div>
    </Dialog>
  )
}

const confirming = 'erase'

/** A long passage by its two ends. */
function shortened(quote: string): string {
  return quote.length > 500 ? `${quote.slice(0, 300)} … ${quote.slice(-150)}` : quote
}

/** Names come with whoever is chosen; they can be changed. */
function useNames(participant: ParticipantId | null, onFound: (names: string) => void): void {
  const open = useOpenProject()
  const latest = useRef(onFound)
  useEffect(() => {
    latest.current = onFound
  })
  useEffect(() => {
    if (participant === null) return
    let isWanted = true
    void namesOfParticipant(open, participant).then((names) => {
      if (isWanted) latest.current(names.join('\n'))
    })
    return () => {
      isWanted = false
    }
  }, [participant, open])
}

function WhatToErase({
  form,
  onChange,
}: {
  readonly form: EraseForm
  readonly onChange: (changes: Partial<EraseForm>) => void
}) {
  const project = useProject()
  const people = inOrder(project.tables.participant).filter((person) => !isErased(person))
  const sources = sourcesInOrder(project)
  const chosen = form.sources.flatMap((id) => project.tables.source.get(id) ?? [])
  return (
    <>
      <div className={styles.pair}>
        <Select
          label="A participant: their words and names"
          options={[
            { key: 'nobody', label: 'Nobody' },
            ...people.map(({ id, pseudonym }) => ({ key: id, label: pseudonym })),
          ]}
          value={form.participant ?? 'nobody'}
          onChange={(key) => onChange({ participant: readId<'participant'>(key), names: '' })}
        />
        <Select
          label="Whole sources"
          placeholder="Add a source"
          options={sources
            .filter(({ id }) => !form.sources.includes(id))
            .map(({ id, name }) => ({ key: id, label: name }))}
          value={null}
          onChange={(key) => {
            const id = readId<'source'>(key)
            if (id) onChange({ sources: [...form.sources, id] })
          }}
        />
      </div>
      {chosen.length > 0 ? (
        <ul aria-label="Sources to erase" className={styles.chosen}>
          {chosen.map(({ id, name }) => (
            <li key={id}>
              <span>{name}</span>
              <Button onPress={() => onChange({ sources: form.sources.filter((each) => each !== id) })}>
                Keep <span className="visually-hidden">{name}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <TextField
        label="Names, or any other words, wherever they stand"
        hint={
          form.participant
            ? 'Those that this participant ever had here. Take out a line that is a common word.'
            : 'One on each line.'
        }
        lines={3}
        value={form.names}
        onChange={(names) => onChange({ names })}
      />
      <div className={styles.ways}>
        <Checkbox isSelected={form.wholeWords} onChange={(wholeWords) => onChange({ wholeWords })}>
          Whole words only
        </Checkbox>
        <Checkbox isSelected={form.matchCase} onChange={(matchCase) => onChange({ matchCase })}>
          Capitals as written
        </Checkbox>
        <TextField label="In their place" value={form.put} onChange={(put) => onChange({ put })} />
      </div>
    </>
  )
}
