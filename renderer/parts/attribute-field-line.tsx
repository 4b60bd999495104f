import { type ReactNode, useEffect, useState } from 'react'
import { TextField } from '../ui/field.tsx'

/** A labelled line that keeps what is written when it is left or Enter is pressed; Escape gives back what stood.
    `check` gives the problem with a text, or null. */
export function KeptField({
  label,
  value,
  onKeep,
  check = () => null,
  hint,
  placeholder = '',
  lines,
  hideLabel = false,
}: {
  readonly label: string
  readonly value: string
  readonly onKeep: (text: string) => void
  readonly check?: (text: string) => string | null
  readonly hint?: ReactNode
  readonly placeholder?: string
  readonly lines?: number
  readonly hideLabel?: boolean
}) {
  const [text, setText] = useState(value)
  const [problem, setProblem] = useState<string | undefined>()
  useEffect(() => setText(value), [value])
  const keep = () => {
    const trouble = text === value ? null : check(text)
    setProblem(trouble ?? undefined)
    if (trouble === null && text !== value) onKeep(text)
  }
  return (
    <TextField
      label={label}
      hideLabel={hideLabel}
      value={text}
      onChange={setText}
      onBlur={keep}
      problem={problem}
      hint={hint}
      placeholder={placeholder}
      {...(lines ? { lines } : {})}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !(lines && event.shiftKey)) {
          event.preventDefault()
          keep()
        } else if (event.key === 'Escape' && text !== value) {
          event.stopPropagation()
          setText(value)
          setProblem(undefined)
        } else event.continuePropagation()
      }}
    />
  )
}
