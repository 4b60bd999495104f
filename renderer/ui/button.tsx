import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import styles from './button.module.css'

/** A button with words on it. `do` is the one main act of a place; `quiet` stands in rows and toolbars;
    `danger` takes something away. */
export function Button({
  look = 'plain',
  children,
  ...props
}: Omit<ButtonProps, 'className' | 'children'> & {
  readonly look?: 'plain' | 'do' | 'quiet' | 'danger'
  readonly children: ReactNode
}) {
  return (
    <AriaButton {...props} className={`${styles.button} ${styles[look]}`}>
      {children}
    </AriaButton>
  )
}

/** A button with a sign on it; its name is said by assistive technology and shown as a hint. */
export function IconButton({
  name,
  children,
  ...props
}: Omit<ButtonProps, 'className' | 'children' | 'aria-label'> & {
  readonly name: string
  readonly children: ReactNode
}) {
  return (
    <span title={name}>
      <AriaButton {...props} aria-label={name} className={`${styles.button} ${styles.icon}`}>
        {children}
      </AriaButton>
    </span>
  )
}
