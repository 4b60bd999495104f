import type { EntityKind, SpeakerRole } from './model/entities.ts'

/** What `loam inspect P --json` prints: each source as it came in, and how much there is of everything else. */
export interface InspectDocument {
  readonly sources: readonly InspectedSource[]
  readonly codes: number
  readonly codings: number
  readonly participants: number
  readonly memos: number
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
