import { useCallback, useRef } from 'react'

/** A callback that stays the same and always does what the last rendering meant. */
export function useLatest<A extends readonly unknown[]>(run: (...all: A) => void): (...all: A) => void {
  const latest = useRef(run)
  latest.current = run
  return useCallback((...all: A) => latest.current(...all), [])
}
