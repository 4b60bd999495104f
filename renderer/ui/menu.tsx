import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import styles from './menu.module.css'

/** One entry of a menu, with the key that does the same; `rule` draws a line above it. */
export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly keys?: string
  readonly isDisabled?: boolean
  readonly rule?: boolean
  readonly run: () => void
}

/** A button (the child) that opens a list of things to do. */
export function ActionMenu({
  label,
  entries,
  children,
}: {
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly children: ReactNode
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover ?? ''} placement="bottom start">
        <Menu
          aria-label={label}
          className={styles.list ?? ''}
          disabledKeys={entries.flatMap((entry) => (entry.isDisabled ? [entry.id] : []))}
          onAction={(key) => entries.find((entry) => entry.id === key)?.run()}
        >
          {entries.flatMap((entry) => [
            ...(entry.rule ? [<Separator key={`${entry.id} rule`} className={styles.rule ?? ''} />] : []),
            <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className={styles.item ?? ''}>
              <span className={styles.entry}>
                {entry.label}
                {entry.keys ? <kbd>{entry.keys}</kbd> : null}
              </span>
            </MenuItem>,
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
