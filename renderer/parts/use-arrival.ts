import { type RefObject, useEffect, useRef } from 'react'

/** A place for the keyboard to go on from when what held it is gone: the element this is given to takes the focus as
    it appears, and each time `key` changes, unless something has it already. It needs `tabIndex={-1}`. */
export function useArrival<T extends HTMLElement>(key: unknown = null): RefObject<T | null> {
  const place = useRef<T>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when somebody arrives anew.
  useEffect(() => {
    // A sheet that closes gives the focus back a frame later, to nothing where its button is gone.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const { activeElement: holding, body } = document
        if (holding === null || holding === body) place.current?.focus({ preventScroll: true })
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [key])
  return place
}
