import { type RefObject, useEffect } from 'react'

/** Remembers, while the window is open, where somebody was in a list, so that coming back from a transcript goes on
    there. `isWhole` says that all rows are known; only then can the place be found again. */
export function useRememberedRow(box: RefObject<HTMLElement | null>, name: string, isWhole: boolean): void {
  useEffect(() => {
    const grid = box.current?.querySelector('[role="grid"]')
    if (!isWhole || !grid) return
    const key = `loam-row ${name}`
    const [top, row] = (sessionStorage.getItem(key) ?? '').split(' ')
    let frames = 0
    const back = () => {
      if (!row) return
      grid.scrollTop = Number(top)
      const found = grid.querySelector(`[role="row"][data-key="${CSS.escape(row)}"]`)
      // Rows get their heights as they come into view, so the place is reached in a few steps.
      if (found instanceof HTMLElement) found.focus()
      else if (frames++ < 12) frame = requestAnimationFrame(back)
    }
    let frame = requestAnimationFrame(back)
    const note = () => {
      const here = document.activeElement?.closest('[role="row"]')
      if (here instanceof HTMLElement && here.dataset.key && grid.contains(here)) {
        sessionStorage.setItem(key, `${Math.round(grid.scrollTop)} ${here.dataset.key}`)
      }
    }
    grid.addEventListener('focusin', note)
    return () => {
      cancelAnimationFrame(frame)
      grid.removeEventListener('focusin', note)
    }
  }, [box, name, isWhole])
}
