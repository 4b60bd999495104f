import type { ProseDoc } from '../../shared/model/report-entities.ts'

/** What a place to write at is given. */
export interface ProsePlace {
  /** What a person calls the place. */
  readonly label: string
  /** What stands in the empty place: a quiet invitation. */
  readonly invitation: string
  /** The words as written; null for none. */
  readonly doc: ProseDoc | null
  /** The words as readers will see them, when names are covered in them. */
  readonly shown?: ProseDoc
  /** Names the place across windows and days, for words not yet durable when the window went away. */
  readonly draftKey: string
  /** Keeps the words; true once they are durable. */
  readonly onWrite: (doc: ProseDoc) => Promise<boolean>
}

/** Where writing begins: at the end, or at a point of the window. */
export type Caret = 'end' | { readonly left: number; readonly top: number }
