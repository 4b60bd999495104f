import { startTransition, useEffect, useRef, useState } from 'react'

/** A value for what stands beside the text: it follows once the frame that shows the change in the text is painted, so
    that frame never waits for it. Of several changes in between only the last is shown. */
export function useAfterFrame<T>(value: T): T {
  const [shown, setShown] = useState(() => value)
  const latest = useRef(value)
  const waiting = useRef(false)
  useEffect(() => {
    latest.current = value
    if (waiting.current || shown === value) return
    waiting.current = true
    requestAnimationFrame(() =>
      setTimeout(() => {
        waiting.current = false
        startTransition(() => setShown(() => latest.current))
      }),
    )
  }, [value, shown])
  return shown
}
