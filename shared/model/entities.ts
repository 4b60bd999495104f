import type {
  AttributeId,
  CodebookVersionId,
  CodeId,
  CoderId,
  CodingId,
  ContentHash,
  MemoId,
  ParticipantId,
  ProjectId,
  QuestionId,
  RestrictionId,
  SourceId,
  SpeakerId,
  TurnId,
} from './ids.ts'

import type { Prose, QuoteChoice, Report } from './report-entities.ts'
import type { Original, Recording, Translation } from './source-entities.ts'
import type {
  Adjudication,
  AgreementRound,
  Assignment,
  CodeProposal,
  Erasure,
  Packet,
} from './team-entities.ts'
import type { Moment, OrderKey } from './units.ts'

/** How the inquiry analyses; it decides which numbers are shown and what they may claim. */
export type Approach = 'reflexive' | 'codebook' | 'reliability' | 'content'

/** The inquiry itself. There is one in a project, and its id is the project's. */
export interface Inquiry {
  readonly id: ProjectId
  readonly name: string
  readonly description?: string
  readonly approach: Approach
  /** Why the approach was changed, last reason first in the history, newest here. */
  readonly approachReason?: string
  /** Only then do tests of significance make sense. */
  readonly probabilitySampling?: boolean
  readonly aims?: readonly string[]
  readonly positionality?: string
  readonly period?: string
  /** Everyone the inquiry is told to: audiences that consent can differ for, such as "public" or "funder". */
  readonly audiences?: readonly string[]
  /** Who decides about codes, where the others propose; absent: everybody changes the codebook. */
  readonly lead?: CoderId
  /** Only in a copy made for one coder. */
  readonly packet?: Packet
  readonly madeAt: Moment
}

/** Somebody who codes. */
export interface Coder {
  readonly id: CoderId
  readonly name: string
  readonly initials: string
}

export type AttributeKind = 'text' | 'number' | 'yes-no' | 'date' | 'choice'

/** A column of facts about participants or sources. */
export interface Attribute {
  readonly id: AttributeId
  readonly of: 'participant' | 'source'
  readonly name: string
  readonly kind: AttributeKind
  readonly choices?: readonly string[]
  readonly order: OrderKey
}

/** A value of an attribute: text and choices as text, dates as YYYY-MM-DD. */
export type AttributeValue = string | number | boolean
export type AttributeValues = Readonly<Record<string, AttributeValue>>

/** What someone allowed: words quoted, sense only, counted only, or withdrawn altogether. From most to least. */
export type Consent = 'quote' | 'paraphrase' | 'count' | 'withdrawn'

/** Someone who took part, or was asked to. */
export interface Participant {
  readonly id: ParticipantId
  /** The name reports show. */
  readonly pseudonym: string
  /** The name behind the pseudonym; never leaves in exports. */
  readonly name?: string
  readonly attributes?: AttributeValues
  readonly consent: Consent
  /** Less or more for one audience, by the audience's name. */
  readonly consentFor?: Readonly<Record<string, Consent>>
  readonly consentNote?: string
  readonly order: OrderKey
}

export type SourceKind = 'interview' | 'group' | 'document' | 'survey'
export type SourceStatus = 'not started' | 'first pass' | 'second pass' | 'done'
export type Asked = 'asked' | 'not asked'

/** One imported document. */
export interface Source {
  readonly id: SourceId
  readonly name: string
  readonly kind: SourceKind
  readonly status: SourceStatus
  /** The text read now; a correction makes a new one. */
  readonly content: ContentHash
  /** The text it came with, for recognising it in other copies. */
  readonly firstContent: ContentHash
  /** Words in it, labels left out. */
  readonly words: number
  readonly format: string
  readonly original?: Original
  /** The recording it is the transcript of. */
  readonly recording?: Recording
  readonly attributes?: AttributeValues
  /** For each question: asked or not asked; absent is unknown. Keyed by question id. */
  readonly asked?: Readonly<Record<string, Asked>>
  /** Whose words a source without turns is. */
  readonly participants?: readonly ParticipantId[]
  /** Headings and stage directions as flat triples: kind (0 heading, 1 direction), start, end. */
  readonly blocks?: readonly number[]
  readonly importedAt: Moment
  readonly order: OrderKey
}

export type SpeakerRole = 'participant' | 'interviewer' | 'unknown'

/** A label in one source, and who that is. */
export interface Speaker {
  readonly id: SpeakerId
  readonly source: SourceId
  readonly label: string
  readonly role: SpeakerRole
  /** Whose voice it is, for role participant. */
  readonly participant?: ParticipantId
}

/** A stretch of one source by one speaker. Positions are UTF-16 units of the source's content, ends exclusive;
    `[label, start)` is a label standing in the text, empty where it does not. Times are milliseconds. */
export interface Turn {
  readonly id: TurnId
  readonly source: SourceId
  readonly label: number
  readonly start: number
  readonly end: number
  readonly speaker?: SpeakerId
  readonly time?: number
  readonly endTime?: number
  /** The question of the guide that this (interviewer's) turn puts, or that this answer of a survey answers. */
  readonly question?: QuestionId
}

/** A question of the interview guide. */
export interface Question {
  readonly id: QuestionId
  readonly text: string
  /** The guide's version this wording belongs to, from 1. */
  readonly version: number
  readonly order: OrderKey
  readonly retired?: boolean
}

/** A named idea to tag passages with. */
export interface Code {
  readonly id: CodeId
  readonly name: string
  readonly parent?: CodeId
  readonly definition?: string
  readonly include?: string
  readonly exclude?: string
  readonly example?: string
  /** #RRGGBB as given; screens use its hue. Absent: the parent's. */
  readonly colour?: string
  /** False for codes that only group others. */
  readonly codable?: boolean
  /** Where it comes from: a starter codebook's document and section, or a tool. */
  readonly from?: string
  /** Key in a starter codebook, and keys of ideas folded into it. */
  readonly key?: string
  readonly aliases?: readonly string[]
  /** Section of a research summary that its evidence feeds (`ReportSection`). */
  readonly section?: string
  readonly order: OrderKey
}

/** The codebook as it stood once, kept so that a round can say what was coded with. It names codes that may have been
    changed, merged or deleted since. */
export interface CodebookVersion {
  readonly id: CodebookVersionId
  readonly name: string
  /** Every code as it was then. */
  readonly codes: readonly Code[]
  readonly note?: string
  readonly by: CoderId
  readonly at: Moment
}

export type Stance = 'affirms' | 'denies' | 'overcome' | 'mixed' | 'reports'
export type CodingOrigin = 'prompted' | 'echoed' | 'volunteered'
export type Layer = 'own' | 'agreed'

/** One code on one passage, by one coder, in a layer. */
export interface Coding {
  readonly id: CodingId
  readonly source: SourceId
  /** The content that start and end count in. */
  readonly content: ContentHash
  readonly start: number
  readonly end: number
  readonly code: CodeId
  readonly coder: CoderId
  readonly layer: Layer
  readonly at: Moment
  /** 32-bit hash of the quote, to notice text that drifted away under it (`quoteHash`). */
  readonly quote: number
  readonly stance?: Stance
  readonly origin?: CodingOrigin
  /** A key quote. */
  readonly star?: boolean
  /** For the inquiry lead to look at. */
  readonly flag?: boolean
  readonly note?: string
}

/** What may be done with one passage, where that differs from its participant's consent. */
export interface Restriction {
  readonly id: RestrictionId
  readonly source: SourceId
  readonly content: ContentHash
  readonly start: number
  readonly end: number
  readonly consent: Consent
  /** Only for this audience; absent: for all. */
  readonly audience?: string
  readonly reason?: string
}

export type MemoKind = 'analytic' | 'reflexive' | 'methodological'

/** What a memo is about. */
export type MemoSubject =
  | { readonly kind: 'project' }
  | { readonly kind: 'code'; readonly code: CodeId }
  | { readonly kind: 'source'; readonly source: SourceId }
  | { readonly kind: 'participant'; readonly participant: ParticipantId }
  | {
      readonly kind: 'passage'
      readonly source: SourceId
      readonly content: ContentHash
      readonly start: number
      readonly end: number
    }

/** A note about anything. */
export interface Memo {
  readonly id: MemoId
  readonly kind: MemoKind
  readonly title: string
  readonly text: string
  readonly about: MemoSubject
  readonly by: CoderId
  readonly at: Moment
}

/** Every kind of entity by its name in changes and storage. */
export interface EntityKinds {
  readonly inquiry: Inquiry
  readonly coder: Coder
  readonly attribute: Attribute
  readonly participant: Participant
  readonly source: Source
  readonly speaker: Speaker
  readonly turn: Turn
  readonly question: Question
  readonly code: Code
  readonly coding: Coding
  readonly restriction: Restriction
  readonly memo: Memo
  readonly report: Report
  readonly prose: Prose
  readonly quoteChoice: QuoteChoice
  readonly translation: Translation
  readonly codebookVersion: CodebookVersion
  readonly assignment: Assignment
  readonly round: AgreementRound
  readonly adjudication: Adjudication
  readonly proposal: CodeProposal
  readonly erasure: Erasure
}

export type EntityKind = keyof EntityKinds
/** Kinds held per source, in columns on disk: the many. */
export type SourceBoundKind = 'turn' | 'coding'
/** Kinds held in one table each: the few. */
export type SmallKind = Exclude<EntityKind, SourceBoundKind>
export type Entity<K extends EntityKind = EntityKind> = EntityKinds[K]
