/** Reads a PDF's pages; what stands behind it (an engine in a worker) comes in from the platform. Never rejects. */
export type PdfReader = (bytes: Uint8Array) => Promise<PdfReading>

/** What an engine made of a PDF: its pages, or why there are none. */
export type PdfReading = PdfPages | { readonly ok: false; readonly trouble: PdfTrouble }

/** `locked` by a password, `damaged` beyond opening, `slow` when nothing came in time, `no-engine` where none runs. */
export type PdfTrouble = 'locked' | 'damaged' | 'slow' | 'no-engine'

/** The pages that could be read, in order, and what of the file was not. */
export interface PdfPages {
  readonly ok: true
  /** How many pages the file says it has. */
  readonly count: number
  readonly pages: readonly PdfPage[]
  /** Numbers of pages that could not be read, counted from 1. */
  readonly unread: readonly number[]
  /** Why reading ended before the last page: time ran out, too much text, or nothing but damage; null at the end. */
  readonly stopped: 'time' | 'size' | 'damage' | null
  /** Title, Author, Subject and Created, where the file states them. */
  readonly facts: Readonly<Record<string, string>>
  /** It has fields to fill in, whose content is not read. */
  readonly form: boolean
}

/** A page as it is shown, turned upright; lengths in points, counted from the page's upper left corner. */
export interface PdfPage {
  /** Counted from 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly items: readonly PdfItem[]
  /** Something other than text is drawn on it; only told of pages without text. */
  readonly pictured: boolean
}

/** A stretch of text in one font, in the order it is read. Lengths in points. */
export interface PdfItem {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Where the letters stand, from the top of the page. */
  readonly base: number
  /** Size of its letters. */
  readonly size: number
  /** Name of its font, such as "Arial-BoldMT"; empty where unknown. */
  readonly font: string
  readonly bold: boolean
  readonly italic: boolean
  readonly rtl: boolean
  /** It does not stand upright: a watermark, or a note up the margin. */
  readonly turned: boolean
}
