import type { Coding, EntityKinds, Inquiry, SmallKind, Source, Turn } from './entities.ts'
import type { CodingId, ContentHash, Id, SourceId, TurnId } from './ids.ts'

/** Entities of one kind by id. */
export type Table<E> = ReadonlyMap<string, E>

/** One inquiry as an immutable value. Untouched parts are shared between versions, so `===` tells what changed. */
export interface Project {
  readonly tables: { readonly [K in SmallKind]: Table<EntityKinds[K]> }
  /** Turns of each source, in order of position. */
  readonly turns: ReadonlyMap<SourceId, readonly Turn[]>
  /** Codings of each source, in order of start, then end, then id. */
  readonly codings: ReadonlyMap<SourceId, readonly Coding[]>
}

/** Gives a content's text; undefined when it is not at hand. */
export type Texts = (hash: ContentHash) => string | undefined

export const smallKinds = [
  'inquiry',
  'coder',
  'attribute',
  'participant',
  'source',
  'speaker',
  'question',
  'code',
  'restriction',
  'memo',
  'report',
  'prose',
  'quoteChoice',
  'translation',
  'codebookVersion',
  'assignment',
  'round',
  'adjudication',
  'proposal',
  'erasure',
] as const satisfies readonly SmallKind[]

/** A project before its first change: nothing in it, not even its inquiry. */
export const emptyProject: Project = {
  tables: {
    inquiry: new Map(),
    coder: new Map(),
    attribute: new Map(),
    participant: new Map(),
    source: new Map(),
    speaker: new Map(),
    question: new Map(),
    code: new Map(),
    restriction: new Map(),
    memo: new Map(),
    report: new Map(),
    prose: new Map(),
    quoteChoice: new Map(),
    translation: new Map(),
    codebookVersion: new Map(),
    assignment: new Map(),
    round: new Map(),
    adjudication: new Map(),
    proposal: new Map(),
    erasure: new Map(),
  },
  turns: new Map(),
  codings: new Map(),
}

/** The inquiry of a project; throws on an empty project, which is never shown. */
export function inquiryOf(project: Project): Inquiry {
  for (const inquiry of project.tables.inquiry.values()) return inquiry
  throw new Error('A project has no inquiry')
}

/** An entity that must be there; throws when it is not, because a reference to nothing is a broken invariant. */
export function entity<K extends SmallKind>(project: Project, kind: K, id: Id<K>): EntityKinds[K] {
  const found = project.tables[kind].get(id)
  if (!found) throw new Error(`There is no ${kind} ${id}`)
  return found
}

const noTurns: readonly Turn[] = []
const noCodings: readonly Coding[] = []

/** Turns of a source in order; none for a text without turns. */
export function turnsOf(project: Project, source: SourceId): readonly Turn[] {
  return project.turns.get(source) ?? noTurns
}

/** Codings of a source in order of position, all layers. */
export function codingsOf(project: Project, source: SourceId): readonly Coding[] {
  return project.codings.get(source) ?? noCodings
}

/** One coding by its id; its source is asked for because codings live there. */
export function codingIn(project: Project, source: SourceId, id: CodingId): Coding | undefined {
  return codingsOf(project, source).find((coding) => coding.id === id)
}

/** One turn by its id in its source. */
export function turnIn(project: Project, source: SourceId, id: TurnId): Turn | undefined {
  return turnsOf(project, source).find((turn) => turn.id === id)
}

/** Sources in the order the team put them. */
export function sourcesInOrder(project: Project): readonly Source[] {
  return inOrder(project.tables.source)
}

/** Entities sorted by their order key, then id, so that equal keys from two copies sort alike everywhere. */
export function inOrder<E extends { readonly id: string; readonly order: string }>(table: Table<E>): E[] {
  return [...table.values()].sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
