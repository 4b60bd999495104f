import { useEffect, useState } from 'react'
import type { OpenedFile } from '../../shared/bridge.ts'
import { desktop } from '../platform/desktop.ts'
import { say } from '../ui/messages.tsx'
import { handedOver } from './handed-file.ts'

/** A project file that the system handed over while a project was open. */
export interface HandedFile {
  /** Until it is decided what becomes of it. */
  readonly asked: OpenedFile | null
  /** For the start to open, once it was decided so. */
  readonly toOpen: OpenedFile | null
  readonly stay: () => void
  readonly openInstead: () => void
  /** The start has it. */
  readonly taken: () => void
}

/** Listens for files from the system; while the start is shown it takes them itself. */
export function useHandedFile(isStart: boolean): HandedFile {
  const [asked, setAsked] = useState<OpenedFile | null>(null)
  const [toOpen, setToOpen] = useState<OpenedFile | null>(null)
  useEffect(
    () =>
      desktop().onRequest((request) => {
        const what = handedOver(request, isStart)
        if (what.kind === 'ask') setAsked(what.file)
        else if (what.kind === 'tell') say({ kind: 'trouble', text: what.problem })
      }),
    [isStart],
  )
  return {
    asked,
    toOpen,
    stay: () => setAsked(null),
    openInstead: () => {
      setAsked(null)
      setToOpen(asked)
      location.hash = '#/'
    },
    taken: () => setToOpen(null),
  }
}
