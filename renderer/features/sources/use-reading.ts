import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { erasedBefore, erasedFiles } from '../../../shared/change/erase/refused-by-erasure.ts'
import type { ImportProblem } from '../../../shared/importers/source-draft.ts'
import type { Project } from '../../../shared/model/project.ts'
import { recordingKind } from '../../../shared/recording/recording-kind.ts'
import type { FileToRead } from '../../platform/files-to-read.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import type { KnownLetters, ReadAgain, WholeFile } from '../../workers/incoming-messages.ts'
import { type IncomingReader, readIncoming } from '../../workers/read-incoming.ts'
import { findVersions, type VersionFinder } from '../../workers/recognise-versions.ts'
import { withVersion } from './correction-choice.ts'
import { type FileChoice, type ListedFile, readAnew, twinOf } from './import-choices.ts'
import { knownLetters, rememberLetters } from './known-letters.ts'
import { listed, newlyListed, wholeChoice } from './listed-file.ts'
import { nowAndThen } from './now-and-then.ts'

/** The files being looked at, how many are read, and ways to decide about them. */
export interface Reading {
  readonly files: readonly ListedFile[]
  readonly total: number
  /** The file that is being read now; null when all are. */
  readonly now: string | null
  /** When reading began, in milliseconds of the window's clock. */
  readonly since: number
  /** The number of the file that is looked at. */
  readonly at: number
  /** That file, with its text; null while it is fetched. */
  readonly shown: { readonly at: number; readonly choice: FileChoice } | null
  readonly show: (at: number) => void
  /** Decides about the file with this number. */
  readonly set: (at: number, choice: FileChoice) => void
  readonly tick: (at: number, ticked: boolean) => void
  /** Changes all files at once. */
  readonly setAll: (change: (file: ListedFile) => ListedFile) => void
  /** Reads the file that is looked at again, in another encoding or with other tiers. */
  readonly again: (at: number, options: ReadAgain) => Promise<void>
  /** The whole of a file as it waits. */
  readonly whole: (at: number) => Promise<WholeFile>
}

/** Reads files in a worker, one after another, from when it is first shown until it is gone. */
export function useReading(wanted: readonly FileToRead[]): Reading {
  const open = useOpenProject()
  const [files, setFiles] = useState<readonly ListedFile[]>([])
  const [now, setNow] = useState<string | null>(wanted[0]?.name ?? null)
  const [since, setSince] = useState(() => performance.now())
  const [at, setAt] = useState(0)
  const [shown, setShown] = useState<Reading['shown']>(null)
  const reader = useRef<IncomingReader | null>(null)
  useEffect(() => {
    const incoming = readIncoming(open.id)
    reader.current = incoming
    const versions = findVersions(open.id, open.project)
    let isWanted = true
    setFiles([])
    setSince(performance.now())
    let fresh: ListedFile[] = []
    let name: string | null = null
    const telling = nowAndThen(() => {
      const more = fresh
      fresh = []
      setNow(name)
      setFiles((before) => [...before, ...more])
    })
    void readAll(wanted, { incoming, versions }, open.project, knownLetters(open.id), {
      isWanted: () => isWanted,
      onStart: (started) => {
        name = started
        if (name === null) telling.now()
        else telling.soon()
      },
      onRead: (file) => {
        fresh.push(file)
        telling.soon()
      },
    })
    return () => {
      isWanted = false
      telling.end()
      incoming.end()
      versions.end()
    }
  }, [wanted, open])
  const whole = useCallback(
    async (at: number): Promise<WholeFile> => {
      const file = wanted[at]
      if (file && recordingKind(file.name) !== null)
        return { outcome: aRecording, bytes: (await file.read()).bytes }
      return (await reader.current?.whole(at)) ?? gone
    },
    [wanted],
  )
  const latest = useLatest(files)
  const isRead = at < files.length
  useEffect(() => {
    if (!isRead) return
    let isWanted = true
    void whole(at).then((found) => {
      const file = latest.current[at]
      if (isWanted && file) setShown({ at, choice: wholeChoice(file, found) })
    })
    return () => {
      isWanted = false
    }
  }, [at, isRead, whole, latest])
  const change = useCallback((place: number, become: (file: ListedFile) => ListedFile) => {
    setFiles((before) => before.map((file, i) => (i === place ? become(file) : file)))
  }, [])
  const set = useCallback(
    (place: number, choice: FileChoice) => {
      setShown({ at: place, choice })
      // Only the list ticks files.
      change(place, ({ ticked }) => ({ ...listed(choice), ticked: ticked && choice.draft !== null }))
    },
    [change],
  )
  const tick = useCallback(
    (place: number, ticked: boolean) => change(place, (file) => ({ ...file, ticked })),
    [change],
  )
  const setAll = useCallback((become: (file: ListedFile) => ListedFile) => {
    setFiles((before) => before.map(become))
  }, [])
  const again = useCallback(
    async (place: number, options: ReadAgain) => {
      const chosen = latest.current[place]?.encoding
      const read = await reader.current?.again(place, chosen ? { encoding: chosen, ...options } : options)
      const file = latest.current[place]
      if (!read || !file) return
      const before = wholeChoice(file, read)
      const choice = readAnew(before, read.outcome)
      const offered = choice.outcome.ok ? choice.outcome.draft.encoding : undefined
      if (offered && options.encoding) rememberLetters(open.id, offered.candidates, options.encoding)
      set(place, choice)
    },
    [open, set, latest],
  )
  return useMemo(
    () => ({
      files,
      total: wanted.length,
      now,
      since,
      at,
      shown: shown?.at === at ? shown : null,
      show: setAt,
      set,
      tick,
      setAll,
      again,
      whole,
    }),
    [files, wanted, now, since, at, shown, set, tick, setAll, again, whole],
  )
}

const aRecording: ImportProblem = {
  ok: false,
  problem: 'This is a recording: bring in its transcript instead.',
}

const gone: WholeFile = {
  outcome: { ok: false, problem: 'What was read of this file is gone: choose it again.' },
  bytes: new Uint8Array(),
}

/** The latest value, for what happens later. */
function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}

interface Progress {
  readonly isWanted: () => boolean
  readonly onStart: (name: string | null) => void
  readonly onRead: (file: ListedFile) => void
}

/** The next file comes from the disk while one is read, and no more than that is in memory. */
async function readAll(
  files: readonly FileToRead[],
  { incoming, versions }: { readonly incoming: IncomingReader; readonly versions: VersionFinder },
  project: Project,
  letters: KnownLetters,
  progress: Progress,
): Promise<void> {
  const read: ListedFile[] = []
  const erased = erasedFiles(project)
  let next = bytesOf(files[0])
  for (const [at, { name }] of files.entries()) {
    progress.onStart(name)
    const opened = await next
    if (!opened || !progress.isWanted()) return
    next = bytesOf(files[at + 1])
    const { problem, bytes } = opened
    const found =
      problem === undefined
        ? await incoming.read(at, name, bytes, letters)
        : { hash: '', outcome: { ok: false, problem } as const }
    if (!progress.isWanted()) return
    if (found.outcome.ok && erased.has(found.hash)) {
      const refused = { hash: found.hash, outcome: { ok: false, problem: erasedBefore(name) } as const }
      read.push(newlyListed(name, refused, null))
      progress.onRead(newlyListed(name, refused, null))
      continue
    }
    const twin = found.outcome.ok ? twinOf(project, read, found.hash) : null
    const sketch = twin === null && 'sketch' in found ? found.sketch : undefined
    const version = sketch ? await versions.find(name, sketch) : null
    if (!progress.isWanted()) return
    const file = withVersion(newlyListed(name, found, twin), version, read)
    read.push(file)
    progress.onRead(file)
  }
  progress.onStart(null)
}

/** A recording is never read: it may be larger than the memory. */
function bytesOf(file: FileToRead | undefined): ReturnType<FileToRead['read']> | undefined {
  if (!file || recordingKind(file.name) === null) return file?.read()
  return Promise.resolve({
    name: file.name,
    bytes: new Uint8Array(),
    handle: null,
    problem: aRecording.problem,
  })
}
