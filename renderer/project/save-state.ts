import type { Gesture } from '../../shared/change/change.ts'
import type { Pause } from '../../shared/change/slices.ts'
import type { ChangeId, NewId } from '../../shared/model/ids.ts'

/** What the status line shows: everything durable, a write under way, or the last write refused. */
export type SaveState =
  | { readonly kind: 'saved' }
  /** `much`: a change of very many edits is being worked out and written, which takes a moment. */
  | { readonly kind: 'saving'; readonly much?: true }
  | { readonly kind: 'failed'; readonly problem: string }

/** Whether a gesture was kept; if not, one sentence that says why, and the project is as before. */
export type Committed = { readonly ok: true } | { readonly ok: false; readonly problem: string }

/** Another copy's work, worked out as edits of this one. */
export interface MergeToCommit {
  readonly gesture: Gesture
  /** Heads of the other copy's log. */
  readonly parents: readonly ChangeId[]
  /** How long this copy's log was when the edits were worked out. */
  readonly length: number
}

/** What an open project is given from its platform. */
export interface Surroundings {
  readonly newId: NewId
  readonly now: () => number
  /** Starts a stretch of long work: what it gives is asked wherever the work may be interrupted, and lets the window
      do something else from time to time. Without it, long work is done at a stretch. */
  readonly pausing?: () => Pause
}

/** A change of more edits than this is worked out and written in slices. */
export const manyEdits = 4000
