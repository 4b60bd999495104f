import type { ContentHash, SourceId, TranslationId } from './ids.ts'
import type { OrderKey } from './units.ts'

/** The file a source came from, kept byte for byte. */
export interface Original {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string
  readonly name: string
  readonly bytes: number
  /** WHATWG label of the encoding that was chosen by hand; absent where the bytes decided. */
  readonly encoding?: string
}

/** A sound or video file that a source is the transcript of. The file stays where it is: only what is needed to
    recognise it is kept. */
export interface Recording {
  readonly kind: 'audio' | 'video'
  readonly name: string
  readonly bytes: number
  /** SHA-256 of its length, first and last stretch, hexadecimal: tells whether a chosen file is this one. */
  readonly mark: string
  /** How long it is, in milliseconds. */
  readonly duration?: number
  /** Added to the transcript's times to find the place in the recording, in milliseconds; absent: 0. */
  readonly offset?: number
}

/** A second text of a source, aligned with it stretch by stretch: read beside it, never counted, never shown as what
    somebody said. */
export interface Translation {
  readonly id: TranslationId
  readonly source: SourceId
  /** As the team writes it, such as "English". */
  readonly language: string
  /** Who translated it, also a machine by name. */
  readonly translator: string
  /** The translated text, one stretch after another. */
  readonly content: ContentHash
  /** The source's text that the stretches are aligned with. */
  readonly of: ContentHash
  /** Flat triples in order: where a stretch (a turn, or a paragraph) begins in `of`, start and end in `content`. */
  readonly stretches: readonly number[]
  readonly original?: Original
  readonly order: OrderKey
}
