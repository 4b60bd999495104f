import { type RefObject, useEffect } from 'react'

/** Remembers, while the window is open, which row of a list had the keyboard, so that coming back from a transcript
    goes on there. `keys` are the rows in order; null while not all of them are known. */
export function useRememberedRow(
  box: RefObject<HTMLElement | null>,
  name: string,
  keys: ReadonlyMap<string, unknown> | null,
): void {
  const isWhole = keys !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is looked for once, when all rows are there.
  useEffect(() => {
    const grid = box.current?.querySelector('[role="grid"]')
    if (!keys || !grid) return
    const memory = `loam-row ${name}`
    const wanted = [...keys.keys()].indexOf(sessionStorage.getItem(memory) ?? '')
    // Whoever walks through the codebook with the keyboard stays there.
    const isFree = document.activeElement === document.body
    const stop = wanted < 0 || !isFree ? () => {} : goTo(grid, [...keys.keys()], wanted)
    const note = () => {
      const row = document.activeElement?.closest('[role="row"]')
      if (row instanceof HTMLElement && row.dataset.key) sessionStorage.setItem(memory, row.dataset.key)
    }
    grid.addEventListener('focusin', note)
    return () => {
      stop()
      grid.removeEventListener('focusin', note)
    }
  }, [box, name, isWhole])
}

/** Only rows in view are there, and heights are guessed until they are: so it goes nearer frame by frame. */
function goTo(grid: Element, keys: readonly string[], wanted: number): () => void {
  let frames = 0
  const nearer = () => {
    const rows = [...grid.querySelectorAll('[role="row"][data-key]')].filter(
      (row) => row instanceof HTMLElement,
    )
    const found = rows.find((row) => row.dataset.key === keys[wanted])
    if (found) return found.focus()
    const [first] = rows
    const at = keys.indexOf(first?.dataset.key ?? '')
    if (first && at >= 0) grid.scrollTop += (wanted - at) * first.offsetHeight
    if (frames++ < 30) frame = requestAnimationFrame(nearer)
  }
  let frame = requestAnimationFrame(nearer)
  return () => cancelAnimationFrame(frame)
}
