import type { Content } from '../model/archive.ts'
import type { Coding, Restriction, Source, Speaker, Turn } from '../model/entities.ts'
import { type CoderId, type ContentHash, type Id, readId, type SourceId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { Moment } from '../model/units.ts'
import { derivedId } from './fingerprint.ts'
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
  /** What was not taken over, and how often. */
  readonly left: Map<string, number>
  /** Loam's own file, where silence about consent means that it was lost. */
  readonly ours: boolean
  /** The project as it was before another tool changed the file, where Loam's own record still tells. */
  readonly before: Project | undefined
  /** Of how many participants and sources the file does not say what they allow. */
  readonly unsaid: { people: number; sources: number }
  readonly coder: (guid: string | undefined) => CoderId
}

/** One text source as read, with its passages. */
export interface SourceRead {
  readonly source: Source
  readonly speakers: readonly Speaker[]
  readonly turns: readonly Turn[]
  readonly codings: readonly Coding[]
  readonly restrictions: readonly Restriction[]
}

/** A text source's element, its text as kept, and where positions stand in it. */
export interface TextRead {
  readonly element: XmlElement
  readonly id: SourceId
  readonly name: string
  readonly text: string
  readonly hash: ContentHash
  /** What Loam noted in it. */
  readonly note: Readonly<Record<string, unknown>>
  readonly structure: SourceStructure | null
  position(stated: number): number
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

/** Counts something that was not taken over; `what` names it in the plural. */
export function leaveOut(context: StandardContext, what: string, count = 1): void {
  if (count > 0) context.left.set(what, (context.left.get(what) ?? 0) + count)
}
