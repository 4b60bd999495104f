import { useState } from 'react'
import type { MemoDraft } from '../../shared/commands/write-memo.ts'
import type { MemoKind, MemoSubject } from '../../shared/model/entities.ts'
import { CancelOr } from '../ui/cancel-or.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'

/** A sheet to write a memo on, or to change one. `quote` shows the passage it is about. */
export function MemoEditor({
  about,
  start,
  quote,
  onSave,
  onClose,
}: {
  readonly about: MemoSubject
  readonly start?: Pick<MemoDraft, 'kind' | 'title' | 'text'>
  readonly quote?: string
  readonly onSave: (draft: MemoDraft) => void
  readonly onClose: () => void
}) {
  const [kind, setKind] = useState<MemoKind>(start?.kind ?? 'analytic')
  const [title, setTitle] = useState(start?.title ?? '')
  const [text, setText] = useState(start?.text ?? '')
  const save = () => {
    onSave({ about, kind, title, text })
    onClose()
  }
  return (
    <Dialog
      title={start ? 'Memo' : 'New memo'}
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={save} isDisabled={title.trim() === '' && text.trim() === ''}>
          Keep memo
        </CancelOr>
      }
    >
      {quote ? <q>{quote}</q> : null}
      <Select label="Kind" options={memoKinds} value={kind} onChange={setKind} />
      <TextField
        label="Title"
        hint="Without one, the first words are the title."
        value={title}
        onChange={setTitle}
      />
      <TextField label="Text" lines={7} value={text} onChange={setText} autoFocus />
    </Dialog>
  )
}

/** The kinds of memo, in words. */
export const memoKinds: readonly { readonly key: MemoKind; readonly label: string; readonly hint: string }[] =
  [
    { key: 'analytic', label: 'Analytic', hint: 'What you see in the words' },
    { key: 'reflexive', label: 'Reflexive', hint: 'What you bring to them' },
    { key: 'methodological', label: 'Methodological', hint: 'How you went about it' },
  ]
