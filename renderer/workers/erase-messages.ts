import type { ErasureAccount } from '../../shared/change/erase/erasure-account.ts'
import type { ErasureWish } from '../../shared/change/erase/erasure-wish.ts'
import type { Unlocked } from '../../shared/lock/lock.ts'
import type { CoderId, ParticipantId, ProjectId } from '../../shared/model/ids.ts'

/** What the window asks of an erasing worker. The project is read from its home, up to a length of its log. */
export type EraseRequest = EraseHome &
  (
    | { readonly kind: 'names'; readonly participants: readonly ParticipantId[] }
    | { readonly kind: 'preview'; readonly wish: ErasureWish }
    /** The project must be closed in every window. */
    | { readonly kind: 'erase'; readonly wish: ErasureWish; readonly by: CoderId }
    /** Takes out what another copy erased; `bytes` are its file's. */
    | { readonly kind: 'take over'; readonly bytes: Uint8Array; readonly by: CoderId }
  )

export interface EraseHome {
  readonly project: ProjectId
  readonly length: number
  readonly keys: Unlocked | undefined
}

/** What it answers; null when it broke off. */
export type EraseAnswer =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'account'; readonly account: ErasureAccount }
  | {
      readonly kind: 'erased'
      readonly account: ErasureAccount | null
      readonly recordings: readonly string[]
    }
  | { readonly kind: 'problem'; readonly problem: string }
  | null
