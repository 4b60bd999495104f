import type { OutcomeInBrief } from '../../shared/importers/draft-summary.ts'
import type { ReadOptions } from '../../shared/importers/read-source.ts'
import type { ImportOutcome } from '../../shared/importers/source-draft.ts'
import type { Unlocked } from '../../shared/lock/lock.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import type { TextSketch } from '../../shared/text/text-sketch.ts'

/** What may be chosen when a file is read again. */
export type ReadAgain = Pick<ReadOptions, 'encoding' | 'tiers'>

/** Which encoding was chosen before where these were on offer: names in order, joined by a space, to the chosen one. */
export type KnownLetters = Readonly<Record<string, string>>

/** What the window asks about files on their way in; each question has a number that the answer carries. */
export type IncomingRequest = { readonly number: number } & (
  | {
      /** Reads a file, and keeps its bytes and its draft in the project's database until they are wanted. */
      readonly kind: 'read'
      readonly file: number
      readonly name: string
      readonly bytes: Uint8Array
      readonly letters: KnownLetters
    }
  /** Reads a kept file again in another way. */
  | { readonly kind: 'again'; readonly file: number; readonly options: ReadAgain }
  /** The whole of a kept file. */
  | { readonly kind: 'whole'; readonly file: number }
  /** Forgets all kept files, and texts that no change names. */
  | { readonly kind: 'leave' }
)

/** The import that a worker serves: sent once, before everything else. */
export interface IncomingStart {
  readonly kind: 'start'
  readonly project: ProjectId
  readonly keys: Unlocked | undefined
  readonly batch: string
}

export type IncomingAnswer = { readonly number: number } & (
  | ({ readonly kind: 'read' } & FileRead)
  | ({ readonly kind: 'whole' } & WholeFile)
  | { readonly kind: 'gone' }
)

/** A file in brief, with the SHA-256 of its bytes; '' where they could not be read. */
export interface FileRead {
  readonly hash: string
  readonly outcome: OutcomeInBrief
  /** What a text is recognised by, where it has one. */
  readonly sketch?: TextSketch
  /** The encoding that was chosen before for files like it, where it was read in that one. */
  readonly encoding?: string
  /** The whole of a table of answers: what it becomes is decided in the window. */
  readonly whole?: ImportOutcome
}

/** A file as it was read, with its bytes. */
export interface WholeFile {
  readonly outcome: ImportOutcome
  readonly bytes: Uint8Array
}
