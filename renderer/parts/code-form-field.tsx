import { useEffect, useRef, useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import styles from './code-form.module.css'

/** Words written in place: kept a second after the last key, on leaving, and with Enter where there is one line.
    What comes from elsewhere (undo, another place) shows unless something is being written here. */
export function WrittenField({
  label,
  value,
  onWrite,
  placeholder = '',
  oneLine = false,
  hideLabel = false,
  look = 'plain',
  takesKeyboard = false,
  onTaken,
}: {
  readonly label: string
  readonly value: string
  readonly onWrite: (value: string) => void
  readonly placeholder?: string
  readonly oneLine?: boolean
  readonly hideLabel?: boolean
  readonly look?: 'plain' | 'title' | 'reading'
  /** Puts the cursor here with everything selected, once: `onTaken` is told, so that it is not asked again. */
  readonly takesKeyboard?: boolean
  readonly onTaken?: () => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const latest = useRef({ draft, value, onWrite })
  latest.current = { draft, value, onWrite }
  const box = useRef<HTMLTextAreaElement>(null)
  const write = () => {
    const { draft: written, value: known, onWrite: keep } = latest.current
    if (written !== null && written !== known) keep(written)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is read from the ref.
  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(write, pause)
    return () => clearTimeout(timer)
  }, [draft])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only leaving for good writes what waits.
  useEffect(() => write, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever asks is told once for each asking.
  useEffect(() => {
    if (!takesKeyboard) return
    box.current?.focus()
    box.current?.select()
    onTaken?.()
  }, [takesKeyboard])
  return (
    <TextField
      className={styles.field ?? ''}
      value={draft ?? value}
      onChange={(text) => setDraft(oneLine ? text.replace(/\n/g, ' ') : text)}
      onBlur={() => {
        write()
        setDraft(null)
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
      <TextArea
        ref={box}
        rows={1}
        placeholder={placeholder}
        className={`${styles.written} ${styles[look]}`}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || (oneLine && event.key === 'Enter')) {
            if (event.key === 'Enter') event.preventDefault()
            event.currentTarget.blur()
          }
        }}
      />
    </TextField>
  )
}

/** Long enough not to write every word, short enough not to lose one. */
const pause = 1000
