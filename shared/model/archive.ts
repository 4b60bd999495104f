import type { Change } from '../change/change.ts'
import type { ContentHash } from './ids.ts'
import type { Project } from './project.ts'

/** An immutable text of a source. */
export interface Content {
  readonly hash: ContentHash
  readonly text: string
  /** Times inside the text, for following a recording: pairs of position (UTF-16 units) and milliseconds, in order. */
  readonly syncPoints?: readonly number[]
}

/** The bytes a source was imported from. */
export interface OriginalFile {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** Everything of a project in one value: what a project file holds. */
export interface Archive {
  readonly project: Project
  readonly contents: ReadonlyMap<ContentHash, Content>
  readonly originals: ReadonlyMap<string, OriginalFile>
  /** The log, oldest first. Replaying it on the empty project gives `project`. */
  readonly changes: readonly Change[]
}
