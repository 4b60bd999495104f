import type { Coding, EntityKinds, Participant, SmallKind, Turn } from '../../shared/model/entities.ts'
import type { ContentHash, Id, SourceId } from '../../shared/model/ids.ts'
import { keysBetween } from '../../shared/model/order.ts'
import { countedId } from './counted-ids.ts'

type Tables = { readonly [K in SmallKind]: Map<string, EntityKinds[K]> }

/** A project while it is being built. */
export interface Draft {
  readonly tables: Tables
  readonly turns: Map<SourceId, readonly Turn[]>
  readonly codings: Map<SourceId, Coding[]>
  readonly contents: Map<ContentHash, string>
  readonly newId: <K extends string>() => Id<K>
  readonly key: (list: string, index: number, count: number) => string
}

/** A draft with nothing in it. */
export function startDraft(): Draft {
  let count = 0
  const keys = new Map<string, readonly string[]>()
  return {
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
    contents: new Map(),
    newId: <K extends string>() => countedId<K>(++count),
    key: (list, index, length) => {
      const known = keys.get(`${list} ${length}`) ?? keysBetween(null, null, length)
      keys.set(`${list} ${length}`, known)
      return known[index] ?? 'V'
    },
  }
}

/** The participant of a pseudonym. */
export function person(draft: Draft, pseudonym: string): Participant {
  return named(draft.tables.participant, (each) => each.pseudonym, pseudonym)
}

/** Where words stand in a source, the first time or the `nth`. */
export function find(
  draft: Draft,
  sourceName: string,
  quote: string,
  nth = 1,
): { start: number; end: number } {
  const source = named(draft.tables.source, (each) => each.name, sourceName)
  const text = draft.contents.get(source.content) ?? ''
  let start = -1
  for (let found = 0; found < nth; found++) {
    start = text.indexOf(quote, start + 1)
    if (start < 0) throw new Error(`“${quote}” does not stand in ${sourceName}`)
  }
  return { start, end: start + quote.length }
}

/** What bears a name; throws where nothing does. */
export function named<E>(table: ReadonlyMap<string, E>, nameOf: (entity: E) => string, name: string): E {
  for (const entity of table.values()) if (nameOf(entity) === name) return entity
  throw new Error(`There is nothing named “${name}”`)
}

/** The first of a table; throws where it is empty. */
export function first<E>(table: ReadonlyMap<string, E>): E {
  for (const entity of table.values()) return entity
  throw new Error('There is none')
}

/** The fields of a literal that were given. */
export function given<S extends object, F extends keyof S>(
  spec: S,
  fields: readonly F[],
): { [K in F]?: Exclude<S[K], undefined> } {
  const kept: { [K in F]?: Exclude<S[K], undefined> } = {}
  for (const field of fields) {
    const value = spec[field]
    if (isGiven(value)) kept[field] = value
  }
  return kept
}

function isGiven<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined
}
