import type { EntityKind } from '../model/entities.ts'
import type { ChangeId, CoderId, ContentHash, CopyId, SourceId } from '../model/ids.ts'
import type { Moment } from '../model/units.ts'

/** Only the fields that differ; null stands for "not there". */
export type Fields = Readonly<Record<string, unknown>>

/** What one change does to one entity. Creation: `before` is null; removal: `after` is null. */
export interface Edit {
  readonly kind: EntityKind
  readonly id: string
  /** The source that holds it, for turns and codings. */
  readonly source?: SourceId
  /** The content that positions in this edit count in. */
  readonly content?: ContentHash
  readonly before: Fields | null
  readonly after: Fields | null
}

/** What brought a change about; `of` names the change that is undone or redone. */
export type Cause =
  | { readonly kind: 'command' }
  | { readonly kind: 'import' }
  | { readonly kind: 'merge' }
  /** Something was erased for good: nothing before it can be undone. */
  | { readonly kind: 'erase' }
  | { readonly kind: 'undo'; readonly of: ChangeId }
  | { readonly kind: 'redo'; readonly of: ChangeId }

/** Everything of a change but its edits: what history lists and undo walks. */
export interface ChangeHeader {
  readonly id: ChangeId
  /** The copy of the project that made it. */
  readonly copy: CopyId
  /** Order within that copy, from 1; clocks order nothing. */
  readonly seq: number
  /** The heads it was made on. */
  readonly parents: readonly ChangeId[]
  readonly at: Moment
  readonly by: CoderId
  /** What a person reads: "Code passage with Funding constraints". */
  readonly label: string
  readonly cause: Cause
  /** Version of the edits' shape, for upcasting old changes. */
  readonly format: number
}

/** One recorded edit of the project: the only way it changes. */
export interface Change extends ChangeHeader {
  readonly edits: readonly Edit[]
}

/** What a gesture asks for; the open project gives it its identity and place in the log. */
export interface Gesture {
  readonly label: string
  readonly edits: readonly Edit[]
}

/** The shape of edits written today. */
export const changeFormat = 1
