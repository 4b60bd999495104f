import type { ProjectId } from '../../shared/model/ids.ts'
import { keysOf } from '../project/keyring.ts'
import type {
  FileRead,
  IncomingAnswer,
  IncomingRequest,
  IncomingStart,
  KnownLetters,
  ReadAgain,
  WholeFile,
} from './incoming-messages.ts'

/** Reads the files of one import in a worker of its own, which keeps them in the project's database. Files go by their
    number. One that breaks the reading off gets a problem and the others go on. */
export interface IncomingReader {
  read(file: number, name: string, bytes: Uint8Array, letters: KnownLetters): Promise<FileRead>
  again(file: number, options: ReadAgain): Promise<WholeFile>
  whole(file: number): Promise<WholeFile>
  /** Forgets all files and ends; what is still asked gets a problem. */
  end(): void
}

type Question = IncomingRequest extends infer R
  ? R extends IncomingRequest
    ? Omit<R, 'number'>
    : never
  : never

interface Waiting {
  readonly request: IncomingRequest
  readonly settle: (answer: IncomingAnswer) => void
}

/** Starts reading for one import into a project. Files that are looked at have a worker of their own: they do not wait
    for a large one that is being read. */
export function readIncoming(project: ProjectId): IncomingReader {
  const start: IncomingStart = {
    kind: 'start',
    project,
    keys: keysOf(project),
    batch: crypto.randomUUID(),
  }
  const reading = startLine(start)
  const looking = startLine(start)
  return {
    async read(file, name, bytes, letters) {
      const given = await reading.ask({ kind: 'read', file, name, bytes, letters })
      return given.kind === 'read' ? given : { hash: '', outcome: noAnswer }
    },
    again: async (file, options) => wholeOf(await looking.ask({ kind: 'again', file, options })),
    whole: async (file) => wholeOf(await looking.ask({ kind: 'whole', file })),
    end() {
      reading.end()
      looking.end()
      clearAway(start)
    },
  }
}

/** Questions that are answered one after another. */
interface Line {
  ask(question: Question): Promise<IncomingAnswer>
  end(): void
}

function startLine(start: IncomingStart): Line {
  const waiting = new Map<number, Waiting>()
  let worker = newWorker(start, answer, goOnWithoutFirst)
  let count = 0
  let ended = false

  function answer(given: IncomingAnswer): void {
    waiting.get(given.number)?.settle(given)
    waiting.delete(given.number)
  }

  /** The worker takes one question at a time, so the one that broke it is the first that waits. */
  function goOnWithoutFirst(): void {
    worker.terminate()
    const [first] = waiting.values()
    if (first) answer(brokenOff(first.request))
    worker = newWorker(start, answer, goOnWithoutFirst)
    for (const { request } of waiting.values()) worker.postMessage(request)
  }

  return {
    ask(question) {
      count++
      const request: IncomingRequest = { ...question, number: count }
      if (ended) return Promise.resolve(brokenOff(request))
      return new Promise((settle) => {
        waiting.set(request.number, { request, settle })
        worker.postMessage(request)
      })
    },
    end() {
      ended = true
      worker.terminate()
      for (const { request } of [...waiting.values()]) answer(brokenOff(request))
    },
  }
}

/** The worker may be in the middle of a file, so another one clears up. */
function clearAway(start: IncomingStart): void {
  const worker = newWorker(
    start,
    () => worker.terminate(),
    () => worker.terminate(),
  )
  const leave: IncomingRequest = { kind: 'leave', number: 0 }
  worker.postMessage(leave)
}

const noAnswer = {
  ok: false,
  problem:
    'Reading this file was broken off: it may be damaged or too large. Save it again from where it came from.',
} as const

function brokenOff({ kind, number }: IncomingRequest): IncomingAnswer {
  if (kind === 'read') return { number, kind, hash: '', outcome: noAnswer }
  if (kind === 'leave') return { number, kind: 'gone' }
  return { number, kind: 'whole', outcome: noAnswer, bytes: new Uint8Array() }
}

function wholeOf(given: IncomingAnswer): WholeFile {
  return given.kind === 'whole' ? given : { outcome: noAnswer, bytes: new Uint8Array() }
}

function newWorker(
  start: IncomingStart,
  onAnswer: (answer: IncomingAnswer) => void,
  onBreak: () => void,
): Worker {
  const worker = new Worker(new URL('./incoming-worker.ts', import.meta.url), {
    type: 'module',
    name: 'import',
  })
  worker.addEventListener('message', ({ data }: MessageEvent<IncomingAnswer>) => onAnswer(data))
  worker.addEventListener('error', onBreak)
  worker.addEventListener('messageerror', onBreak)
  worker.postMessage(start)
  return worker
}
