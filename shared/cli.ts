import type { ErasureAccount } from './change/erase/erasure-account.ts'
import type { CodeDifference, CodeOutcome } from './exchange/code-differences.ts'
import type { MatchedBy } from './exchange/match-codes.ts'
import type { ReadReceipt } from './exchange/read-receipt.ts'
import type { Loss } from './exchange/standard-loss.ts'
import type { EntityKind, SpeakerRole } from './model/entities.ts'
import type { Voices } from './search/stretches.ts'

/** What `loam inspect P --json` prints: each source as it came in, and how much there is of everything else. */
export interface InspectDocument {
  readonly sources: readonly InspectedSource[]
  readonly codes: number
  readonly codings: number
  readonly participants: number
  readonly memos: number
  /** What became of everything in another tool's project or codebook. */
  readonly receipt?: ReadReceipt
}

export interface InspectedSource {
  readonly name: string
  /** The layout it came in, in words. */
  readonly format: string
  readonly words: number
  /** How many turns. */
  readonly turns: number
  /** Labels in the order they first speak; `turns` counts theirs. */
  readonly speakers: readonly { readonly label: string; readonly role: SpeakerRole; readonly turns: number }[]
  /** What was repaired, dropped or is doubtful, in words. */
  readonly warnings: readonly string[]
}

/** What `loam import … --json` prints: the project as it stands now, and what did not come in. */
export interface ImportDocument extends InspectDocument {
  readonly problems: readonly FileProblem[]
  /** Files whose bytes were there before. */
  readonly already: readonly string[]
  /** Sources that a file gave a better text (with `--correct`). */
  readonly corrections?: readonly ImportedCorrection[]
}

/** One source that a file gave a better text, and what became of what stands on it. */
export interface ImportedCorrection {
  readonly file: string
  readonly source: string
  /** Stretches of the text that read differently now. */
  readonly stretches: number
  readonly codings: { readonly unchanged: number; readonly changed: number; readonly gone: number }
  readonly turns: { readonly kept: number; readonly added: number; readonly removed: number }
  /** The codings in a line of words. */
  readonly summary: string
}

/** One file that could not be used, and why. */
export interface FileProblem {
  readonly file: string
  readonly problem: string
}

/** What `loam check P --json` prints. */
export interface CheckDocument {
  /** Rules of the model that do not hold. */
  readonly broken: readonly CheckedRule[]
  /** What could not be taken over when the file was opened. */
  readonly notes: readonly string[]
  /** What became of everything in another tool's project. */
  readonly receipt?: ReadReceipt
}

export interface CheckedRule {
  readonly kind: EntityKind
  readonly id: string
  /** The source's name, where it stands in one. */
  readonly source?: string
  readonly rule: string
}

/** What a command prints with `--json` when its input could not be used (exit 1). */
export interface ProblemDocument {
  readonly problem: string
}

/** `loam import FILE --translation-of SOURCE --json`: what was added, and how its turns were paired. */
export interface TranslationDocument {
  readonly source: string
  readonly language: string
  readonly translator: string
  /** "212 of 214 turns paired, 2 joined to the turn before". */
  readonly pairs: string
}

/** The coefficients every comparison of coders knows, each null where it is undefined. */
export interface AgreementNumbers {
  readonly percentAgreement: number | null
  readonly cohenKappa: number | null
  readonly scottPi: number | null
  readonly gwetAC1: number | null
  readonly brennanPrediger: number | null
  readonly fleissKappa: number | null
  readonly krippendorffAlpha: number | null
}

/** What `loam agreement --data FILE.json --json` prints. */
export interface AgreementDocument extends AgreementNumbers {
  readonly uAlpha: number | null
  readonly uAlphaBinary: number | null
  readonly cuAlpha: number | null
  /** Why a coefficient is null, in plain words, by its name. */
  readonly undefined: Readonly<Record<string, string>>
}

/** What `loam agreement P --coders A,B --json` prints; the coefficients at the top are over all codes together. */
export interface ProjectAgreementDocument extends AgreementDocument {
  readonly coders: readonly { readonly name: string; readonly initials: string }[]
  readonly unit: 'turns' | 'characters' | 'passages'
  readonly uncoded: 'counted' | 'left out'
  /** What the numbers rest on, a sentence each. */
  readonly basis: readonly string[]
  /** How many sources and units (or characters) were compared. */
  readonly sources: number
  readonly units: number
  /** Characters that any of them coded, of all characters compared. */
  readonly coverage: { readonly coded: number; readonly of: number }
  readonly notCompared: {
    readonly orphans: number
    readonly outside: number
    readonly unshared: number
    readonly withoutText: number
  }
  /** A code in fewer units than this is too rare to judge. */
  readonly rareBelow: number
  /** How α and κ over all codes may be read, by whose measure, and what to bear in mind. */
  readonly readings: readonly {
    readonly of: 'krippendorffAlpha' | 'cohenKappa'
    readonly words: string
    readonly source: string
    readonly caveat: string
  }[]
  readonly overall: Omit<AgreedCode, 'code'>
  readonly codes: readonly AgreedCode[]
  /** With `--disagreements`. */
  readonly disagreements?: readonly AgreementDisagreement[]
}

/** Agreement on one code, present or absent in each unit. */
export interface AgreedCode extends AgreementNumbers {
  readonly code: string
  /** Units of each coder, in the order of `coders`; those of all together, of anybody, and all that were compared. */
  readonly byCoder: readonly number[]
  readonly together: number
  readonly anybody: number
  readonly of: number
  readonly codings: number
  readonly rare: boolean
  readonly undefined: Readonly<Record<string, string>>
  /** 95 % of α by drawing sources anew; null with the reason in `noInterval`. */
  readonly interval: { readonly low: number; readonly high: number; readonly draws: number } | null
  readonly noInterval: string | null
  /** α in words. */
  readonly reading: string | null
}

/** What `loam agreement P --rounds --json` prints: the rounds a project keeps, in order. */
export interface AgreementRoundsDocument {
  readonly rounds: readonly {
    readonly name: string
    readonly note: string | null
    readonly coders: readonly string[]
    /** How many codes and sources it names; null for all. */
    readonly codes: number | null
    readonly sources: number | null
    readonly unit: 'turns' | 'characters' | 'passages'
    readonly uncoded: 'counted' | 'left out'
    readonly blank: 'not read' | 'nothing found'
    readonly codebook: string
    /** What was kept of it when it was last compared, in milliseconds since 1970; null before. */
    readonly compared: { readonly at: number; readonly krippendorffAlpha: number | null } | null
  }[]
}

/** One place that some coders, by their initials, gave a code and others did not. UTF-16 units, end exclusive. */
export interface AgreementDisagreement {
  readonly source: string
  readonly start: number
  readonly end: number
  readonly code: string
  readonly by: readonly string[]
  readonly notBy: readonly string[]
}

/** What `loam merge BASE A B --json` prints: what both copies decided differently, how much the merged project has of
    each kind, and what comes into A. With undecided conflicts nothing is written. */
export interface MergeDocument {
  readonly conflicts: readonly MergeConflict[]
  /** How many of the conflicts nobody decided. */
  readonly undecided: number
  readonly sources: number
  readonly codes: number
  readonly codings: number
  readonly participants: number
  readonly memos: number
  /** By kind; kinds of which nothing comes in are left out. */
  readonly comesIn: Readonly<
    Partial<
      Record<EntityKind, { readonly added: number; readonly changed: number; readonly removed: number }>
    >
  >
  /** Texts and original files that only B has. */
  readonly contents: number
  readonly originals: number
  /** Why nothing was written. */
  readonly problem?: string
}

/** One conflict; null stands for "not there". */
export interface MergeConflict {
  readonly kind: EntityKind
  readonly id: string
  readonly field: string
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

/** What `loam export P --to X.qdpx --standard-only --json` prints: what other tools do not get, or get otherwise. */
export interface ExportDocument {
  readonly file: string
  readonly bytes: number
  readonly losses: readonly Loss[]
}

/** What `loam export P --to X.qdpx --preview --json` prints: the same, and what a terminal is told, while nothing is
    written. */
export interface ExportPreviewDocument {
  readonly losses: readonly Loss[]
  readonly says: readonly string[]
}

/** What `loam packet P --coder A --out FILE --json` prints. */
export interface PacketDocument {
  readonly file: string
  /** The coder's name. */
  readonly coder: string
  readonly blind: boolean
  /** Names of the sources in it, and how many the project has. */
  readonly sources: readonly string[]
  readonly of: number
  /** The coder's own codings in it. */
  readonly codings: number
  /** The round it is for. */
  readonly round?: string
  /** The project that says now that it was handed out (with `--record`). */
  readonly recorded?: string
}

/** What `loam codebook P --compare FILE --json` and `--apply FILE --json` print: two codebooks side by side. */
export interface CodebookComparisonDocument {
  /** What the file was compared from: a state both know, a kept version, or none. */
  readonly from: string
  /** How many codes there are in both together, and how many of them had which outcome. */
  readonly codes: number
  readonly outcomes: Readonly<Partial<Record<CodeOutcome, number>>>
  /** Codes that differ. */
  readonly differing: readonly ComparedCodeDocument[]
  /** What was repaired or left out when the file was read. */
  readonly notes: readonly string[]
  /** How many codes were taken over (with `--apply`). */
  readonly applied?: number
  /** Why nothing was written. */
  readonly problem?: string
}

/** One code that differs. `ticked` is what is taken unless somebody decides otherwise. */
export interface ComparedCodeDocument {
  readonly id: string
  readonly path: readonly string[]
  readonly outcome: CodeOutcome
  readonly matchedBy?: MatchedBy
  readonly codings: number
  readonly differences: readonly Omit<CodeDifference, 'tick'>[]
}

/** What `loam erase P --json` prints: numbers only. */
export interface EraseDocument
  extends Omit<ErasureAccount, 'sourcesGone' | 'sourcesTouched' | 'sourcesOf' | 'filesGone' | 'filesUnread'> {
  /** Kept files in which names could not be looked for: they are gone with the others, or stay, as was wished. */
  readonly filesUnread: number
  readonly sources: { readonly gone: number; readonly of: number }
  /** Sources that stay with something taken out, and in how many places of their texts. */
  readonly sourcesRewritten: number
  readonly places: number
}

/** What `loam search P QUERY --json` prints: what was found, in the order of sources. */
export interface SearchDocument {
  readonly query: string
  readonly voices: Voices
  /** In how many sources something was found, of those that were looked through. */
  readonly sources: { readonly found: number; readonly of: number }
  readonly hits: readonly SearchHit[]
}

/** A place that was found. Positions are UTF-16 units of the source's text, ends exclusive. */
export interface SearchHit {
  /** The name of its source. */
  readonly source: string
  readonly start: number
  readonly end: number
  /** From the first of the words that were meant to the last. */
  readonly text: string
  /** Each of the words that were meant. */
  readonly marks: readonly (readonly [start: number, end: number])[]
  /** The pseudonym of whoever says it; null where nobody counts for it. */
  readonly participant: string | null
  /** "P07 ¶34". */
  readonly citation: string | null
  /** The sentences it stands in. */
  readonly sentence: string
}
