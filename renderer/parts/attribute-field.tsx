import { readValue, showValue } from '../../shared/commands/attributes-written.ts'
import type { AttributeKind, AttributeValue } from '../../shared/model/entities.ts'
import { Select } from '../ui/select.tsx'
import { KeptField } from './attribute-field-line.tsx'

/** One attribute of a participant or a source, to read and to change. Null takes the value away. */
export function AttributeField({
  attribute,
  value,
  onKeep,
}: {
  readonly attribute: {
    readonly name: string
    readonly kind: AttributeKind
    readonly choices?: readonly string[]
  }
  readonly value: AttributeValue | undefined
  readonly onKeep: (value: AttributeValue | null) => void
}) {
  const { name, kind, choices = [] } = attribute
  if (kind === 'yes-no') {
    const options = [notKnown, { key: 'yes', label: 'yes' }, { key: 'no', label: 'no' }]
    return (
      <Select
        label={name}
        options={options}
        value={showValue(value) || notKnown.key}
        onChange={(key) => onKeep(readValue(key, kind))}
      />
    )
  }
  if (kind === 'choice' && choices.length > 0) {
    const known =
      value === undefined || choices.includes(String(value)) ? choices : [...choices, String(value)]
    const options = [notKnown, ...known.map((choice) => ({ key: choice, label: choice }))]
    const keep = (key: string) => onKeep(key === notKnown.key ? null : key)
    return <Select label={name} options={options} value={showValue(value) || notKnown.key} onChange={keep} />
  }
  return (
    <KeptField
      label={name}
      value={showValue(value)}
      placeholder={kind === 'date' ? 'YYYY-MM-DD' : ''}
      check={(text) => problemWith(text, kind)}
      onKeep={(text) => onKeep(readValue(text, kind))}
    />
  )
}

/** Stands for no value at all; its key is a sign that no choice can be. */
const notKnown = { key: '\u0000', label: 'not known' }

/** Why a text is no value of a kind; null when it is one, or empty. */
export function problemWith(text: string, kind: AttributeKind): string | null {
  if (text.trim() === '' || readValue(text, kind) !== null) return null
  if (kind === 'number') return 'Write a number, such as 12 or 4.5.'
  if (kind === 'date') return 'Write a day as 2025-03-12 or 12.3.2025.'
  return kind === 'yes-no' ? 'Write yes or no.' : null
}
