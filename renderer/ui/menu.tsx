import type { ReactNode } from 'react'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
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
  const rows = entries.flatMap((entry) => [
    ...(entry.rule ? [<Separator key={`${entry.id} rule`} className={styles.rule ?? ''} />] : []),
    <Entry key={entry.id} entry={entry} />,
  ])
  return (
    <Opening label={label} entries={entries} placement="bottom start" opener={children}>
      {rows}
    </Opening>
  )
}

/** Entries that belong together. With `chosen` they are a choice, and that one is ticked. */
export interface MenuPart {
  readonly title: string
  /** True where the entries say it themselves: then only assistive technology hears the title. */
  readonly isTitleHidden?: boolean
  readonly chosen?: string
  readonly entries: readonly MenuEntry[]
}

/** A button (the child) that opens a long list of things to do, in parts with titles. */
export function PartedMenu({
  label,
  parts,
  children,
}: {
  readonly label: string
  readonly parts: readonly MenuPart[]
  readonly children: ReactNode
}) {
  const shown = parts.filter((part) => part.entries.length > 0)
  const entries = shown.flatMap((part) => part.entries)
  return (
    <Opening label={label} entries={entries} placement="bottom end" opener={children}>
      {shown.map((part) => (
        <Part key={part.title} part={part} />
      ))}
    </Opening>
  )
}

function Opening({
  label,
  entries,
  placement,
  opener,
  children,
}: {
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly placement: 'bottom start' | 'bottom end'
  readonly opener: ReactNode
  readonly children: ReactNode
}) {
  return (
    <MenuTrigger>
      {opener}
      <Popover className={styles.popover ?? ''} placement={placement}>
        <Menu
          aria-label={label}
          className={styles.list ?? ''}
          disabledKeys={entries.flatMap((entry) => (entry.isDisabled ? [entry.id] : []))}
          onAction={(key) => entries.find((entry) => entry.id === key)?.run()}
        >
          {children}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function Part({ part: { title, isTitleHidden, chosen, entries } }: { readonly part: MenuPart }) {
  const choice = chosen === undefined ? {} : ({ selectionMode: 'single', selectedKeys: [chosen] } as const)
  return (
    <MenuSection
      {...choice}
      {...(isTitleHidden ? { 'aria-label': title } : {})}
      className={styles.part ?? ''}
    >
      {isTitleHidden ? null : <Header className={styles.title ?? ''}>{title}</Header>}
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} isChoice={chosen !== undefined} />
      ))}
    </MenuSection>
  )
}

function Entry({ entry, isChoice = false }: { readonly entry: MenuEntry; readonly isChoice?: boolean }) {
  return (
    <MenuItem id={entry.id} textValue={entry.label} className={styles.item ?? ''}>
      {({ isSelected }) => (
        <span className={styles.entry}>
          <span>
            {isChoice ? (
              <span aria-hidden="true" className={styles.tick}>
                {isSelected ? '✓' : ''}
              </span>
            ) : null}
            {entry.label}
          </span>
          {entry.keys ? <kbd>{entry.keys}</kbd> : null}
        </span>
      )}
    </MenuItem>
  )
}
