import { useState } from 'react'
import type { ProposedWording } from '../../shared/commands/proposals.ts'
import type { Code } from '../../shared/model/entities.ts'
import { CancelOr } from '../ui/cancel-or.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'

/** What somebody proposes: how a code is worded, and why. */
export interface ProposalDraft extends ProposedWording {
  readonly reason: string
}

/** Asks for a new code's wording, or a code's other wording, and why. */
export function ProposeDialog({
  title,
  start,
  verb = 'Propose',
  hint,
  onPropose,
  onClose,
}: {
  readonly title: string
  readonly start: Partial<ProposalDraft>
  readonly verb?: string
  /** What happens with it then. */
  readonly hint: string
  readonly onPropose: (draft: ProposalDraft) => void
  readonly onClose: () => void
}) {
  const [draft, setDraft] = useState<ProposalDraft>({ name: '', reason: '', ...start })
  const set = (field: keyof ProposalDraft) => (text: string) => setDraft({ ...draft, [field]: text })
  const propose = () => {
    if (draft.name.trim() === '') return
    onPropose(draft)
    onClose()
  }
  return (
    <Dialog
      title={title}
      isOpen
      staysOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={propose} isDisabled={draft.name.trim() === ''}>
          {verb}
        </CancelOr>
      }
    >
      <p>{hint}</p>
      <TextField label="Name" value={draft.name} onChange={set('name')} autoFocus={!start.name} />
      <TextField
        label="Definition"
        placeholder="What it means, in a sentence"
        lines={2}
        value={draft.definition ?? ''}
        onChange={set('definition')}
        autoFocus={start.name !== undefined}
      />
      <TextField label="Use when" lines={2} value={draft.include ?? ''} onChange={set('include')} />
      <TextField label="Not when" lines={2} value={draft.exclude ?? ''} onChange={set('exclude')} />
      <TextField label="Example" lines={2} value={draft.example ?? ''} onChange={set('example')} />
      <TextField
        label="Why"
        placeholder="What speaks for it"
        lines={2}
        value={draft.reason}
        onChange={set('reason')}
      />
    </Dialog>
  )
}

/** How a code is worded now, to begin a proposal from. */
export function wordingOf({
  name,
  definition,
  include,
  exclude,
  example,
}: Code | ProposedWording): ProposedWording {
  return {
    name,
    ...(definition === undefined ? {} : { definition }),
    ...(include === undefined ? {} : { include }),
    ...(exclude === undefined ? {} : { exclude }),
    ...(example === undefined ? {} : { example }),
  }
}
