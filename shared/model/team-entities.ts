import type {
  AdjudicationId,
  AssignmentId,
  CodebookVersionId,
  CodeId,
  CoderId,
  CodingId,
  ContentHash,
  ErasureId,
  ProposalId,
  RoundId,
  SourceId,
} from './ids.ts'
import type { Moment, OrderKey } from './units.ts'

/** A source that somebody is to code. */
export interface Assignment {
  readonly id: AssignmentId
  readonly source: SourceId
  readonly coder: CoderId
  /** The round it belongs to; absent: the project's coding as a whole. */
  readonly round?: RoundId
  /** When the coder said it was done. */
  readonly doneAt?: Moment
  /** When a copy with it was last handed out to the coder, and when that copy was merged. */
  readonly handedOutAt?: Moment
  readonly cameBackAt?: Moment
  readonly by: CoderId
  readonly at: Moment
}

/** Coders compared on a sample with one version of the codebook. Names codes and sources as they were then: they may
    be gone since. */
export interface AgreementRound {
  readonly id: RoundId
  readonly name: string
  readonly coders: readonly CoderId[]
  /** Absent: all codes of the codebook's version. */
  readonly codes?: readonly CodeId[]
  /** The sample; absent: all sources. */
  readonly sources?: readonly SourceId[]
  /** How the sample was drawn, where it was: from how many sources, and the seed that draws it again. */
  readonly drawn?: { readonly of: number; readonly seed: number }
  readonly unit: 'turns' | 'characters' | 'passages'
  readonly uncoded: 'counted' | 'left out'
  /** What a source without any coding of a coder means. */
  readonly blank: 'not read' | 'nothing found'
  readonly codebook: CodebookVersionId
  /** What came of it when it was last compared. */
  readonly result?: RoundResult
  readonly note?: string
  readonly by: CoderId
  readonly at: Moment
  readonly order: OrderKey
}

/** A value, or why there is none. */
export type KeptValue = number | { readonly undefined: string }

/** What a comparison came to, kept as it was said then. */
export interface RoundResult {
  readonly at: Moment
  /** Units (or characters) and sources compared. */
  readonly units: number
  readonly sources: readonly SourceId[]
  /** Characters of text compared, and how many of them anybody coded. */
  readonly text: { readonly length: number; readonly coded: number }
  /** What could not be compared, in numbers. */
  readonly notCompared: {
    readonly orphans: number
    readonly outside: number
    readonly unshared: number
    readonly withoutText: number
  }
  readonly rareBelow: number
  /** Stands for the coding it was counted from (`codingState`), to notice that it changed. */
  readonly state: string
  readonly overall: KeptAgreement
  readonly codes: readonly ({ readonly code: CodeId; readonly rare: boolean } & KeptAgreement)[]
  /** The unitizing family over all codes. */
  readonly unitizing?: {
    readonly uAlpha: KeptValue
    readonly uAlphaBinary: KeptValue
    readonly cuAlpha: KeptValue
  }
  /** Places of disagreement. */
  readonly disagreements: number
}

/** One code's agreement, or that of all. */
export interface KeptAgreement {
  readonly byCoder: readonly number[]
  readonly together: number
  readonly anybody: number
  readonly of: number
  readonly codings: number
  readonly percentAgreement: KeptValue
  readonly cohenKappa: KeptValue
  readonly scottPi: KeptValue
  readonly gwetAC1: KeptValue
  readonly brennanPrediger: KeptValue
  readonly fleissKappa: KeptValue
  readonly krippendorffAlpha: KeptValue
  /** Of Krippendorff's α: its bounds, or why there are none. */
  readonly interval?:
    | { readonly low: number; readonly high: number; readonly draws: number }
    | { readonly undefined: string }
}

/** What was decided about one place where coders disagreed. Where the code applies, a coding in the agreed layer says
    so; coders' own codings stay as they are. */
export interface Adjudication {
  readonly id: AdjudicationId
  readonly round?: RoundId
  readonly source: SourceId
  readonly content: ContentHash
  readonly start: number
  readonly end: number
  readonly code: CodeId
  readonly decided: 'applies' | 'does not apply'
  readonly reason: string
  /** The coding in the agreed layer, where the code applies. */
  readonly coding?: CodingId
  readonly by: CoderId
  readonly at: Moment
}

/** A code that somebody would like to have, or to have otherwise; whoever leads decides. */
export interface CodeProposal {
  readonly id: ProposalId
  /** The code to change; absent: a new one. */
  readonly code?: CodeId
  readonly name: string
  readonly parent?: CodeId
  readonly definition?: string
  readonly include?: string
  readonly exclude?: string
  readonly example?: string
  /** Why it is proposed. */
  readonly reason?: string
  /** Where it was noticed: once the code is there, these passages are the proposer's codings with it. */
  readonly passages?: readonly ProposedPassage[]
  readonly status: 'open' | 'accepted' | 'declined'
  readonly decidedBy?: CoderId
  readonly decidedAt?: Moment
  readonly decisionReason?: string
  /** The code that came of it. */
  readonly became?: CodeId
  readonly by: CoderId
  readonly at: Moment
}

/** A passage that a proposed code is meant for, with the check of its words (`quoteHash`). */
export interface ProposedPassage {
  readonly source: SourceId
  readonly content: ContentHash
  readonly start: number
  readonly end: number
  readonly quote: number
}

/** What was erased for good, in a form that says nothing of it but lets other copies be recognised, so that merging,
    importing or restoring never bring it back. No hash of anything that could be guessed is in it: a text that only
    lacks a name now is recognised by what it comes to, not by what it was. */
export interface Erasure {
  readonly id: ErasureId
  readonly by: CoderId
  readonly at: Moment
  /** What was asked for, in numbers only. */
  readonly sources: number
  readonly participants: number
  readonly names: number
  readonly passages: number
  /** How the names were looked for, so that they are found in other copies in the same way. */
  readonly wholeWords: boolean
  readonly matchCase: boolean
  /** What stands in the place of names. */
  readonly put: string
  /** Ids of everything that went. */
  readonly gone: readonly string[]
  /** SHA-256 of long texts and of files that went whole and must not come back. */
  readonly hashes: readonly string[]
  /** Sources that stay with words taken out: a text of them that is not recognised is not taken over. */
  readonly touched: readonly SourceId[]
  /** Texts that stay with words taken out. */
  readonly rewritten: readonly RewrittenText[]
  /** Fields that were rewritten, as "kind id field": mine stands when copies are merged. */
  readonly fields: readonly string[]
}

/** A text that words were taken out of: any of this length that comes to `to` when it is cut so. */
export interface RewrittenText {
  /** How long it was, in UTF-16 units. */
  readonly length: number
  readonly to: ContentHash
  /** What was put in the place of words. */
  readonly put: readonly string[]
  /** Flat fours: start and end of what was taken out (in the text as it was), which of `put` stands there, and 1 where
      it was words, 0 where it was a name. */
  readonly cuts: readonly number[]
}

/** What a copy made for one coder holds: handed out, coded, and brought back. */
export interface Packet {
  readonly coder: CoderId
  /** Others' codings and all counts are kept from the coder. */
  readonly blind: boolean
  readonly round?: RoundId
  readonly at: Moment
}
