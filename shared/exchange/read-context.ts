import type { Content } from '../model/archive.ts'
import type { Coding, MemoSubject, Restriction, Source, Speaker, Turn } from '../model/entities.ts'
import { type CoderId, type ContentHash, type Id, readId, type SourceId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { Moment } from '../model/units.ts'
import type { Span } from '../text/positions.ts'
import { derivedId } from './fingerprint.ts'
import type { Tally } from './read-receipt.ts'
import type { SourceStructure } from './read-structure.ts'
import type { XmlElement } from './read-xml.ts'

/** What reading another tool's project passes along: the whole file, what was made so far, and what was left out. */
export interface StandardContext {
  readonly root: XmlElement
  /** The tool that wrote it, as it calls itself. */
  readonly origin: string
  /** When the file says it was made; for what bears no time of its own. */
  readonly at: Moment
  /** Text of a file by its path as written; null where it is missing. */
  readonly textAt: (path: string) => string | null
  readonly contents: Map<ContentHash, Content>
  /** The texts of sources that came in, by source. */
  readonly sourceTexts: Map<SourceId, { readonly text: string; readonly hash: ContentHash }>
  readonly tally: Tally
  /** Names of texts that are missing from the file. */
  readonly missing: string[]
  /** What has no place in the model, in words, under a heading each. */
  readonly leftovers: Map<string, string[]>
  /** Notes of the file by their identities. */
  readonly notes: ReadonlyMap<string, XmlElement>
  /** What single things of the file became, by their identities: passages, sources, codes, participants. */
  readonly places: Map<string, MemoSubject>
  /** Something in the file may name passages by their identities: a case, a link or a map. */
  readonly namesPassages: boolean
  /** Loam's own file, where silence about consent means that it was lost. */
  readonly ours: boolean
  /** The project as it was before another tool changed the file, where Loam's own record still tells. */
  readonly before: Project | undefined
  /** Of how many participants and sources the file does not say what they allow. */
  readonly unsaid: { people: number; sources: number }
  readonly coder: (guid: string | undefined) => CoderId
  /** Whoever the project opens as: for what Loam itself writes down. */
  readonly opener: () => CoderId
  /** A code's name by its identity. */
  readonly codeName: (id: string) => string
  readonly variableName: (id: string) => string
}

/** One text source as read, with its passages. */
export interface SourceRead {
  readonly source: Source
  readonly speakers: readonly Speaker[]
  readonly turns: readonly Turn[]
  readonly codings: readonly Coding[]
  readonly restrictions: readonly Restriction[]
  /** Positions and milliseconds, flat pairs in order; empty where it has no times. */
  readonly times: readonly number[]
}

/** A text of the file, its text as kept, and its passages. */
export interface TextRead {
  /** The element that holds the text. */
  readonly element: XmlElement
  /** All elements that are this source: a PDF is one and its text another. What they say holds for the whole. */
  readonly elements: readonly XmlElement[]
  readonly id: SourceId
  readonly name: string
  readonly text: string
  readonly hash: ContentHash
  /** What Loam noted in it. */
  readonly note: Readonly<Record<string, unknown>>
  readonly structure: SourceStructure | null
  /** Its text is missing from the file; what stands here only keeps the places of its passages. */
  readonly isMissing: boolean
  readonly passages: readonly PassageRead[]
  /** Positions in the text and milliseconds, flat pairs in order; empty where it has no times. */
  readonly times: readonly number[]
}

/** One passage of a text, and the codings on it. */
export interface PassageRead {
  readonly element: XmlElement
  readonly codings: readonly XmlElement[]
  readonly span: Span
}

/** An identity as the file writes it; words that are no UUID get one derived from them. */
export function idOf<K extends string>(text: string): Id<K> {
  return readId<K>(text.trim()) ?? derivedId<K>('id', text.trim())
}

/** The identity in an element's attribute; one derived from `otherwise` where there is none. */
export function idIn<K extends string>(
  element: XmlElement | undefined,
  attribute: string,
  otherwise: string,
): Id<K> {
  return idOf<K>(element?.attributes.get(attribute) || otherwise)
}

/** A date and time as milliseconds since 1970; undefined where it is none. Without a zone it is taken as UTC, so that
    it is the same on every machine. */
export function readMoment(text: string | undefined): Moment | undefined {
  const stated = text?.trim() ?? ''
  const at = Date.parse(/T[\d:.]+$/.test(stated) ? `${stated}Z` : stated)
  return Number.isNaN(at) ? undefined : at
}

/** Keeps something that has no place in the model as words under a heading; they become a memo. */
export function keepInWords({ leftovers }: StandardContext, heading: string, words: string): void {
  const under = leftovers.get(heading)
  if (under) under.push(words)
  else leftovers.set(heading, [words])
}

/** What the memo with everything that has no place is called. */
export const leftoverTitle = 'What has no place in Loam'
