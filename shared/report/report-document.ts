import type { Approach } from '../model/entities.ts'
import type { CodeId, CodingId, SourceId } from '../model/ids.ts'
import type { ProseDoc } from '../model/report-entities.ts'

/** A composed report: blocks in reading order, ready for the screen, HTML, DOCX, Markdown and JSON.
    Nothing in it may be hidden from its audience. */
export interface ReportDocument {
  readonly template: string
  readonly title: string
  /** The layer it reads, in words. */
  readonly layer: string
  readonly approach: Approach
  readonly audience?: string
  readonly blocks: readonly ReportBlock[]
}

export type ReportBlock = HeadingBlock | ProseBlock | PrevalenceBlock | QuoteBlock | TableBlock | GapBlock

/** `anchor` is unique in the report and stays the same while its section or code does. */
export interface HeadingBlock {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
  readonly anchor: string
}

/** Running text: what the lead wrote at a place, or what Loam says from the project. A lead's place may be empty. */
export interface ProseBlock {
  readonly kind: 'prose'
  readonly by: 'lead' | 'loam'
  /** The place's stable name; Loam's own text has the name of the place it belongs to. */
  readonly place: string
  readonly doc: ProseDoc
  readonly text: string
}

/** How many of how many. Numbers are null where a reflexive report goes without them. */
export interface PrevalenceBlock {
  readonly kind: 'prevalence'
  readonly code: CodeId
  readonly codeName: string
  /** The code it is told under, for a code below a theme. */
  readonly under?: CodeId
  /** How it stands where codes are told together: an item of a numbered list, a paragraph, or a sentence of one
      paragraph with its neighbours. The text of the first two begins with the code's name and a full stop. */
  readonly layout?: 'item' | 'paragraph' | 'sentence'
  readonly n: number | null
  readonly of: number | null
  readonly denies: number | null
  readonly overcome: number | null
  readonly mixed: number | null
  readonly inSessions: number | null
  readonly sessions: number | null
  readonly asked: number | null
  /** Those among n who raised it unasked. */
  readonly volunteered: number | null
  /** Passages that stand behind it. */
  readonly passages: number | null
  readonly text: string
}

/** Someone's own words. `start` and `end` are where they stand in the source's content. */
export interface QuoteBlock {
  readonly kind: 'quote'
  readonly coding: CodingId
  readonly code: CodeId
  readonly text: string
  /** The pseudonym. */
  readonly participant: string
  /** Left out for the public. */
  readonly role?: string
  readonly source: SourceId
  readonly sourceName: string
  readonly start: number
  readonly end: number
  /** "P07 ¶34": the participant's number and the paragraph's. */
  readonly citation: string
  /** True where it speaks against the theme it stands under. */
  readonly against: boolean
  /** Why this quote, in words. */
  readonly reason: string
  /** Milliseconds into the recording; left out for the public. */
  readonly time?: number
  /** What a translator made of it; never what was said. */
  readonly translation?: QuoteTranslation
}

/** A quote in another language. */
export interface QuoteTranslation {
  /** Whole stretches as translated; "…" where they say more than the quote. */
  readonly text: string
  readonly language: string
  /** Empty where nobody is named. */
  readonly translator: string
  /** It stands in the place of the original words, which are not shown. */
  readonly instead?: true
}

export interface TableBlock {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Says that something is not there, rather than passing over it. */
export interface GapBlock {
  readonly kind: 'gap'
  readonly text: string
}
