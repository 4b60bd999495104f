import type { Recognised } from '../../shared/commands/recognise-version.ts'
import type { Unlocked } from '../../shared/lock/lock.ts'
import type { ContentHash, ProjectId, SourceId } from '../../shared/model/ids.ts'
import type { TextSketch } from '../../shared/text/text-sketch.ts'

/** A source that a file may be a new version of. */
export interface SourceToKnow {
  readonly id: SourceId
  readonly names: readonly string[]
  readonly content: ContentHash
}

/** The sources of a project, sent once; then files, each with a number that the answer carries. */
export type RecogniseRequest =
  | {
      readonly kind: 'start'
      readonly project: ProjectId
      readonly keys: Unlocked | undefined
      readonly sources: readonly SourceToKnow[]
    }
  | { readonly kind: 'ask'; readonly number: number; readonly name: string; readonly sketch: TextSketch }

export interface RecogniseAnswer {
  readonly number: number
  readonly found: Recognised | null
}
