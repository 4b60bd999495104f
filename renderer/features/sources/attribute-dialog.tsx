import { useState } from 'react'
import {
  type AttributeOf,
  addAttribute,
  changeAttribute,
  removeAttribute,
  valuesOf,
  valuesThatDoNotFit,
} from '../../../shared/commands/attributes.ts'
import type { Attribute, AttributeKind } from '../../../shared/model/entities.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'

export const attributeKinds = [
  { key: 'text', label: 'Text' },
  { key: 'number', label: 'Number' },
  { key: 'yes-no', label: 'Yes or no' },
  { key: 'date', label: 'Date' },
  { key: 'choice', label: 'Choice', hint: 'one of a few words' },
] as const satisfies readonly { key: AttributeKind; label: string; hint?: string }[]

/** A button that opens the dialog for a new attribute (null) or for one that is there. */
export function AttributeButton({
  of,
  attribute,
  children,
}: {
  readonly of: AttributeOf
  readonly attribute: Attribute | null
  readonly children?: string
}) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        look="quiet"
        aria-label={attribute ? `Change attribute ${attribute.name}` : 'Add attribute…'}
        onPress={() => setOpen(true)}
      >
        {children ?? (attribute ? 'Change' : 'Add attribute…')}
      </Button>
      {open ? <AttributeDialog of={of} attribute={attribute} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** Adds an attribute, or renames, retypes or deletes one, saying what happens to its values. */
function AttributeDialog({
  of,
  attribute,
  onClose,
}: {
  readonly of: AttributeOf
  readonly attribute: Attribute | null
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const [name, setName] = useState(attribute?.name ?? '')
  const [kind, setKind] = useState<AttributeKind>(attribute?.kind ?? 'text')
  const [choices, setChoices] = useState((attribute?.choices ?? []).join('\n'))
  const [problem, setProblem] = useState<string | undefined>()
  const lost = attribute && kind !== attribute.kind ? valuesThatDoNotFit(open.project, attribute.id, kind) : 0
  const keep = () => {
    const wish = { name, kind, choices: choices.split('\n') }
    const change = attribute
      ? changeAttribute(open.project, attribute.id, wish)
      : addAttribute(open.project, of, wish, open.making)
    if (!change.ok) return setProblem(change.problem)
    void commit(change.gesture)
    onClose()
  }
  const remove = () => {
    if (attribute) void commit(removeAttribute(open.project, attribute.id))
    onClose()
  }
  return (
    <Dialog
      title={attribute ? `Attribute ${attribute.name}` : `Add an attribute of ${of}s`}
      isOpen
      onClose={onClose}
      aside={
        attribute ? (
          <Button look="danger" onPress={remove}>
            Delete it and {counted(valuesOf(open.project, attribute.id), 'value')}
          </Button>
        ) : null
      }
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="do" onPress={keep}>
            {attribute ? 'Keep' : 'Add attribute'}
          </Button>
        </>
      }
    >
      <TextField label="Name" value={name} onChange={setName} problem={problem} autoFocus />
      <Select label="What its values are" options={attributeKinds} value={kind} onChange={setKind} />
      {kind === 'choice' ? (
        <TextField
          label="Choices, one a line"
          lines={5}
          value={choices}
          onChange={setChoices}
          hint="Empty: any word may be written."
        />
      ) : null}
      {lost > 0 ? (
        <p role="status">
          {counted(lost, 'value does', 'values do')} not fit and {lost === 1 ? 'goes' : 'go'}. Undo brings{' '}
          {lost === 1 ? 'it' : 'them'} back.
        </p>
      ) : null}
    </Dialog>
  )
}
