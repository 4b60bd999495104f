import { type ReactNode, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import styles from './dialog.module.css'
import { DialogKeyboard } from './dialog-keyboard.tsx'

/** A sheet above the desk that asks for one thing. Escape closes it. Width: `narrow` asks, `wide` shows. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  aside,
  width = 'narrow',
  role = 'dialog',
  staysOpen = false,
}: {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** A button that does something else than the sheet asks for; it stands apart from the others. */
  readonly aside?: ReactNode
  readonly width?: 'narrow' | 'wide' | 'full'
  readonly role?: 'dialog' | 'alertdialog'
  /** True where a press beside it would lose work: then only its buttons and Escape close it. */
  readonly staysOpen?: boolean
}) {
  const sheet = useRef<HTMLElement>(null)
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable={role === 'dialog' && !staysOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      className={styles.overlay ?? ''}
    >
      <Modal className={`${styles.modal} ${styles[width]}`}>
        <AriaDialog ref={sheet} role={role} className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          {actions ? (
            <div className={styles.actions}>
              {aside ? <span className={styles.aside}>{aside}</span> : null}
              {actions}
            </div>
          ) : null}
          <DialogKeyboard sheet={sheet} onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
