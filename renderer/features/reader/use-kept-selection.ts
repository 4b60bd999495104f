import type { EditorView } from '@codemirror/view'
import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import type { ReadingPlace } from './reading-place.ts'

/** Keeps what is selected, and the coding that is meant, while a dialog is open, and goes on in the text after
    it: giving the focus back, a browser lets go of the selection and puts the caret where it began. */
export function useKeptSelection(
  view: RefObject<EditorView | null>,
  place: ReadingPlace,
  isOpen: boolean,
): {
  /** True while the text's own selection does not count. */
  readonly isAway: () => boolean
  /** Puts the selection back, if it is away. */
  readonly putBack: () => void
} {
  const away = useRef(false)
  const kept = useMemo(
    () => ({
      isAway: () => away.current,
      putBack: () => {
        if (!away.current) return
        const { selection, caret } = place.now()
        const anchor = caret === selection.start ? selection.end : selection.start
        view.current?.dispatch({ selection: { anchor, head: caret } })
        away.current = false
      },
    }),
    [view, place],
  )
  useLayoutEffect(() => {
    if (isOpen) away.current = true
    if (isOpen || !away.current) return
    // The dialog gives the focus back in the next frame, and the selection follows it.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        view.current?.focus()
        kept.putBack()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [isOpen, kept, view])
  return kept
}
