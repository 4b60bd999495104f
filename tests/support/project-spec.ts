import type {
  Approach,
  Asked,
  AttributeValues,
  Code,
  CodingOrigin,
  Consent,
  EntityKinds,
  Layer,
  SourceKind,
  SpeakerRole,
  Stance,
} from '../../shared/model/entities.ts'
import type { ProseDoc, QuoteChoice, Report } from '../../shared/model/report-entities.ts'

/** Somebody who took part: a pseudonym alone, or more. */
export interface ParticipantSpec {
  readonly name: string
  readonly realName?: string
  readonly consent?: Consent
  readonly consentFor?: Readonly<Record<string, Consent>>
  readonly consentNote?: string
  readonly attributes?: AttributeValues
}

/** One source. `turns` are [label, text] or [label, text, milliseconds]; the label stands in the text as "Noor: ",
    unless `labels` is 'beside'. `text` instead of turns makes a source without turns. */
export interface SourceSpec {
  readonly name: string
  readonly kind?: SourceKind
  readonly turns?: readonly (readonly [label: string, text: string, time?: number])[]
  readonly text?: string
  readonly labels?: 'inside' | 'beside'
  /** Role of labels that are neither a participant's pseudonym ('participant') nor named here ('unknown'). */
  readonly roles?: Readonly<Record<string, SpeakerRole>>
  /** Whose voice a label is where it is not the pseudonym: label to pseudonym. */
  readonly voices?: Readonly<Record<string, string>>
  /** Pseudonyms whose words a source without turns is. */
  readonly participants?: readonly string[]
  readonly attributes?: AttributeValues
  /** By the question's text. */
  readonly asked?: Readonly<Record<string, Asked>>
}

/** One code: a name alone, or more. `parent` is a name that stands before. */
export interface CodeSpec extends Partial<Omit<Code, 'id' | 'parent' | 'order'>> {
  readonly name: string
  readonly parent?: string
}

/** One coding, its passage found by the words it covers (the first place they stand, or the `nth`, from 1). */
export interface CodingSpec {
  readonly source: string
  readonly code: string
  readonly quote: string
  readonly nth?: number
  /** A coder's name; absent: the first coder. */
  readonly coder?: string
  readonly layer?: Layer
  readonly stance?: Stance
  readonly origin?: CodingOrigin
  readonly star?: boolean
  readonly flag?: boolean
  readonly note?: string
}

export interface RestrictionSpec {
  readonly source: string
  readonly quote: string
  readonly consent: Consent
  readonly audience?: string
}

/** A small inquiry in terse literals. Everything may be left out. */
export interface ProjectSpec {
  readonly name?: string
  readonly approach?: Approach
  readonly description?: string
  readonly aims?: readonly string[]
  readonly positionality?: string
  readonly period?: string
  readonly audiences?: readonly string[]
  readonly coders?: readonly string[]
  readonly attributes?: readonly (Omit<EntityKinds['attribute'], 'id' | 'order'> & { readonly id: string })[]
  readonly participants?: readonly (string | ParticipantSpec)[]
  readonly questions?: readonly string[]
  readonly sources?: readonly SourceSpec[]
  readonly codes?: readonly (string | CodeSpec)[]
  readonly codings?: readonly CodingSpec[]
  readonly restrictions?: readonly RestrictionSpec[]
  readonly reports?: readonly (Partial<Omit<Report, 'id' | 'order'>> & { readonly title: string })[]
  /** By the report's title. */
  readonly prose?: readonly { readonly report: string; readonly place: string; readonly doc: ProseDoc }[]
  readonly quoteChoices?: readonly (Pick<QuoteChoice, 'use' | 'cuts' | 'clarifications'> & {
    readonly report: string
    /** Position of the coding in `codings`, from 0. */
    readonly coding: number
  })[]
}
