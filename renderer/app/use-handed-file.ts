import { useEffect, useState } from 'react'
import type { OpenedFile } from '../../shared/bridge.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { leaveCopyToMerge } from '../parts/copy-to-merge.ts'
import { hrefTo } from '../parts/places.ts'
import { desktop } from '../platform/desktop.ts'
import type { OpenProject } from '../project/open-project.ts'
import { say } from '../ui/messages.tsx'
import { inquiryIn } from '../workers/merge-client.ts'
import { handedOver } from './handed-file.ts'

/** A project file that the system handed over while a project was open. */
export interface HandedFile {
  /** Until it is decided what becomes of it. */
  readonly asked: OpenedFile | null
  /** For the start to open, once it was decided so. */
  readonly toOpen: OpenedFile | null
  readonly stay: () => void
  readonly openInstead: () => void
  /** Brings it into the open project; null unless it is a copy of that. */
  readonly merge: (() => void) | null
  /** The start has it. */
  readonly taken: () => void
}

/** Listens for files from the system; while the start is shown it takes them itself. */
export function useHandedFile(isStart: boolean, open: OpenProject | null): HandedFile {
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
  const isCopy = useIsCopy(asked, open)
  const merge = () => {
    if (!asked || !open) return
    setAsked(null)
    leaveCopyToMerge(open.id, asked)
    location.hash = hrefTo(open.id, { kind: 'team', part: 'merging' })
  }
  return {
    asked,
    toOpen,
    merge: isCopy ? merge : null,
    stay: () => setAsked(null),
    openInstead: () => {
      setAsked(null)
      setToOpen(asked)
      location.hash = '#/'
    },
    taken: () => setToOpen(null),
  }
}

/** Whether a file is a copy of the open project; false until that is known. */
function useIsCopy(file: OpenedFile | null, open: OpenProject | null): boolean {
  const [known, setKnown] = useState<OpenedFile | null>(null)
  useEffect(() => {
    if (!file || !open) return
    let wanted = true
    void inquiryIn(file.bytes).then((found) => {
      if (wanted && found?.id === inquiryOf(open.project).id) setKnown(file)
    })
    return () => {
      wanted = false
    }
  }, [file, open])
  return file !== null && known === file
}
