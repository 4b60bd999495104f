import { useCallback, useEffect, useRef, useState } from 'react'
import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { desktop } from '../platform/desktop.ts'
import type { ListedProject } from '../project/listed-project.ts'
import type { OpenProject } from '../project/open-project.ts'
import { useOpenProject, useSelected } from '../project/project-context.tsx'
import { listedProject, noteProject } from '../project/project-list.ts'
import { say } from '../ui/messages.tsx'

/** The project's copy on disk: a .qdpx that Loam keeps up to date once its place was chosen. */
export interface ProjectFile {
  readonly name: string | null
  /** True when changes are durable here but not yet in the file. */
  readonly behind: boolean
  readonly save: () => Promise<void>
  readonly saveAs: () => Promise<void>
}

const quietMinute = 60_000

/** Keeps the project's file: writes on request, and by itself a minute after a change at the latest. */
export function useProjectFile(): ProjectFile {
  const open = useOpenProject()
  const reached = useSelected((each) => each.log.length)
  const [known, setKnown] = useState<ListedProject | null>(null)
  const writing = useRef<Promise<void>>(Promise.resolve())
  useEffect(() => {
    void listedProject(open.id).then((project) => setKnown(project ?? null))
  }, [open])
  const note = useCallback(
    async (facts: Pick<ListedProject, 'file' | 'savedAt'>) => {
      await noteProject(open.id, facts)
      setKnown((await listedProject(open.id)) ?? null)
    },
    [open],
  )
  const saveAs = useCallback(async () => {
    const bytes = await fileOf(open)
    const place = open.log.length
    const saved = await desktop().saveAs({
      suggestedName: `${inquiryOf(open.project).name}.qdpx`,
      title: 'Save the project as a file',
      bytes,
      mediaType: 'application/zip',
    })
    if (!saved) return
    if ('problem' in saved) {
      say({ kind: 'trouble', text: saved.problem })
      return
    }
    await note({
      ...(saved.handle ? { file: { handle: saved.handle, name: saved.name } } : {}),
      savedAt: place,
    })
    say({ kind: 'done', text: `Saved as ${saved.name}.` })
  }, [open, note])
  const handle = known?.file?.handle
  const save = useCallback(async () => {
    if (!handle) return saveAs()
    writing.current = writing.current.then(async () => {
      const bytes = await fileOf(open)
      const place = open.log.length
      const written = await desktop().saveAgain(handle, bytes)
      if (written.ok) await note({ savedAt: place })
      else
        say({
          kind: 'trouble',
          text: written.problem,
          action: { label: 'Choose another place', run: () => void saveAs() },
        })
    })
    return writing.current
  }, [open, handle, saveAs, note])
  const behind = known !== null && (known.savedAt ?? 0) < reached
  useEffect(() => {
    if (!handle || !behind) return
    const timer = setTimeout(() => void save(), quietMinute)
    return () => clearTimeout(timer)
  }, [handle, behind, save])
  return { name: known?.file?.name ?? null, behind, save, saveAs }
}

async function fileOf(open: OpenProject): Promise<Uint8Array> {
  return writeProjectFile(await open.archive(), { at: open.making.at })
}
