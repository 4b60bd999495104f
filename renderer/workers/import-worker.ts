import { type OriginalReading, readOriginal } from '../../shared/importers/read-original.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import type { ImportOutcome, ImportProblem } from '../../shared/importers/source-draft.ts'
import type { SourceOfToday } from '../../shared/importers/source-of-survey.ts'
import { readPdf } from './pdf-reader.ts'

/** A file to read. */
export interface ReadRequest {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A source's file to look things up in, and the source as it is today. */
export interface OriginalRequest {
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding?: string
  readonly source: SourceOfToday
}

/** The file read again, its places carried to the text of today. */
export type OriginalAnswer = OriginalReading | ImportProblem

/** Reads a file off the main thread, so that the window stays at hand meanwhile. */
addEventListener('message', ({ data }: MessageEvent<ReadRequest | OriginalRequest>) => {
  void read(data).then((answer) => postMessage(answer))
})

function read(request: ReadRequest | OriginalRequest): Promise<ImportOutcome | OriginalAnswer> {
  const { name, bytes } = request
  if (!('source' in request)) return readSource({ name, bytes }, { pdf: readPdf })
  const { source, encoding } = request
  return readOriginal({ name, bytes }, source, { pdf: readPdf, ...(encoding ? { encoding } : {}) })
}
