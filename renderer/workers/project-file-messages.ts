import type { FileReceipt } from '../../shared/exchange/receipt-memo.ts'
import type { FilePiece } from '../../shared/exchange/write-zip.ts'
import type { Unlocked } from '../../shared/lock/lock.ts'
import type { Inquiry } from '../../shared/model/entities.ts'
import type { ContentHash, MemoId, ProjectId } from '../../shared/model/ids.ts'
import type { Moment } from '../../shared/model/units.ts'

/** What the window asks of a project-file worker; each worker does one thing and is then ended, but for one that read
    another tool's file: it waits with it until it is decided whether it comes in. */
export type ProjectFileRequest =
  /** The stored project as a file, up to the given length of its log. */
  | {
      readonly kind: 'write'
      readonly project: ProjectId
      readonly length: number
      readonly at: Moment
      /** A locked project's keys: they open its home, and lock the file. */
      readonly keys: Unlocked | undefined
    }
  | ({ readonly kind: 'adopt'; readonly bytes: Uint8Array } & AdoptWish)
  /** After a receipt: what was read is given its home now. */
  | { readonly kind: 'bring in' }

/** How a file's project gets its home here. */
export interface AdoptWish {
  /** Nothing is stored when this machine has a copy already. */
  readonly unlessKnown?: boolean
  /** Another id and name than the inquiry's own, so that both copies are kept. */
  readonly id?: ProjectId
  readonly name?: string
  readonly sample?: boolean
  /** What the file is called. With it the receipt of another tool's file is kept in the project. */
  readonly file?: string
  /** With it, a file of another tool is answered with its receipt, and nothing is stored until it is asked for. */
  readonly askFirst?: boolean
  /** What the file was locked with: its home here is locked with the same. */
  readonly keys?: Unlocked | undefined
  /** What opens the copy that is here, where the window holds it. */
  readonly here?: Unlocked | undefined
}

/** What it answers; `failed` when it broke off, so that nothing can be said. */
export type ProjectFileAnswer =
  | ({ readonly kind: 'written' } & WrittenFile)
  | Adoption
  | ({ readonly kind: 'receipt' } & FileReceipt)
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
      /** The memo that keeps the receipt of another tool's file. */
      readonly receipt?: MemoId
    }
  /** `whyNoMerge`, in one sentence, where the file's copy cannot be merged into the one here. */
  | { readonly kind: 'known'; readonly inquiry: Inquiry; readonly whyNoMerge?: string }
  | { readonly kind: 'unreadable'; readonly problem: string }

/** What the packing worker is sent: files one after another, then the end. */
export type ZipRequest = ({ readonly kind: 'add' } & FilePiece) | { readonly kind: 'end' }

/** What it answers: once when it can begin, and at the end the whole zip. */
export type ZipAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'zip'; readonly bytes: Uint8Array<ArrayBuffer> }
