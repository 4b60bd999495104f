import type { CodeId, CoderId, CodingId, ProseId, QuoteChoiceId, ReportId, SourceId } from './ids.ts'
import type { Moment, OrderKey } from './units.ts'

/** A report the lead works on: a template over one layer, for one audience. */
export interface Report {
  readonly id: ReportId
  readonly template: string
  readonly title: string
  /** Which codings it reads; absent: agreed where there are any, else all coders'. */
  readonly layer?: LayerChoice
  readonly audience?: string
  /** Counts in a reflexive project, when asked for. */
  readonly counts?: boolean
  /** Translations under the quotes, or in their place; absent: only the words that were said. */
  readonly translations?: 'under' | 'instead'
  readonly madeAt: Moment
  readonly order: OrderKey
}

/** The agreed layer, every coder's own united, or one coder's own. */
export type LayerChoice = 'agreed' | 'all' | CoderId

/** What the lead writes at one place of a report; places are named by the template and do not move. */
export interface Prose {
  readonly id: ProseId
  readonly report: ReportId
  /** The place's stable name, such as `about` or `barrier/CODE-ID`. */
  readonly place: string
  /** ProseMirror JSON (see `shared/report/prose.ts`). */
  readonly doc: ProseDoc
}

export interface ProseDoc {
  readonly type: 'doc'
  readonly content: readonly ProseNode[]
}

export interface ProseNode {
  readonly type: string
  readonly text?: string
  readonly attrs?: Readonly<Record<string, string | number | boolean | null>>
  readonly marks?: readonly { readonly type: string }[]
  readonly content?: readonly ProseNode[]
}

/** The lead overrules which quotes a report shows for a code, and how one is cut. */
export interface QuoteChoice {
  readonly id: QuoteChoiceId
  readonly report: ReportId
  readonly code: CodeId
  readonly source: SourceId
  readonly coding: CodingId
  readonly use: 'show' | 'leave out'
  /** Stretches of the passage shown as […]; positions in the coding's content. */
  readonly cuts?: readonly { readonly start: number; readonly end: number }[]
  /** Words in [ ] that say what a word refers to, put in at a position of the coding's content. */
  readonly clarifications?: readonly { readonly at: number; readonly text: string }[]
  /** What the quote's hash was when it was chosen. */
  readonly quote?: number
}
