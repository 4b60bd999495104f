import { readSource } from '../../shared/importers/read-source.ts'
import type { ImportOutcome } from '../../shared/importers/source-draft.ts'

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

/** Reads files off the main thread, one after another, so that the window stays at hand meanwhile. */
addEventListener('message', (event: MessageEvent<ReadRequest>) => {
  const { number, name, bytes, encoding } = event.data
  void readSource({ name, bytes }, encoding === undefined ? {} : { encoding }).then((outcome) => {
    const answer: ReadAnswer = { number, outcome }
    postMessage(answer)
  })
})
