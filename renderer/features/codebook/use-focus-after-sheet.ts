import { type RefObject, useEffect, useRef } from 'react'
import type { CodebookSheet } from './codebook-sheet.ts'

/** Where the keyboard goes on once a sheet of the codebook closed and what had opened it is gone: the tree of codes
    inside the element this is given to. */
export function useFocusAfterSheet<T extends HTMLElement>(sheet: CodebookSheet): RefObject<T | null> {
  const screen = useRef<T>(null)
  const before = useRef(sheet)
  useEffect(() => {
    const closed = before.current !== null && sheet === null
    before.current = sheet
    if (!closed) return
    // A sheet gives the focus back a frame after it closed, to nothing where its button is gone.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const { activeElement: holding, body } = document
        if (holding === null || holding === body)
          screen.current?.querySelector<HTMLElement>('[role="tree"], [role="treegrid"]')?.focus()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [sheet])
  return screen
}
