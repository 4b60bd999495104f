import type { AttributeKind, SpeakerRole } from '../model/entities.ts'
import type { LinguisticFormat } from './linguistic-format.ts'
import type { Origin } from './origin.ts'
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
  | 'doc'
  | 'rtf'
  | 'odt'
  | 'ods'
  | 'pdf'
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
  /** Where the stretches of `text` stand in the file, in order: each holds up to where the next one begins. */
  readonly origins: readonly Origin[]
  /** The rows of the table it was read from; only where somebody looks things up in the file. */
  readonly table?: TableRows
  /** Second texts that the file itself carries, aligned with the turns. */
  readonly translations?: readonly DraftTranslation[]
  /** The table of answers it was read from: `surveyDrafts` makes of it what was decided. */
  readonly survey?: SurveyTable
  /** What everyone in it was asked, and what is known about them: for the answers of a survey. */
  readonly asked?: DraftAsked
  /** Tiers of a file with several, which can be taken as speech or left out. */
  readonly tiers?: readonly DraftTier[]
  /** Encoding of text files, with what else it could be. Absent for containers such as DOCX. */
  readonly encoding?: EncodingGuess
  /** What was repaired, dropped or is doubtful, in numbers: nothing is lost in silence. */
  readonly notices: readonly ImportNotice[]
}

/** A table as it stands in its file: its rows that have something in them, cells as text. */
export interface TableRows {
  readonly rows: readonly (readonly string[])[]
  /** For each row its number in the file, from 1. */
  readonly places: readonly number[]
  /** The number of the row that names the columns; null where none does. */
  readonly headingsAt: number | null
  /** The sheet it stands on, where there are several. */
  readonly sheet?: string
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
  /** Index into the questions that were asked: this turn answers it. */
  readonly question?: number
}

export interface DraftSpeaker {
  readonly label: string
  readonly role: SpeakerRole
  /** Turns that carry this label; none for a respondent who answered no question in words. */
  readonly turns: number
  readonly respondent?: DraftRespondent
}

/** What a column of a survey holds: a question answered in one's own words, a fact about the respondent, who the
    respondent is, or something that stays out. */
export type SurveyRole = 'question' | 'attribute' | 'respondent' | 'left out'

/** One column of a survey, with the role that its words and values suggest. */
export interface SurveyColumn {
  /** The heading on one line: often the whole question. No two columns have the same. */
  readonly heading: string
  /** Its place in the file, from 0. */
  readonly at: number
  readonly role: SurveyRole
  /** What its values would be as an attribute. */
  readonly kind: AttributeKind
  /** Why it is left out, or what speaks against taking it in: "e-mail addresses", "the same in every row". */
  readonly why?: string
  /** Tells who somebody is: names, addresses, numbers to call. */
  readonly personal: boolean
  /** Rows with something in it. */
  readonly answers: number
  /** The first different values, three at most, cut to 120 units. */
  readonly samples: readonly string[]
}

/** A table with one row a respondent, as read: columns with guessed roles, and cells as text with LF line ends. */
export interface SurveyTable extends Pick<SourceDraft, 'name' | 'format' | 'notices'> {
  /** The file's kind in brackets behind a layout: "XLSX". */
  readonly short: string
  readonly columns: readonly SurveyColumn[]
  /** Cells in the order of the columns, '' where nobody answered. */
  readonly rows: readonly (readonly string[])[]
  /** For each row its number in the file, from 1. */
  readonly places: readonly number[]
  /** The row of the headings, from 1. */
  readonly headingsAt: number
  /** Where answers stand in a file with one row an answer. */
  readonly answers?: AnswerPlaces
  /** The sheet it stands on, where there are several. */
  readonly sheet?: string
  readonly encoding?: NonNullable<SourceDraft['encoding']>
}

/** One row an answer: the file's columns of questions and answers, from 0, and for each row of the table and each of
    its columns the row of the file, from 1; 0 where there is none. */
export interface AnswerPlaces {
  readonly questionColumn: number
  readonly answerColumn: number
  readonly rows: readonly (readonly number[])[]
}

/** Somebody who answered a survey. */
export interface DraftRespondent {
  readonly pseudonym: string
  /** The survey itself states who it is: the same pseudonym elsewhere is the same person. Else it only counts rows. */
  readonly isStated: boolean
  /** The name behind the pseudonym, where the researcher took it in. */
  readonly name?: string
  /** Values as written, in the order of the attributes; '' where nothing is said. */
  readonly facts: readonly string[]
}

/** What a survey asked; one and the same for all drafts made from it. */
export interface DraftAsked {
  readonly survey: string
  readonly questions: readonly string[]
  readonly attributes: readonly DraftAttribute[]
}

/** A column of facts about respondents. */
export interface DraftAttribute {
  readonly name: string
  readonly kind: AttributeKind
  /** For a choice. */
  readonly choices?: readonly string[]
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
  /** Every encoding worth offering, best first, each with up to three lines of the text as they would read. */
  readonly candidates: readonly { readonly name: string; readonly sample: string }[]
}

/** A tier of a file with several, and how many entries stand on it. */
export interface DraftTier {
  readonly name: string
  readonly count: number
  /** Whether it was taken as speech. */
  readonly isTaken: boolean
}

/** A second text found in the file: for each stretch, where it begins in the draft's text, and its words. */
export interface DraftTranslation {
  /** As the file names it: a column's heading, or a tier. */
  readonly name: string
  readonly stretches: readonly { readonly at: number; readonly text: string }[]
  /** As decided in the preview; absent: the name, and nobody named. */
  readonly language?: string
  readonly translator?: string
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
  /** What second texts of the file are, by their names; null leaves one out. */
  readonly translations?: Readonly<
    Record<string, { readonly language?: string; readonly translator?: string } | null>
  >
  readonly name?: string
}
