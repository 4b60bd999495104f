import type { ImportOutcome, ImportProblem, SourceFile } from '../../shared/importers/source-draft.ts'
import type { SourceOfToday } from '../../shared/importers/source-of-survey.ts'
import { askOnce } from './ask-once.ts'
import type { OriginalAnswer, OriginalRequest, ReadRequest } from './import-worker.ts'

/** A file being read beside the window; one that breaks the reading off gets a problem. */
export interface FileOnItsWay<Answer> {
  readonly answer: Promise<Answer>
  /** Stops at once, in the middle of the file if need be. */
  end(): void
}

/** Reads a file in a worker of its own. */
export function readFileOnce({ name, bytes }: SourceFile): FileOnItsWay<ImportOutcome> {
  const request: ReadRequest = { name, bytes }
  return asked(request)
}

/** Reads a source's file again in a worker of its own and finds its places in the source as it is today. */
export function readOriginalFile(
  { name, bytes }: SourceFile,
  source: SourceOfToday,
  encoding?: string,
): FileOnItsWay<OriginalAnswer> {
  const request: OriginalRequest = { name, bytes, source, ...(encoding ? { encoding } : {}) }
  return asked(request)
}

function asked<Answer>(request: ReadRequest | OriginalRequest): FileOnItsWay<Answer | ImportProblem> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    type: 'module',
    name: 'import',
  })
  const { answer, end } = askOnce<Answer>(worker, request)
  return { answer: answer.then((read) => read ?? brokenOff), end }
}

const brokenOff: ImportProblem = {
  ok: false,
  problem:
    'Reading this file was broken off: it may be damaged or too large. Save it again from where it came from.',
}
