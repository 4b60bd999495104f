import { useSyncExternalStore } from 'react'

let note = ''
const listeners = new Set<() => void>()

/** What a place wants said at the end of the status line; empty takes it away. */
export function noteStatus(text: string): void {
  if (text === note) return
  note = text
  for (const listener of listeners) listener()
}

/** The note now. */
export function useStatusNote(): string {
  return useSyncExternalStore(subscribe, () => note)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
