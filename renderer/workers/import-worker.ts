import { type OriginalReading, readOriginal } from '../../shared/importers/read-original.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import type { ImportOutcome, ImportProblem } from '../../shared/importers/source-draft.ts'
import type { SourceOfToday } from '../../shared/importers/source-of-survey.ts'
import { readPdf } from './pdf-reader.ts'

/** One file to read, and in which encoding where one was chosen. */
export interface ReadRequest {
  readonly number: number
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding?: string
}

/** What became of the file with that number. */
export interface ReadAnswer {
  readonly number: number
  readonly outcome: ImportOutcome
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

/** Reads files off the main thread, one after another, so that the window stays at hand meanwhile. */
addEventListener('message', ({ data }: MessageEvent<ReadRequest | OriginalRequest>) => {
  const { name, bytes, encoding } = data
  const options = encoding === undefined ? { pdf: readPdf } : { pdf: readPdf, encoding }
  if ('source' in data) return void readOriginal({ name, bytes }, data.source, options).then(answerOriginal)
  const { number } = data
  void readSource({ name, bytes }, options).then((outcome) => {
    const answer: ReadAnswer = { number, outcome }
    postMessage(answer)
  })
})

function answerOriginal(answer: OriginalAnswer): void {
  postMessage(answer)
}
