import type { ReactNode } from 'react'
import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  type TextFieldProps,
} from 'react-aria-components'
import styles from './field.module.css'

/** A labelled line (or, with `lines`, a box) to write in. `hint` stands below, the problem replaces it. */
export function TextField({
  label,
  hint,
  problem,
  lines,
  placeholder,
  hideLabel = false,
  ...props
}: Omit<TextFieldProps, 'className' | 'children'> & {
  readonly label: string
  readonly hint?: ReactNode
  readonly problem?: string | undefined
  readonly lines?: number
  readonly placeholder?: string
  readonly hideLabel?: boolean
}) {
  return (
    <AriaTextField {...props} isInvalid={problem !== undefined} className={styles.field ?? ''}>
      <Label className={hideLabel ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
      {lines ? (
        <TextArea
          rows={lines}
          style={{ minHeight: `calc(${lines}lh + 12px)` }}
          className={styles.input ?? ''}
          {...(placeholder ? { placeholder } : {})}
        />
      ) : (
        <Input className={styles.input ?? ''} {...(placeholder ? { placeholder } : {})} />
      )}
      {hint && problem === undefined ? (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={styles.problem ?? ''}>{problem}</FieldError>
    </AriaTextField>
  )
}
