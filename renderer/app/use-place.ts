import { useSyncExternalStore } from 'react'
import { readPlace } from '../parts/places.ts'

/** Where the address says we are. */
export function usePlace(): ReturnType<typeof readPlace> {
  useSyncExternalStore(subscribe, () => location.hash)
  return readPlace(location.hash)
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}
