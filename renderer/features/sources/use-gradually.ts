import { startTransition, useEffect, useState } from 'react'

/** The first of many, then more and more of them, so that a long table never holds the window up. */
export function useGradually<E>(all: readonly E[], step = 40): readonly E[] {
  const [count, setCount] = useState(step)
  useEffect(() => {
    if (count >= all.length) return
    const frame = requestAnimationFrame(() => startTransition(() => setCount(count + step)))
    return () => cancelAnimationFrame(frame)
  }, [count, all.length, step])
  return count >= all.length ? all : all.slice(0, count)
}
