import type { ContentHash, SourceId } from '../../shared/model/ids.ts'
import type { SearchWish } from '../../shared/search/read-query.ts'
import type { SourceHits } from '../../shared/search/scan-texts.ts'

/** One source to look through; its text was sent before, named by its hash. */
export interface SourceToSearch {
  readonly source: SourceId
  readonly content: ContentHash
  /** Starts and ends of what is looked through. */
  readonly stretches: Int32Array
}

/** What the window asks of the search worker. `number` tells one question from the next. */
export type SearchRequest =
  | {
      readonly kind: 'texts'
      readonly texts: readonly { readonly content: ContentHash; readonly text: string }[]
    }
  | {
      readonly kind: 'search'
      readonly number: number
      readonly wish: SearchWish
      readonly sources: readonly SourceToSearch[]
    }
  | { readonly kind: 'stop' }

/** What it answers: which source it looks through, what it found so far, and that it is done. */
export type SearchAnswer =
  | {
      readonly kind: 'found'
      readonly number: number
      readonly found: readonly SourceHits[]
      readonly looked: number
    }
  | { readonly kind: 'done'; readonly number: number }
