import type { SourceFile } from '../../shared/importers/source-draft.ts'
import type { SourceOfToday } from '../../shared/importers/source-of-survey.ts'
import type { OriginalAnswer, OriginalRequest } from './import-worker.ts'

/** A file being read again beside the window. */
export interface OriginalOnItsWay {
  readonly answer: Promise<OriginalAnswer>
  /** Stops at once, in the middle of the file if need be. */
  end(): void
}

/** Reads a source's file again in a worker of its own and finds its places in the source as it is today. A file that
    breaks the reading off gets a problem; after the end nothing is answered. */
export function readOriginalFile(
  file: SourceFile,
  source: SourceOfToday,
  encoding?: string,
): OriginalOnItsWay {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    type: 'module',
    name: 'import',
  })
  const answer = new Promise<OriginalAnswer>((settle) => {
    const breakOff = () => settle(brokenOff)
    worker.addEventListener('message', ({ data }: MessageEvent<OriginalAnswer>) => settle(data))
    worker.addEventListener('error', breakOff)
    worker.addEventListener('messageerror', breakOff)
  }).finally(() => worker.terminate())
  const { name, bytes } = file
  const request: OriginalRequest = { name, bytes, source, ...(encoding ? { encoding } : {}) }
  worker.postMessage(request)
  return { answer, end: () => worker.terminate() }
}

const brokenOff: OriginalAnswer = {
  ok: false,
  problem: 'Reading this file again was broken off: it may be damaged or too large.',
}
