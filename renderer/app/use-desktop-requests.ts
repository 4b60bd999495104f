import { useEffect } from 'react'
import type { MenuCommand } from '../../shared/bridge.ts'
import { hrefTo } from '../parts/places.ts'
import { redoLast, undoLast } from '../parts/undo.ts'
import { desktop } from '../platform/desktop.ts'
import type { OpenProject } from '../project/open-project.ts'
import { useOpenProject } from '../project/project-context.tsx'
import { say } from '../ui/messages.tsx'
import { backUpOnLeaving } from './use-backups-kept.ts'
import type { ProjectFile } from './use-project-file.ts'
import { whileClosing } from './while-closing.ts'

/** Carries out what the menus of the desktop ask while a project is open. */
export function useDesktopRequests(file: ProjectFile): void {
  const open = useOpenProject()
  useEffect(() => {
    const carryOut: Partial<Record<MenuCommand, () => unknown>> = {
      save: file.save,
      'save-as': file.saveAs,
      undo: () => undoLast(open),
      redo: () => redoLast(open),
      find: () => go({ kind: 'search' }),
      import: () => go({ kind: 'sources' }),
      'export-report': () => go({ kind: 'findings' }),
      print: () => desktop().printToPdf('Loam.pdf'),
      'new-project': () => go({ kind: 'start' }),
      'open-file': () => go({ kind: 'start' }),
      'close-project': () => go({ kind: 'start' }),
    }
    const go = (place: Parameters<typeof hrefTo>[1]) => {
      location.hash = hrefTo(open.id, place)
    }
    return desktop().onRequest((request) => {
      if (request.kind === 'command') carryOut[request.command]?.()
      return request.kind === 'flush' ? whileClosing(flush(open, file), desktop(), sayClosing) : undefined
    })
  }, [open, file])
}

/** Stays up until the window is gone. */
export function sayClosing(text: string): void {
  say({ kind: 'done', text, stays: true })
}

/** Before the window closes: everything durable, the project's file up to date where it has one, and a backup. */
async function flush(open: OpenProject, file: ProjectFile): Promise<void> {
  await open.settled()
  await file.keepUp()
  await backUpOnLeaving(open)
}
