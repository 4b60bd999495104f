import { useState } from 'react'
import { consentWords, type RestrictionTerms } from '../../../shared/commands/restrict-passage.ts'
import type { Consent } from '../../../shared/model/entities.ts'
import { capital } from '../../../shared/text/capital.ts'
import { Button } from '../../ui/button.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './reader.module.css'
import { readerKeys } from './reader-keys.ts'
import type { OthersQuestion } from './use-coding-acts.ts'
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
      actions={
        <Button look="quiet" onPress={onClose}>
          Cancel
        </Button>
      }
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

/** Asks once before somebody else's own coding is changed. */
export function OthersSheet({
  question: { name, act },
  onClose,
}: {
  readonly question: OthersQuestion
  readonly onClose: () => void
}) {
  const change = () => {
    onClose()
    act()
  }
  return (
    <Dialog
      title={`This is ${name}’s coding`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Leave it
          </Button>
          <Button look="do" autoFocus onPress={change}>
            Change it
          </Button>
        </>
      }
    >
      <p>
        Each coder’s codings stay their own until you agree on them, and agreement is counted from them. To
        say something else, code the passage yourself.
      </p>
      <p>If you change it, Loam will not ask again for {name}’s codings in this source.</p>
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
      actions={
        <Button look="quiet" onPress={onClose}>
          Close
        </Button>
      }
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
        <CancelOr onCancel={onClose} onDo={keep}>
          Keep note
        </CancelOr>
      }
    >
      <TextField label="Note" lines={4} value={note} onChange={setNote} autoFocus />
    </Dialog>
  )
}

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
        <CancelOr onCancel={onClose} onDo={save}>
          Restrict
        </CancelOr>
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
  label: capital(consentWords[key]),
}))
