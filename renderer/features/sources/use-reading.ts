import { useCallback, useEffect, useRef, useState } from 'react'
import type { OpenedFile } from '../../../shared/bridge.ts'
import type { Project } from '../../../shared/model/project.ts'
import { sha256 } from '../../platform/making.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { type FileReading, startReading } from '../../workers/read-files.ts'
import { type FileChoice, newChoice, readAnew, twinOf } from './import-choices.ts'

/** The files being looked at, how many are read, and ways to decide about them. */
export interface Reading {
  readonly choices: readonly FileChoice[]
  readonly total: number
  /** The file that is being read now; null when all are. */
  readonly now: string | null
  /** Puts another choice in the place of one. */
  readonly set: (at: number, choice: FileChoice) => void
  /** Changes all choices at once. */
  readonly setAll: (change: (choice: FileChoice) => FileChoice) => void
  /** Reads one file again, in another encoding. */
  readonly again: (at: number, file: FileChoice['file'], encoding: string) => Promise<void>
}

/** Reads files in a worker, one after another, from when it is first shown until it is gone. */
export function useReading(files: readonly OpenedFile[]): Reading {
  const open = useOpenProject()
  const [choices, setChoices] = useState<readonly FileChoice[]>([])
  const [now, setNow] = useState<string | null>(files[0]?.name ?? null)
  const reading = useRef<FileReading | null>(null)
  useEffect(() => {
    const worker = startReading()
    reading.current = worker
    let wanted = true
    setChoices([])
    void readAll(files, worker, open.project, {
      isWanted: () => wanted,
      onStart: setNow,
      onRead: (choice) => setChoices((before) => [...before, choice]),
    })
    return () => {
      wanted = false
      worker.end()
    }
  }, [files, open])
  const change = useCallback(
    (at: number, become: (choice: FileChoice) => FileChoice) =>
      setChoices((before) => before.map((choice, i) => (i === at ? become(choice) : choice))),
    [],
  )
  const set = useCallback((at: number, choice: FileChoice) => change(at, () => choice), [change])
  const again = useCallback(
    async (at: number, file: FileChoice['file'], encoding: string) => {
      const outcome = await reading.current?.read(file, encoding)
      if (outcome) change(at, (choice) => readAnew(choice, outcome))
    },
    [change],
  )
  return {
    choices,
    total: files.length,
    now,
    set,
    setAll: (become) => setChoices((before) => before.map(become)),
    again,
  }
}

interface Progress {
  readonly isWanted: () => boolean
  readonly onStart: (name: string | null) => void
  readonly onRead: (choice: FileChoice) => void
}

async function readAll(
  files: readonly OpenedFile[],
  worker: FileReading,
  project: Project,
  progress: Progress,
): Promise<void> {
  const read: FileChoice[] = []
  for (const file of files) {
    progress.onStart(file.name)
    const choice = await readOne(file, worker, project, read)
    if (!progress.isWanted()) return
    read.push(choice)
    progress.onRead(choice)
  }
  progress.onStart(null)
}

async function readOne(
  file: OpenedFile,
  worker: FileReading,
  project: Project,
  before: readonly FileChoice[],
): Promise<FileChoice> {
  if (file.problem !== undefined) return newChoice(file, '', { ok: false, problem: file.problem }, null)
  const hash = await sha256(new Uint8Array(file.bytes))
  return newChoice(file, hash, await worker.read(file), twinOf(project, before, hash))
}
