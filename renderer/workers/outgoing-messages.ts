import type { SharePart } from '../../shared/exchange/share-copy.ts'
import type { ShareNumbers } from '../../shared/exchange/share-numbers.ts'
import type { Loss } from '../../shared/exchange/standard-loss.ts'
import type { Unlocked } from '../../shared/lock/lock.ts'
import type { CoderId, ProjectId } from '../../shared/model/ids.ts'
import type { Moment } from '../../shared/model/units.ts'

/** What goes out: a file for other tools, or a copy with some parts. */
export type Outgoing =
  | { readonly kind: 'standard'; readonly withWithdrawn: boolean }
  | { readonly kind: 'share'; readonly with: readonly SharePart[]; readonly by: CoderId }

/** What the window asks of a worker that holds one project until the person decides what goes out. */
export type OutgoingRequest =
  /** Reads the stored project, up to the given length of its log, and counts. */
  | {
      readonly kind: 'look'
      readonly project: ProjectId
      readonly length: number
      readonly keys: Unlocked | undefined
    }
  | { readonly kind: 'write'; readonly what: Outgoing; readonly at: Moment }

/** What would be lost for other tools, with the words of those who withdrew blacked out and with them; and what there
    is to share. */
export interface Look {
  readonly losses: readonly Loss[]
  readonly lossesWithWithdrawn: readonly Loss[]
  readonly share: ShareNumbers
}

export type OutgoingAnswer =
  | ({ readonly kind: 'looked' } & Look)
  | { readonly kind: 'written'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed' }
