/** Where in a file something stands, in the terms a person finds it by. Bytes are counted from 0, ends exclusive; all
    other numbers from 1. */
export type Place =
  /** A line of a text file. */
  | { readonly kind: 'line'; readonly line: number; readonly bytes: readonly [number, number] }
  /** A cue of captions, a record of a chat, a segment of speech recognition or an annotation, at its line. */
  | {
      readonly kind: 'cue'
      readonly cue: number
      readonly line: number
      readonly bytes: readonly [number, number]
    }
  /** A paragraph of a document, empty ones counted, as its program counts them. */
  | { readonly kind: 'paragraph'; readonly paragraph: number }
  /** A cell by its column's letters and row: "C12"; the sheet where there are several. */
  | { readonly kind: 'cell'; readonly cell: string; readonly sheet?: string }
  /** A box on a page, in points from the page's upper left corner: left, top, right, bottom. */
  | { readonly kind: 'page'; readonly page: number; readonly box: readonly [number, number, number, number] }

/** From this position of a draft's text on (UTF-16 units), the words stand at this place of the file. */
export interface Origin {
  readonly start: number
  readonly place: Place
}
