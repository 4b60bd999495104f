import type { ImportOutcome, SourceFile } from '../../shared/importers/source-draft.ts'
import type { ReadAnswer, ReadRequest } from './import-worker.ts'

/** Reads files in a worker of its own, which lives until it is ended. */
export interface FileReading {
  /** Reads one file, in the encoding where one is chosen, after those asked for before. A file that breaks the
      reading off gets a problem and the others go on; after the end everything still waiting gets one. */
  read(file: SourceFile, encoding?: string): Promise<ImportOutcome>
  /** Stops at once, in the middle of a file if need be. */
  end(): void
}

interface Waiting {
  readonly request: ReadRequest
  readonly settle: (outcome: ImportOutcome) => void
}

/** Starts the worker that reads files. */
export function startReading(): FileReading {
  const waiting = new Map<number, Waiting>()
  let worker = newWorker(answer, goOnWithoutFirst)
  let count = 0
  let ended = false

  function answer({ number, outcome }: ReadAnswer): void {
    waiting.get(number)?.settle(outcome)
    waiting.delete(number)
  }

  /** The worker takes one file at a time, so the one that broke it is the first that waits. */
  function goOnWithoutFirst(): void {
    worker.terminate()
    const [first] = waiting.keys()
    if (first !== undefined) answer({ number: first, outcome: brokenOff })
    worker = newWorker(answer, goOnWithoutFirst)
    for (const { request } of waiting.values()) worker.postMessage(request)
  }

  return {
    read(file, encoding) {
      if (ended) return Promise.resolve(brokenOff)
      count++
      const request: ReadRequest = {
        number: count,
        name: file.name,
        bytes: file.bytes,
        ...(encoding ? { encoding } : {}),
      }
      return new Promise((settle) => {
        waiting.set(request.number, { request, settle })
        worker.postMessage(request)
      })
    },
    end() {
      ended = true
      worker.terminate()
      for (const number of [...waiting.keys()]) answer({ number, outcome: brokenOff })
    },
  }
}

const brokenOff: ImportOutcome = {
  ok: false,
  problem:
    'Reading this file was broken off: it may be damaged or too large. Save it again from where it came from.',
}

function newWorker(onAnswer: (answer: ReadAnswer) => void, onBreak: () => void): Worker {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    type: 'module',
    name: 'import',
  })
  worker.addEventListener('message', (event: MessageEvent<ReadAnswer>) => onAnswer(event.data))
  worker.addEventListener('error', onBreak)
  worker.addEventListener('messageerror', onBreak)
  return worker
}
