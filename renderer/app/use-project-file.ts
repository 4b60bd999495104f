import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Refused } from '../../shared/bridge.ts'
import { packetName } from '../../shared/exchange/packet.ts'
import { lockedEnding } from '../../shared/lock/locked-file.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { desktop } from '../platform/desktop.ts'
import { fileOf } from '../project/file-of.ts'
import { keysOf } from '../project/keyring.ts'
import type { ListedProject } from '../project/listed-project.ts'
import type { OpenProject } from '../project/open-project.ts'
import { useOpenProject, useSelected } from '../project/project-context.tsx'
import { listedProject, noteProject, onListChange } from '../project/project-list.ts'
import { say } from '../ui/messages.tsx'
import { bringFileUpToDate, isBehind } from './write-project-file.ts'

/** The project's copy on disk: a .qdpx, or the locked file of a locked project, that Loam keeps up to date once its place was chosen. */
export interface ProjectFile {
  readonly name: string | null
  /** True when changes are durable here but not yet in the file. */
  readonly behind: boolean
  readonly save: () => Promise<void>
  readonly saveAs: () => Promise<void>
  /** Writes what the file lacks, where it has a place; tells the same trouble only once. */
  readonly keepUp: () => Promise<void>
}

const minute = 60_000

/** Keeps the project's file: writes on request, and by itself a minute after a change at the latest. */
export function useProjectFile(): ProjectFile {
  const open = useOpenProject()
  const [known, setKnown] = useState<ListedProject | null>(null)
  const behind = useSelected((each) => known !== null && isBehind(known, each))
  const told = useRef('')
  const look = useCallback(async () => setKnown((await listedProject(open.id)) ?? null), [open])
  useEffect(() => {
    void look()
    return onListChange(() => void look())
  }, [look])
  const saveAs = useCallback(async () => {
    await saveElsewhere(open)
    await look()
  }, [open, look])
  const bring = useCallback(
    async (inAnyCase: boolean) => {
      const written = await bringFileUpToDate(open, desktop(), { inAnyCase })
      const problem = written.ok ? '' : written.problem
      if (problem !== '' && (inAnyCase || problem !== told.current)) tell(problem, saveAs)
      told.current = problem
      await look()
    },
    [open, look, saveAs],
  )
  const name = known?.file?.name ?? null
  const save = useCallback(() => (name === null ? saveAs() : bring(true)), [name, saveAs, bring])
  const keepUp = useCallback(() => bring(false), [bring])
  useEffect(() => {
    if (name === null || !behind) return
    // Every minute as long as it is behind: neither more changes nor a refused write end it.
    const timer = setInterval(() => void keepUp(), minute)
    return () => clearInterval(timer)
  }, [name, behind, keepUp])
  return useMemo(() => ({ name, behind, save, saveAs, keepUp }), [name, behind, save, saveAs, keepUp])
}

function tell(problem: string, saveAs: () => Promise<void>): void {
  const action = { label: 'Choose another place', run: () => void saveAs() }
  say({ kind: 'trouble', text: problem, action })
}

async function saveElsewhere(open: OpenProject): Promise<void> {
  const saved = await askForPlace(open)
  if (!saved) return
  if ('problem' in saved) {
    say({ kind: 'trouble', text: saved.problem })
    return
  }
  const { handle, name, hash, savedAt } = saved
  const known = await listedProject(open.id)
  // A download cannot be written again: a file chosen before stays the one that is kept up to date.
  // Written over the one that could be read before it was locked, it is not that one any more.
  const over = handle && known?.readableFile?.handle === handle ? { readableFile: undefined } : {}
  if (handle) await noteProject(open.id, { file: { handle, name, bytes: hash }, savedAt, ...over })
  else if (!known?.file) await noteProject(open.id, { savedAt })
  say({ kind: 'done', text: `Saved as ${name}.` })
}

async function askForPlace(open: OpenProject) {
  try {
    const { bytes, hash, savedAt } = await fileOf(open)
    const saved = await desktop().saveAs({
      suggestedName: await fileNameOf(open),
      title: 'Save the project as a file',
      bytes,
      mediaType: keysOf(open.id) ? 'application/octet-stream' : 'application/zip',
    })
    return saved?.ok ? { ...saved, hash, savedAt } : saved
  } catch {
    const problem = 'The project could not be saved as a file. Your work is safe on this machine.'
    return { ok: false, problem } satisfies Refused
  }
}

/** A project whose name is not to be read on this machine does not give it to its file either; a packet goes home under
    the name it was handed out with. */
async function fileNameOf(open: OpenProject): Promise<string> {
  const listed = await listedProject(open.id)
  const { name: own, packet } = inquiryOf(open.project)
  const called = packet ? packetName(open.project, packet.coder) : own
  const name = listed?.nameless ? listed.name : called
  return `${name}.${keysOf(open.id) ? lockedEnding : 'qdpx'}`
}
