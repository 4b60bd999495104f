import { useId } from 'react'
import field from '../ui/field.module.css'
import styles from './participant-card.module.css'

/** One of many people, chosen from the system's own list: it opens at once even with a thousand of them. */
export function ChoosePerson({
  label,
  options,
  value,
  placeholder,
  onChange,
  hideLabel = false,
}: {
  readonly label: string
  readonly options: readonly { readonly key: string; readonly label: string }[]
  /** Null: nobody is chosen, and the placeholder says so. */
  readonly value: string | null
  readonly placeholder: string
  readonly onChange: (key: string) => void
  readonly hideLabel?: boolean
}) {
  const id = useId()
  return (
    <div className={field.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : field.label}>
        {label}
      </label>
      <span className={styles.chooser}>
        <select
          id={id}
          className={styles.choose}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value)}
        >
          {value === null ? (
            <option value="" disabled>
              {placeholder}
            </option>
          ) : null}
          {options.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
