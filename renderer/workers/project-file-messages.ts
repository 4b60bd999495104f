import type { Inquiry } from '../../shared/model/entities.ts'
import type { ContentHash, ProjectId } from '../../shared/model/ids.ts'
import type { Moment } from '../../shared/model/units.ts'

/** What the window asks of a project-file worker; each worker does one thing and is then ended. */
export type ProjectFileRequest =
  /** The stored project as a file, up to the given length of its log. */
  | { readonly kind: 'write'; readonly project: ProjectId; readonly length: number; readonly at: Moment }
  | ({ readonly kind: 'adopt'; readonly bytes: Uint8Array } & AdoptWish)

/** How a file's project gets its home here. */
export interface AdoptWish {
  /** Nothing is stored when this machine has a copy already. */
  readonly unlessKnown?: boolean
  /** Another id and name than the inquiry's own, so that both copies are kept. */
  readonly id?: ProjectId
  readonly name?: string
  readonly sample?: boolean
}

/** What it answers; `failed` when it broke off, so that nothing can be said. */
export type ProjectFileAnswer =
  | ({ readonly kind: 'written' } & WrittenFile)
  | Adoption
  | { readonly kind: 'failed' }

/** A project file's bytes, their fingerprint, and how much of the log they hold. */
export interface WrittenFile {
  readonly bytes: Uint8Array
  readonly hash: ContentHash
  readonly length: number
}

/** What became of a file. `id` is null when the project is open in another window. */
export type Adoption =
  | {
      readonly kind: 'adopted'
      readonly id: ProjectId | null
      readonly notes: readonly string[]
      readonly hash: ContentHash
      /** How long its log is. */
      readonly length: number
    }
  | { readonly kind: 'known'; readonly inquiry: Inquiry }
  | { readonly kind: 'unreadable'; readonly problem: string }

/** What the packing worker is sent: files one after another, then the end. It answers with the whole zip. */
export type ZipRequest =
  | { readonly kind: 'add'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }
