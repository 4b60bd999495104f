import type { SourceKind, SourceStatus, SpeakerRole } from '../model/entities.ts'
import { type ContentHash, readContentHash } from '../model/ids.ts'
import { contentHash } from './fingerprint.ts'
import { positionWithoutCuts, withoutCuts } from './label-lines.ts'
import type { XmlElement } from './read-xml.ts'
import { noteTarget } from './standard-names.ts'

/** What Loam noted about a source it wrote: which lines it put in, who speaks where. */
export interface SourceStructure {
  /** The text without the lines that were put in. */
  readonly text: string
  readonly kind?: SourceKind
  readonly status?: SourceStatus
  readonly format?: string
  /** What its first text was, where another was read later. */
  readonly firstContent?: ContentHash
  /** Headings and stage directions, as a source keeps them. */
  readonly blocks?: readonly number[]
  readonly speakers: readonly {
    readonly guid: string
    readonly label: string
    readonly role: SpeakerRole
    readonly person?: string
  }[]
  /** Label, start, end, index of the speaker, time, end of time; -1 where there is none. */
  readonly turns: readonly (readonly number[])[]
  /** The source that this is an earlier text of. */
  readonly earlierTextOf?: string
  position(written: number): number
}

/** Reads a source's note. Null where there is none, or where the text was changed since: then it is text like any
    other. */
export function readStructure(note: Readonly<Record<string, unknown>>, text: string): SourceStructure | null {
  if (typeof note.hash !== 'string') return null
  const cuts = numbers(note.cuts)
  const bare = withoutCuts(text, cuts)
  if (contentHash(bare) !== note.hash) return null
  const kind = sourceKinds.find((each) => each === note.kind)
  const status = statuses.find((each) => each === note.status)
  const first = typeof note.firstHash === 'string' ? readContentHash(note.firstHash) : null
  return {
    text: bare,
    ...(kind ? { kind } : {}),
    ...(status ? { status } : {}),
    ...(typeof note.format === 'string' ? { format: note.format } : {}),
    ...(first ? { firstContent: first } : {}),
    ...(Array.isArray(note.blocks) ? { blocks: numbers(note.blocks) } : {}),
    speakers: list(note.speakers).flatMap(readSpeaker),
    turns: list(note.turns)
      .map(numbers)
      .filter((turn) => isTurn(turn, bare)),
    ...(typeof note.earlierTextOf === 'string' ? { earlierTextOf: note.earlierTextOf } : {}),
    position: (written) => positionWithoutCuts(written, cuts),
  }
}

/** The fields of Loam's note inside an element; none where there is no note or it is damaged. */
export function readNote(element: XmlElement): Readonly<Record<string, unknown>> {
  const body = element.notes.get(noteTarget)
  if (body === undefined) return {}
  try {
    return fields(JSON.parse(body))
  } catch {
    return {}
  }
}

const sourceKinds = ['interview', 'group', 'document', 'survey'] as const
const statuses = ['not started', 'first pass', 'second pass', 'done'] as const
const roles = ['participant', 'interviewer', 'unknown'] as const

/** The fields of a value; none where it is no object. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** A value as a list; empty where it is none. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function numbers(value: unknown): readonly number[] {
  return list(value).filter((each) => typeof each === 'number')
}

function readSpeaker(value: unknown): SourceStructure['speakers'] {
  const { guid, label, role, case: person } = fields(value)
  const known = roles.find((each) => each === role)
  if (typeof guid !== 'string' || typeof label !== 'string' || !known) return []
  return [{ guid, label, role: known, ...(typeof person === 'string' ? { person } : {}) }]
}

function isTurn(turn: readonly number[], text: string): boolean {
  const [label = -1, start = -1, end = -1] = turn
  return turn.length >= 6 && 0 <= label && label <= start && start <= end && end <= text.length
}
