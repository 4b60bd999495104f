import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './button.tsx'
import styles from './side-panel.module.css'

/** What is known about one thing, beside the list it was chosen from. It takes the keyboard when it opens; Escape
    closes it and gives the keyboard back to where it was. */
export function SidePanel({
  title,
  onClose,
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const heading = useId()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const shown = panel.current
    const before = document.activeElement
    shown?.focus({ preventScroll: true })
    return () => {
      const now = document.activeElement
      if (now !== document.body && shown?.contains(now) === false) return
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={heading}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <IconButton name="Close" onPress={onClose}>
          ×
        </IconButton>
      </header>
      {children}
    </aside>
  )
}
