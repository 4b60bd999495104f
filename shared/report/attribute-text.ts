import type { Attribute, AttributeValue, Participant } from '../model/entities.ts'
import type { CoverNames } from './cover-names.ts'

/** A participant's value of an attribute in words; undefined where there is none. */
export function attributeText(
  { cover }: { readonly cover: CoverNames },
  participant: Participant,
  attribute: Attribute | undefined,
): string | undefined {
  const value = attribute && participant.attributes?.[attribute.id]
  return value === undefined || value === '' ? undefined : cover(valueText(value))
}

/** An attribute's value in words: yes and no for what is true or not. */
export function valueText(value: AttributeValue): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}
