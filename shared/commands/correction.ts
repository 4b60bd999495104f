import type { SourceDraft } from '../importers/source-draft.ts'
import type { OriginalFile } from '../model/archive.ts'
import type { ContentHash, ParticipantId } from '../model/ids.ts'
import type { TextAlignment } from '../text/align-texts.ts'

/** A better text of a source. */
export interface Correction {
  /** The text read until now (`before`) against the better one (`after`). */
  readonly alignment: TextAlignment
  /** SHA-256 of the better text. */
  readonly content: ContentHash
  /** Times inside the text until now: pairs of position and milliseconds. */
  readonly syncPoints?: readonly number[]
  /** The file it comes in, with turns and speakers of its own; absent for words corrected by hand. */
  readonly version?: CorrectedVersion
}

export interface CorrectedVersion {
  /** Its text is the better text. */
  readonly draft: SourceDraft
  readonly original: OriginalFile
  /** WHATWG label of the encoding that was chosen by hand. */
  readonly encoding?: string
  /** Label of a speaker that was not there before to the participant it is. */
  readonly participants?: Readonly<Record<string, ParticipantId>>
}
