import { useCallback, useRef, useState } from 'react'
import { useLatest } from '../../ui/use-latest.ts'

/** Whether the file a source came from is shown beside its text, and how it comes and goes. */
export interface OriginalDoor {
  readonly isOpen: boolean
  /** Opens it and stays in the text; a second time goes into it. */
  readonly show: () => void
  /** Closes it and goes back to the text; nothing where it is closed. */
  readonly close: () => void
  /** Takes the element it is shown in. */
  readonly onPlace: (element: HTMLElement | null) => void
}

/** Keeps whether the original is shown. `onText` goes back to the text. */
export function useOriginalDoor(isOpenFirst: boolean, onText: () => void): OriginalDoor {
  const [isOpen, setOpen] = useState(isOpenFirst)
  const place = useRef<HTMLElement | null>(null)
  const onPlace = useCallback((element: HTMLElement | null) => {
    place.current = element
    // Where it takes the place of the text, somebody must be in it.
    if (element && document.activeElement?.checkVisibility() === false) enter(element)
  }, [])
  return {
    isOpen,
    onPlace,
    show: useLatest(() => {
      if (isOpen) enter(place.current)
      else setOpen(true)
    }),
    close: useLatest(() => {
      if (!isOpen) return
      setOpen(false)
      requestAnimationFrame(onText)
    }),
  }
}

function enter(element: HTMLElement | null): void {
  const chosen = element?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
  const close = element?.querySelector<HTMLElement>('header span > button')
  ;(chosen ?? close)?.focus()
}
