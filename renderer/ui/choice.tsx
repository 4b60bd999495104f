import type { ReactNode } from 'react'
import { Radio } from 'react-aria-components'
import styles from './choice.module.css'

/** One of several to choose from inside a RadioGroup: its words, and below them what it means. */
export function Choice({
  value,
  hint,
  children,
}: {
  readonly value: string
  readonly hint?: string
  readonly children: ReactNode
}) {
  return (
    <Radio value={value} className={styles.choice ?? ''}>
      <span aria-hidden="true" className={styles.knob} />
      <span>
        {children}
        {hint ? <small>{hint}</small> : null}
      </span>
    </Radio>
  )
}
