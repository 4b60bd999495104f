import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { TextField } from '../../ui/field.tsx'

/** A field that keeps its text when it is left, so that one visit is one change. Text that is refused goes back to
    what stands. */
export function SavedField({
  label,
  value,
  onSave,
  hint,
  lines,
  placeholder,
  hideLabel = false,
}: {
  readonly label: string
  readonly value: string
  readonly onSave: (text: string) => void
  readonly hint?: ReactNode
  readonly lines?: number
  readonly placeholder?: string
  readonly hideLabel?: boolean
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const newest = useRef({ draft, value, onSave })
  newest.current = { draft, value, onSave }
  const save = useCallback(() => {
    const now = newest.current
    if (now.draft !== null && now.draft !== now.value) now.onSave(now.draft)
    newest.current = { ...now, draft: null }
  }, [])
  useEffect(() => {
    addEventListener('pagehide', save)
    return () => {
      removeEventListener('pagehide', save)
      save()
    }
  }, [save])
  return (
    <TextField
      label={label}
      hideLabel={hideLabel}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={() => {
        save()
        setDraft(null)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setDraft(null)
        else if (event.key === 'Enter' && !lines && event.target instanceof HTMLElement) event.target.blur()
        else event.continuePropagation()
      }}
      {...(hint === undefined ? {} : { hint })}
      {...(lines === undefined ? {} : { lines })}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  )
}
