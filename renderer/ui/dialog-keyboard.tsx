import { type RefObject, useEffect } from 'react'

/** Keeps the keyboard with a sheet: takes it when the sheet opens, unless a field in it did, and lets Escape close
    the topmost sheet also while nothing has the keyboard, as when the button pressed last went away. */
export function DialogKeyboard({
  sheet,
  onClose,
}: {
  readonly sheet: RefObject<HTMLElement | null>
  readonly onClose: () => void
}) {
  useEffect(() => {
    if (!sheet.current?.contains(document.activeElement)) sheet.current?.focus({ preventScroll: true })
  }, [sheet])
  useEffect(() => {
    const closeFromNowhere = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.target !== document.body) return
      const topmost = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1)
      if (topmost === sheet.current) onClose()
    }
    document.addEventListener('keydown', closeFromNowhere)
    return () => document.removeEventListener('keydown', closeFromNowhere)
  }, [sheet, onClose])
  return null
}
