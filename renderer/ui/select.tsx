import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import field from './field.module.css'
import styles from './select.module.css'

/** One of a few, chosen from a list that opens. Keys are what is meant, labels what is read. */
export function Select<K extends string>({
  label,
  options,
  value,
  onChange,
  hideLabel = false,
  isDisabled = false,
  placeholder = 'Choose',
}: {
  readonly label: string
  readonly options: readonly { readonly key: K; readonly label: string; readonly hint?: string }[]
  readonly value: K | null
  readonly onChange: (key: K) => void
  readonly hideLabel?: boolean
  readonly isDisabled?: boolean
  /** What stands there while nothing is chosen. */
  readonly placeholder?: string
}) {
  return (
    <AriaSelect
      className={field.field ?? ''}
      value={value}
      isDisabled={isDisabled}
      placeholder={placeholder}
      onChange={(key) => {
        const chosen = options.find((option) => option.key === key)
        if (chosen) onChange(chosen.key)
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : (field.label ?? '')}>{label}</Label>
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''}>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <span aria-hidden="true" className={styles.sign}>
          ▾
        </span>
      </Button>
      <Popover className={styles.popover ?? ''}>
        <ListBox
          className={styles.list ?? ''}
          items={options.map((option) => ({ ...option, id: option.key }))}
        >
          {(option) => (
            <ListBoxItem id={option.key} textValue={option.label} className={styles.option ?? ''}>
              <span>{option.label}</span>
              {option.hint ? <small>{option.hint}</small> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
