import type { SpeakerRole } from '../model/entities.ts'
import type { LinguisticFormat } from './linguistic-format.ts'
import type { ProgramFormat } from './program-format.ts'

/** A file as it was handed over: its name is a hint only, its bytes decide. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Either a draft to look at, or one sentence that names the trouble and what to do. */
export type ImportOutcome = { readonly ok: true; readonly draft: SourceDraft } | ImportProblem

export interface ImportProblem {
  readonly ok: false
  /** One sentence for the researcher: what is wrong with this file and what to do. It does not repeat the name. */
  readonly problem: string
}

/** Formats Loam tells apart by content. */
export type SourceFormat =
  | 'txt'
  | 'md'
  | 'docx'
  | 'rtf'
  | 'odt'
  | 'html'
  | 'csv'
  | 'xlsx'
  | 'vtt'
  | 'srt'
  | LinguisticFormat
  | ProgramFormat

/** What one file would become, before anything is kept. Positions are UTF-16 units in `text`, ends exclusive. */
export interface SourceDraft {
  /** Suggested source name: the file's name without its ending. */
  readonly name: string
  readonly format: SourceFormat
  /** The layout in words, such as "Zoom transcript (VTT)". */
  readonly layout: string
  /** Normalised text: LF line ends, no BOM, lone surrogates replaced, otherwise exactly as it arrived.
      One paragraph a line. Labels stand in it only where they stood in the file's running text. */
  readonly text: string
  /** Words spoken or written, labels left out. */
  readonly words: number
  /** Cues, paragraphs or rows found in the file: what the loss report counts. */
  readonly units: number
  readonly turns: readonly DraftTurn[]
  /** How turns came about: `stated` by the format, `recognised` with confidence, only `suggested`, or `none`. */
  readonly turnsAre: 'stated' | 'recognised' | 'suggested' | 'none'
  readonly speakers: readonly DraftSpeaker[]
  /** Pairs of labels that are probably one voice, with the reason in words. */
  readonly likelyMerges: readonly LikelyMerge[]
  /** Headings and stage directions; everything else is a paragraph or a turn. */
  readonly blocks: readonly DraftBlock[]
  /** Times inside turns, in order, for following along a recording. */
  readonly syncPoints: readonly SyncPoint[]
  /** `Key: value` lines, front matter and document properties found before the first turn. */
  readonly attributes: Readonly<Record<string, string>>
  /** Encoding of text files, with what else it could be. Absent for containers such as DOCX. */
  readonly encoding?: EncodingGuess
  /** What was repaired, dropped or is doubtful, in numbers: nothing is lost in silence. */
  readonly notices: readonly ImportNotice[]
}

/** One turn: `[label, start)` is a label standing in the text, empty (label = start) where it does not. */
export interface DraftTurn {
  readonly label: number
  readonly start: number
  readonly end: number
  /** Index into the draft's speakers; null where nobody is named. */
  readonly speaker: number | null
  /** Milliseconds from the start of the recording; null where unknown. */
  readonly time: number | null
  readonly endTime: number | null
}

export interface DraftSpeaker {
  readonly label: string
  readonly role: SpeakerRole
  /** Turns that carry this label. */
  readonly turns: number
}

export interface LikelyMerge {
  /** The label to keep (usually the more frequent or fuller one). */
  readonly keep: string
  readonly merge: string
  /** For example "differs by one letter", "looks the same in another script", "initials of". */
  readonly reason: string
}

export interface DraftBlock {
  readonly kind: 'heading' | 'direction'
  readonly start: number
  readonly end: number
}

/** From this position on, the recording is at this many milliseconds. */
export interface SyncPoint {
  readonly position: number
  readonly time: number
}

export interface EncodingGuess {
  /** WHATWG label, such as `utf-8` or `windows-1252`. */
  readonly name: string
  /** Every encoding worth offering, best first, each with a line of the text as it would read. */
  readonly candidates: readonly { readonly name: string; readonly sample: string }[]
}

/** One line of the loss report. */
export interface ImportNotice {
  readonly kind: 'repaired' | 'dropped' | 'doubt'
  readonly count: number
  /** What, in words that follow the number: "times repaired", "NOTE blocks left out". */
  readonly what: string
  /** Up to 20 of the pieces themselves, to look at. */
  readonly samples: readonly string[]
}

/** What the researcher decides in the preview. */
export interface DraftDecisions {
  /** Labels that are not speakers: their label goes back into the text as text. */
  readonly notSpeakers: readonly string[]
  /** Label to label: the first is heard as the second. */
  readonly merges: Readonly<Record<string, string>>
  readonly roles: Readonly<Record<string, SpeakerRole>>
  /** Turns that were only suggested come in when this is true. */
  readonly takeSuggested: boolean
  readonly name?: string
}
